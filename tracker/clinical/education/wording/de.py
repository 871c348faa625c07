"""The cards in German, with Sie."""

from tracker.clinical.education.wording.words import CardWords

TOPICS = {
    "activity": "Bewegung",
    "medicines": "Medikamente",
    "physical_therapy": "Physiotherapie",
    "food_and_water": "Essen und Trinken",
    "sleep": "Schlaf",
    "stress_and_support": "Stress und Unterstützung",
    "posture": "Haltung",
    "heat_and_cold": "Wärme und Kälte",
    "immune_health": "Ihre Abwehr",
    "about_cell_therapy": "Über die Zelltherapie",
}

CARDS = {
    # Bewegung
    "rest_first": CardWords(
        "Zuerst Ruhe",
        "Ruhen Sie sich die ersten ein bis zwei Tage aus. Stehen Sie ab und zu auf und"
        " legen Sie sich wieder hin, wenn Sie möchten. Mehr ist heute nicht nötig.",
    ),
    "short_walks": CardWords(
        "Kurze Wege, oft",
        "Stehen Sie mehrmals am Tag auf und gehen Sie ein wenig. Fünf Minuten reichen"
        " am Anfang. Hören Sie auf, wenn Ihr Körper es sagt.",
    ),
    "light_loads": CardWords(
        "Leichte Arbeiten, leichte Lasten",
        "Kleine Arbeiten zu Hause sind in Ordnung. Heben Sie nicht mehr, als in Ihrem"
        " Plan steht. Bücken und drehen Sie sich nicht stark. Lassen Sie sich den"
        " Einkauf tragen.",
    ),
    "desk_work": CardWords(
        "Zurück an den Schreibtisch",
        "Viele gehen um diese Zeit wieder an den Schreibtisch. Ein halber Tag ist ein"
        " guter Anfang. Stehen Sie oft auf und gehen Sie ein paar Schritte. Fragen Sie"
        " uns zuerst, wenn Ihre Arbeit schwer ist.",
    ),
    "walk_more": CardWords(
        "Jede Woche ein wenig mehr",
        "Gehen Sie jede Woche ein paar Minuten länger. An manchen Tagen ist es"
        " weniger, und das ist in Ordnung. Wenn es am nächsten Tag deutlich mehr"
        " schmerzt, gehen Sie einen Schritt zurück.",
    ),
    "kind_moves": CardWords(
        "Sanfte Bewegung",
        "Gehen belastet den Rücken wenig. Ruhiges Schwimmen auch, sobald Ihre Klinik"
        " das Becken erlaubt. Sanftes Yoga kann ebenfalls passen. Beginnen Sie mit"
        " kurzer Zeit.",
    ),
    "what_can_wait": CardWords(
        "Was warten kann",
        "Laufen, Springen und schweres Heben können warten. In Ihrem Plan steht, ab"
        " wann es geht. Beginnen Sie mit wenig und sehen Sie, wie der nächste Tag ist.",
    ),
    "add_load": CardWords(
        "Mehr Belastung, Schritt für Schritt",
        "Steigern Sie immer nur eines: erst längere Wege, dann schwerere Dinge."
        " Bleiben Sie einige Tage bei jedem Schritt. So wissen Sie, welcher zu viel"
        " war.",
    ),
    "small_portions": CardWords(
        "Bewegung in kleinen Portionen",
        "Dreimal zehn Minuten am Tag zählen so viel wie eine halbe Stunde. Nehmen Sie"
        " die Treppe. Gehen Sie beim Telefonieren umher. Wählen Sie, was in Ihren Tag"
        " passt.",
    ),
    "sport_in_steps": CardWords(
        "Sport in kleinen Schritten",
        "Fragen Sie uns oder Ihre Physiotherapie, bevor Sie wieder Sport treiben."
        " Beginnen Sie mit der Hälfte von früher. Lassen Sie zwischen zwei"
        " anstrengenden Tagen einen Tag frei.",
    ),
    "keep_moving": CardWords(
        "Damit es leicht fällt, dranzubleiben",
        "Mit anderen oder zu fester Zeit fällt Bewegung leichter. Stellen Sie die"
        " Schuhe neben die Tür. Wenn ein Tag ausfällt, machen Sie am nächsten weiter.",
    ),
    "chosen_activity": CardWords(
        "Die Tätigkeit, die Sie gewählt haben",
        "Denken Sie an das eine, das Sie wieder tun möchten. Tun Sie einen kleinen"
        " Teil davon und sehen Sie, wie der nächste Tag ist. Erzählen Sie uns beim"
        " Termin, wie es ging.",
    ),
    # Medikamente
    "agreed_medicine": CardWords(
        "Nur das abgesprochene Schmerzmittel",
        "Nehmen Sie nur das Schmerzmittel, das mit Ihrer Klinik abgesprochen ist."
        " Nehmen Sie es so, wie man es Ihnen gesagt hat. Fragen Sie uns, bevor Sie ein"
        " anderes dazunehmen, auch eines ohne Rezept.",
    ),
    "leave_inflammation_medicine": CardWords(
        "Keine Mittel gegen Entzündung",
        "Manche Schmerzmittel wirken auch gegen Entzündung. Ihre Klinik bittet Sie,"
        " diese vorerst wegzulassen. Fragen Sie uns oder die Apotheke, wenn Sie"
        " unsicher sind. Setzen Sie nichts ab, was ein Arzt verordnet hat, ohne vorher"
        " zu fragen.",
    ),
    "strong_medicine": CardWords(
        "Wenn Sie ein starkes Schmerzmittel nehmen",
        "Nehmen Sie es wie abgesprochen und nicht mehr. Mischen Sie es nicht mit"
        " Alkohol oder Schlafmitteln. Sprechen Sie mit uns, bevor Sie aufhören, damit"
        " wir es Schritt für Schritt verringern.",
    ),
    "still_leave": CardWords(
        "Weiter keine Mittel gegen Entzündung",
        "Ihre Klinik legt den Tag fest, an dem diese Zeit endet. Lassen Sie diese"
        " Mittel weg, bis wir Ihnen den Tag genannt haben. Wenn Sie eines genommen"
        " haben, sagen Sie es uns.",
    ),
    "before_again": CardWords(
        "Bevor Sie solche Mittel wieder nehmen",
        "Die Zeit ohne Mittel gegen Entzündung kann für Sie vorbei sein. Fragen Sie"
        " uns, bevor Sie eines nehmen. Auch Magen, Nieren, Herz und Ihre anderen"
        " Medikamente zählen.",
    ),
    "medicine_list": CardWords(
        "Eine Liste Ihrer Medikamente",
        "Schreiben Sie alles auf: den Namen, die Stärke, wie oft. Auch Salben, Kräuter"
        " und was Sie ohne Rezept kaufen. Bringen Sie die Liste zu jedem Termin mit.",
    ),
    "medicine_review": CardWords(
        "Brauchen Sie noch alles?",
        "Wenn sich Ihre Schmerzen verändert haben, kann sich auch das Medikament"
        " ändern. Fragen Sie uns, welches Sie noch brauchen. Setzen Sie es nicht"
        " selbst ab.",
    ),
    "other_doctor": CardWords(
        "Wenn Sie woanders behandelt werden",
        "Sagen Sie in jeder Praxis und in der Apotheke, dass Sie eine Zellinjektion"
        " hatten und wann. Zeigen Sie Ihre Medikamentenliste. Erzählen Sie uns, was"
        " Sie dort bekommen.",
    ),
    "months_of_medicine": CardWords(
        "Schmerzmittel über Monate",
        "Wenn Sie an den meisten Tagen ein Schmerzmittel nehmen, sehen wir es uns"
        " gemeinsam an. Vielleicht gibt es andere Wege. Sagen Sie uns auch, wenn es"
        " nicht hilft.",
    ),
    # Physiotherapie
    "no_adjusting": CardWords(
        "Noch kein Einrenken und kein Ziehen",
        "Lassen Sie in den ersten vier Wochen niemanden Ihre Wirbelsäule einrenken"
        " oder strecken. Erzählen Sie vor einer Massage oder Akupunktur von Ihrem"
        " Eingriff und fragen Sie uns.",
    ),
    "therapy_start": CardWords(
        "Beginn der Physiotherapie",
        "Ihre Klinik sagt Ihnen, wann es losgeht. Nehmen Sie Ihren Plan und das Datum"
        " des Eingriffs mit. Sagen Sie, was schmerzt und was Sie wieder tun möchten.",
    ),
    "home_exercises": CardWords(
        "Übungen zu Hause",
        "Ein paar Minuten am Tag sind leichter als eine Stunde in der Woche. Üben Sie"
        " beim Zähneputzen oder beim Kaffeekochen. Ein leichtes Ziehen ist häufig. Bei"
        " stechendem Schmerz hören Sie auf und fragen Sie.",
    ),
    "tell_therapist": CardWords(
        "Erzählen Sie, wie es war",
        "Sagen Sie in der Physiotherapie, wie Ihr Rücken am Tag danach war. Dann kann"
        " die nächste Stunde leichter oder schwerer sein. Tragen Sie jede Stunde in"
        " Ihren Eintrag ein.",
    ),
    "other_classes": CardWords(
        "Yoga, Pilates und Massage",
        "Das kann neben der Physiotherapie angenehm sein. Erzählen Sie dort von Ihrem"
        " Rücken. Lassen Sie weg, was schmerzt. Fragen Sie uns, bevor jemand Ihre"
        " Wirbelsäule einrenkt.",
    ),
    "keep_exercises": CardWords(
        "Übungen auch an guten Tagen",
        "Wenn der Rücken ruhig ist, vergisst man Übungen leicht. Behalten Sie zwei"
        " oder drei, die Sie mögen. Machen Sie sie auch an guten Tagen, und ruhen Sie,"
        " wenn Sie krank sind.",
    ),
    "on_your_own": CardWords(
        "Wenn die Termine enden",
        "Lassen Sie sich einen kurzen Plan für zu Hause geben. Fragen Sie, bei welchen"
        " Zeichen Sie wiederkommen sollen. Legen Sie das Blatt dorthin, wo Sie es"
        " sehen.",
    ),
    # Essen und Trinken
    "drink_often": CardWords(
        "Über den Tag trinken",
        "Stellen Sie ein Glas Wasser dorthin, wo Sie ruhen. Trinken Sie wenig, aber"
        " oft. Wenn Sie auf ärztlichen Rat weniger trinken sollen, bleiben Sie dabei.",
    ),
    "simple_meals": CardWords(
        "Einfache Mahlzeiten",
        "Essen Sie Obst, Gemüse und Vollkorn. Bohnen, Eier oder Fisch geben Eiweiß."
        " Kleine Mahlzeiten reichen, wenn Sie keinen Hunger haben.",
    ),
    "fish_nuts_seeds": CardWords(
        "Fisch, Nüsse und Samen",
        "Fetter Fisch, Walnüsse und Leinsamen können zu Ihren Mahlzeiten gehören. Sie"
        " sind Essen und keine Medizin. Fragen Sie uns, bevor Sie Kapseln nehmen.",
    ),
    "colour": CardWords(
        "Farbe auf dem Teller",
        "Beeren, grüne Blätter, Karotten, Tomaten: wählen Sie verschiedene Farben."
        " Gefrorenes ist so gut wie Frisches. Eine Portion mehr am Tag ist ein Anfang.",
    ),
    "weight": CardWords(
        "Gewicht und Rücken",
        "Ein gesundes Gewicht entlastet den Rücken. Langsame Änderungen halten länger."
        " Wenn Sie abnehmen, ohne es zu wollen, sagen Sie es uns bald.",
    ),
    "gut": CardWords(
        "Essen, Darm und Nerven",
        "Die Forschung untersucht, wie Essen, Darm und Nerven aufeinander wirken."
        " Vieles ist noch offen. Abwechslung und viele Ballaststoffe sind eine"
        " vernünftige Wahl. Keine Diät ersetzt Ihre Behandlung.",
    ),
    "water_when_active": CardWords(
        "Wasser an aktiven Tagen",
        "Wenn es warm ist oder Sie sich mehr bewegen, braucht Ihr Körper mehr Wasser."
        " Nehmen Sie eine Flasche mit. Wenn Sie auf ärztlichen Rat weniger trinken"
        " sollen, fragen Sie, wie viel richtig ist.",
    ),
    # Schlaf
    "first_nights": CardWords(
        "Die ersten Nächte",
        "Versuchen Sie die Seitenlage mit einem Kissen zwischen den Knien. Oder die"
        " Rückenlage mit einem Kissen unter den Knien. Drehen Sie sich, wenn Sie"
        " müssen. Eine schlechte Nacht ist in den ersten Tagen häufig.",
    ),
    "steady_evening": CardWords(
        "Jeden Abend zur gleichen Zeit",
        "Gehen Sie ungefähr zur gleichen Zeit ins Bett und stehen Sie zur gleichen"
        " Zeit auf. Legen Sie das Telefon eine halbe Stunde vorher weg. Halten Sie den"
        " Raum dunkel und etwas kühl.",
    ),
    "awake_at_night": CardWords(
        "Wenn Sie wach liegen",
        "Wenn Sie eine Weile nicht schlafen können, stehen Sie auf und tun Sie etwas"
        " Ruhiges. Gehen Sie zurück ins Bett, wenn Sie müde sind. Weckt Sie der"
        " Schmerz in den meisten Nächten, sagen Sie es uns in Ihrem Eintrag.",
    ),
    "sleep_and_pain": CardWords(
        "Schlaf und Schmerz",
        "Nach einer kurzen Nacht kann der Schmerz stärker sein. Planen Sie dann einen"
        " leichteren Tag. Ein Mittagsschlaf von zwanzig Minuten vor drei Uhr ist in"
        " Ordnung.",
    ),
    "better_bed": CardWords(
        "Kissen und Matratze",
        "Es gibt nicht die eine richtige Matratze für jeden Rücken. Wählen Sie, worauf"
        " Sie gut liegen und sich leicht drehen. Ein Kissen kann die Lücke am Nacken"
        " füllen.",
    ),
    # Stress und Unterstützung
    "worry": CardWords(
        "Sorgen sind in Ordnung",
        "Abzuwarten, wie es wird, kann schwer sein. Erzählen Sie es jemandem, dem Sie"
        " vertrauen. Schreiben Sie Fragen an uns auf, dann müssen Sie sie nicht im"
        " Kopf behalten.",
    ),
    "slow_breathing": CardWords(
        "Langsam atmen",
        "Atmen Sie ein und zählen Sie bis vier. Atmen Sie aus und zählen Sie bis"
        " sechs. Tun Sie das einige Minuten, im Sitzen oder Liegen. Es kann Ihnen"
        " helfen, ruhig zu werden.",
    ),
    "ups_and_downs": CardWords(
        "Gute Tage, schlechte Tage",
        "Ein schlechter Tag nimmt die guten nicht weg. Sehen Sie auf die Woche und"
        " nicht auf die Stunde. Wenn es mehrere Tage lang schlechter wird, sagen Sie"
        " es uns.",
    ),
    "low_mood": CardWords(
        "Wenn die Stimmung gedrückt bleibt",
        "Schmerz und gedrückte Stimmung können einander verstärken. Wenn es zwei"
        " Wochen lang an den meisten Tagen so ist, sagen Sie es uns. Dafür gibt es"
        " Hilfe. Wenn Sie daran denken, sich etwas anzutun, rufen Sie jetzt den"
        " Notruf.",
    ),
    "mindful_minute": CardWords(
        "Eine stille Minute",
        "Sitzen Sie still und achten Sie auf fünf Dinge, die Sie hören. Wenn die"
        " Gedanken weglaufen, kommen Sie zu den Geräuschen zurück. Eine Minute reicht"
        " für den Anfang.",
    ),
    "people": CardWords(
        "Menschen, die helfen",
        "Sagen Sie Familie oder Freunden, was Ihnen hilft und was nicht. In einer"
        " Selbsthilfegruppe hören Sie, wie andere mit Rückenschmerzen leben. Fragen"
        " Sie uns, wenn Sie keine kennen.",
    ),
    "stress_in_the_body": CardWords(
        "Stress im Körper",
        "Stress kann die Muskeln anspannen. Lassen Sie die Schultern sinken und öffnen"
        " Sie die Hände. Ein kurzer Weg nach einem schweren Gespräch kann guttun.",
    ),
    # Haltung
    "getting_up": CardWords(
        "Aus dem Bett aufstehen",
        "Drehen Sie sich zuerst auf die Seite. Lassen Sie die Füße über die Kante"
        " gleiten. Stützen Sie sich mit den Armen hoch. Nehmen Sie sich Zeit.",
    ),
    "sitting": CardWords(
        "Sitzen, aber nicht lange",
        "Stehen Sie auf, bevor der Rücken steif wird. Für viele ist das jede halbe"
        " Stunde. Stellen Sie die Füße flach auf den Boden. Ein kleines Kissen im"
        " unteren Rücken kann helfen.",
    ),
    "lifting": CardWords(
        "Vorsichtig heben",
        "Stellen Sie sich nah an den Gegenstand und beugen Sie die Knie. Halten Sie"
        " ihn nah am Körper. Drehen Sie sich mit den Füßen, nicht mit dem Rücken."
        " Heben Sie nicht mehr, als in Ihrem Plan steht.",
    ),
    "next_posture": CardWords(
        "Wechseln ist besser als perfekt",
        "Keine Sitzhaltung ist den ganzen Tag richtig. Wechseln Sie oft: sitzen,"
        " stehen, gehen. Stellen Sie einen Wecker, wenn Sie es vergessen.",
    ),
    "driving": CardWords(
        "Im Auto",
        "Stellen Sie den Sitz so, dass die Knie gebeugt bleiben. Halten Sie auf langen"
        " Fahrten an und gehen Sie ein paar Minuten. Steigen Sie mit beiden Füßen"
        " zuerst aus. Fahren Sie nicht, wenn ein Medikament Sie müde macht.",
    ),
    # Wärme und Kälte
    "cold_ask": CardWords(
        "Kälte: erst fragen",
        "Manche Kliniken erlauben nach der Injektion Kühlpackungen, manche nicht."
        " Fragen Sie uns, bevor Sie eine benutzen. Legen Sie nichts Enges auf die"
        " Einstichstelle.",
    ),
    "cold_allowed": CardWords(
        "Kälte, wenn sie guttut",
        "Ihre Klinik erlaubt Kälte. Halten Sie eine Kühlpackung in einem Tuch zehn"
        " Minuten auf die schmerzende Stelle. Legen Sie nie Eis auf bloße oder taube"
        " Haut.",
    ),
    "heat_ask": CardWords(
        "Wärme: erst fragen",
        "Wärme ist nach einer Injektion nicht für alle richtig. Fragen Sie uns, bevor"
        " Sie ein Wärmekissen benutzen oder heiß baden. Legen Sie sich nicht auf etwas"
        " Heißes.",
    ),
    "heat_allowed": CardWords(
        "Sanfte Wärme für feste Muskeln",
        "Ihre Klinik erlaubt Wärme. Benutzen Sie ein Wärmekissen in einem Tuch,"
        " fünfzehn Minuten lang. Nicht auf der Einstichstelle, solange sie schmerzt,"
        " und nicht auf tauber Haut. Schlafen Sie nicht darauf ein.",
    ),
    "warm_before_moving": CardWords(
        "Wärme vor der Bewegung",
        "Ihre Klinik erlaubt Wärme. Zehn Minuten vor den Übungen können steife Muskeln"
        " lockern. Warm reicht, heiß ist nicht nötig.",
    ),
    "heat_for_spasm": CardWords(
        "Wenn ein Muskel krampft",
        "Legen Sie sich so, dass es angenehm ist, und atmen Sie langsam. Ihre Klinik"
        " erlaubt Wärme, ein Wärmekissen kann also helfen. Wenn Krämpfe neu sind oder"
        " schlimmer werden, melden Sie es.",
    ),
    # Ihre Abwehr
    "clean_site": CardWords(
        "Die Einstichstelle sauber halten",
        "Waschen Sie die Hände, bevor Sie sie berühren. Duschen ist in Ordnung; tupfen"
        " Sie die Stelle trocken. Warten Sie mit Baden und Schwimmen, bis Ihre Klinik"
        " es erlaubt.",
    ),
    "temperature": CardWords(
        "Warum wir nach der Temperatur fragen",
        "Eine Infektion kann still beginnen. Eine Messung sagt uns mehr als ein"
        " Gefühl. Tragen Sie sie auch ein, wenn sie normal ist. Wenn Ihnen heiß ist"
        " oder Sie frösteln, messen Sie noch einmal und sagen Sie es uns am selben"
        " Tag.",
    ),
    "immune_medicine": CardWords(
        "Medikamente für das Immunsystem",
        "Manche Medikamente verändern, wie Ihr Körper Keime abwehrt. Wenn Sie eines"
        " nehmen, zählen kleine Zeichen einer Infektion mehr. Sagen Sie uns, wenn sich"
        " die Dosis ändert. Setzen Sie es nicht selbst ab.",
    ),
    "late_infection": CardWords(
        "Schmerz, der zurückkommt",
        "Schmerz, der nachgelassen hatte und wieder steigt, sollte angesehen werden."
        " Eine Infektion kann sich Wochen später zeigen, auch ohne Fieber. Melden Sie"
        " es am selben Tag. Warten Sie nicht auf den Termin.",
    ),
    "nerves_awake": CardWords(
        "Wie Schmerz sich wach hält",
        "Wenn Schmerz lange dauert, können Nerven wachsamer werden. Abwehrzellen um"
        " sie herum sind daran beteiligt. Das wird noch erforscht. Ihr Schmerz ist"
        " echt und nicht eingebildet.",
    ),
    "autoimmune": CardWords(
        "Wenn andere Gelenke entzündet sind",
        "Bei manchen Krankheiten greift die Abwehr Gelenke an, auch die der"
        " Wirbelsäule. Wenn Sie eine haben, sagen Sie uns bei neuer Steifheit oder"
        " einem roten, schmerzenden Auge Bescheid. Gehen Sie weiter zu Ihren Terminen"
        " dort.",
    ),
    "stay_well": CardWords(
        "Gesund bleiben",
        "Waschen Sie die Hände, schlafen Sie genug, bewegen Sie sich jeden Tag. Fragen"
        " Sie uns vor einer Impfung, wenn Sie ein Medikament für das Immunsystem"
        " nehmen. Wenn Sie rauchen, helfen wir Ihnen beim Aufhören.",
    ),
    "signs_that_count": CardWords(
        "Zeichen, die immer zählen",
        "Sagen Sie uns jederzeit, wenn Sie Fieber oder Schüttelfrost haben oder"
        " abnehmen, ohne es zu wollen. Bei Taubheit zwischen den Beinen oder Problemen"
        " mit Blase oder Darm rufen Sie den Notruf. Das gilt auch noch nach Monaten.",
    ),
    # Über die Zelltherapie
    "sore_at_first": CardWords(
        "Am Anfang mehr Schmerz",
        "Viele haben in den ersten Tagen mehr Schmerzen als vorher. Das legt sich oft"
        " in ein bis zwei Wochen. Wenn der Schmerz sehr stark ist oder etwas Neues"
        " dazukommt, melden Sie es sofort.",
    ),
    "what_is_known": CardWords(
        "Was man weiß und was nicht",
        "Studien zu Zellinjektionen am Rücken stimmen nicht überein. Menschen sind"
        " verschieden. Niemand kann vorher sagen, wie es bei Ihnen wird. Darum sehen"
        " wir auf Ihre eigenen Tage.",
    ),
    "little_change_yet": CardWords(
        "Wenn sich noch wenig ändert",
        "Viele merken in den ersten zwei Monaten wenig. Das allein sagt nicht, wie es"
        " weitergeht. Schreiben Sie Ihre Tage so auf, wie sie sind.",
    ),
    "what_helped": CardWords(
        "Warum wir nicht sagen, was geholfen hat",
        "Schmerz ändert sich auch mit der Zeit, mit Bewegung, Schlaf und Stimmung. In"
        " einer Studie ging es auch Menschen mit einer Scheininjektion oft besser."
        " Darum halten wir fest, was sich ändert, und nicht, warum.",
    ),
    "big_promises": CardWords(
        "Wenn jemand viel verspricht",
        "Manche Angebote für Zellbehandlungen versprechen mehr, als man weiß. Fragen"
        " Sie, welche Zellen, für welche Krankheit und was untersucht wurde. Sprechen"
        " Sie mit uns, bevor Sie weiterem zustimmen.",
    ),
    "your_own_line": CardWords(
        "Ihre eigene Linie",
        "Auf der Seite Verlauf sehen Sie Ihre eigenen Tage. Andere hatten es leichter"
        " oder schwerer, und das sagt nichts über Ihren Weg. Kleine Schritte zählen.",
    ),
    "six_months": CardWords(
        "Nach sechs Monaten",
        "Jetzt können wir gemeinsam ansehen, was sich geändert hat und was nicht."
        " Bringen Sie Ihre Fragen mit. Wenn Sie mehr erhofft hatten, sagen Sie es uns."
        " Dann sprechen wir darüber, was es noch gibt.",
    ),
}
