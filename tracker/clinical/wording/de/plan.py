"""The plan that clinics start from, in German."""

from collections.abc import Mapping

PHASES: Mapping[str, tuple[str, str]] = {
    "before": (
        "Vor dem Eingriff",
        "Sie sagen uns, wie es Ihrem Rücken jetzt geht. Später vergleichen wir mit"
        " diesen Tagen.",
    ),
    "initial": (
        "Woche 1 bis 2",
        "Ihr Rücken kann wund sein oder leicht geschwollen, wo die Nadel war. Ruhe geht"
        " vor. Die meisten können in dieser Zeit wieder leichte Dinge tun.",
    ),
    "progressive": (
        "Woche 3 bis 6: es wird nach und nach besser",
        "Der Schmerz lässt oft Stück für Stück nach, und Bewegung wird leichter. Manche"
        " merken noch wenig, und auch das ist normal. Physiotherapie kann beginnen.",
    ),
    "lead_in": (
        "Woche 7 bis 13: auf dem Weg zu Monat 3 bis 6",
        "Sie steigern sich langsam bis zur nächsten Phase. Gute und langsamere Wochen"
        " können sich abwechseln.",
    ),
    "long_term": (
        "Monat 3 bis 6",
        "Manchmal zeigt sich erst jetzt, wie weit Sie kommen. Wir treffen uns und sehen"
        " es uns gemeinsam an.",
    ),
    "maintenance": (
        "Monat 7 bis 12",
        "Sie machen weiter mit dem, was hilft. Wir fragen seltener und bleiben"
        " erreichbar.",
    ),
    "after": (
        "Nach dem ersten Jahr",
        "Der Plan ist zu Ende. Sie können uns weiterhin jederzeit schreiben.",
    ),
}

MILESTONES: Mapping[str, tuple[str, str]] = {
    "plan_read": (
        "Sie haben Ihren Plan gelesen",
        "Wer weiß, was kommt, hat ruhigere erste Tage.",
    ),
    "first_walk": (
        "Ihr erster Spaziergang",
        "Fünf Minuten genügen. Kurze Wege halten Sie in Bewegung.",
    ),
    "first_rest": (
        "Sie haben sich ein bis zwei Tage ausgeruht",
        "Ruhe gibt der behandelten Stelle Zeit.",
    ),
    "light_tasks": (
        "Leichte Arbeiten zu Hause",
        "Kleine Arbeiten helfen. Heben Sie nicht mehr als 2 bis 5 kg (5 bis 10 lb).",
    ),
    "shower_only": (
        "Duschen, noch kein Bad und kein Schwimmbad",
        "Die Einstichstelle heilt besser, wenn sie nicht im Wasser liegt.",
    ),
    "site_calm": (
        "Die Einstichstelle ist ruhig",
        "Drei Tage mit normaler Temperatur und ruhiger Stelle sind ein gutes Zeichen.",
    ),
    "flare_settled": (
        "Der erste Schmerz hat sich beruhigt",
        "Am Anfang nimmt der Schmerz oft zu. Jetzt ist er wie vorher oder schwächer.",
    ),
    "desk_work": (
        "Zurück am Schreibtisch",
        "Beginnen Sie mit einem halben Tag und stehen Sie oft auf.",
    ),
    "physical_therapy_started": (
        "Physiotherapie begonnen",
        "Angeleitete Übungen geben Schritt für Schritt Kraft.",
    ),
    "sleep_through": (
        "Sie schlafen die meisten Nächte durch",
        "Fünf von sieben Nächten ohne Aufwachen vor Schmerz helfen dem Körper.",
    ),
    "medicine_window_over": (
        "Die Wochen ohne Entzündungshemmer sind vorbei",
        "Ihre Klinik legt diesen Tag fest. Fragen Sie uns, bevor Sie wieder so ein"
        " Mittel nehmen.",
    ),
    "walk_30_minutes": (
        "30 Minuten gehen",
        "Drei Tage in einer Woche zeigen, dass Ihr Rücken Sie gut trägt.",
    ),
    "first_30_percent_drop": (
        "Deutlich weniger Schmerz",
        "Fast ein Drittel weniger Schmerz ist eine Veränderung, die man spürt.",
    ),
    "running_or_gym": (
        "Wieder laufen oder ins Fitnessstudio",
        "Fangen Sie klein an und fragen Sie vorher in der Physiotherapie.",
    ),
    "hands_on_treatment": (
        "Behandlung der Wirbelsäule mit den Händen möglich",
        "Warten Sie vier Wochen, bevor jemand Ihre Wirbelsäule einrenkt oder dehnt."
        " Fragen Sie dann uns.",
    ),
    "review_6_weeks": (
        "Termin nach 6 Wochen",
        "Wir sehen uns die ersten Wochen gemeinsam an.",
    ),
    "lift_9_kg": (
        "9 kg heben (20 lb)",
        "Heben Sie nah am Körper und ohne Drehung.",
    ),
    "review_3_months": (
        "Termin nach 3 Monaten",
        "Wir sehen, wie es Ihnen geht, und passen den Plan an.",
    ),
    "half_of_baseline": (
        "Halb so viel Schmerz oder viel leichtere Tage",
        "Nicht alle kommen hierher, und kleinere Schritte zählen auch.",
    ),
    "chosen_activity": (
        "Zurück zu dem, was Sie sich ausgesucht haben",
        "Dafür machen Sie das alles.",
    ),
    "review_6_months": (
        "Termin nach 6 Monaten",
        "Jetzt können wir gemeinsam sehen, was sich verändert hat.",
    ),
}

INSTRUCTIONS: Mapping[str, str] = {
    "baseline_entries": (
        "Sagen Sie uns in dieser Woche jeden Tag Ihren Schmerz. Wir vergleichen später"
        " damit."
    ),
    "rest_first": "Ruhen Sie sich in den ersten ein bis zwei Tagen aus.",
    "short_walks": (
        "Stehen Sie oft auf und gehen Sie kurze Wege. Ihr Körper sagt Ihnen, wann es"
        " genug ist."
    ),
    "no_heavy_lifting": (
        "Heben Sie nicht mehr als 2 bis 5 kg (5 bis 10 lb). Beugen und drehen Sie"
        " sich nicht stark."
    ),
    "keep_site_dry": (
        "Duschen ist in Ordnung. Warten Sie mit Bad und Schwimmbad, bis Ihre Klinik Ja"
        " sagt."
    ),
    "measure_temperature": (
        "Messen Sie in Woche 1 morgens und abends Ihre Temperatur, in Woche 2 einmal am"
        " Tag."
    ),
    "ask_before_medicine": (
        "Nehmen Sie nur das Schmerzmittel, das mit Ihrer Klinik vereinbart ist. Fragen"
        " Sie vor jedem anderen."
    ),
    "start_therapy": (
        "Beginnen Sie mit der Physiotherapie, wenn Ihre Klinik es sagt, und gehen Sie"
        " zu jedem Termin."
    ),
    "walk_more": (
        "Gehen oder schwimmen Sie jede Woche etwas mehr, solange es sich gut anfühlt."
    ),
    "no_adjustments": (
        "Lassen Sie in den ersten vier Wochen niemanden Ihre Wirbelsäule einrenken oder"
        " dehnen."
    ),
    "medicine_window": (
        "Fragen Sie Ihre Klinik, bevor Sie ein Mittel gegen Entzündung nehmen."
    ),
    "eat_and_drink": (
        "Trinken Sie genug Wasser. Essen Sie Obst, Gemüse, Nüsse und Fisch."
    ),
    "build_up": (
        "Steigern Sie die Last langsam: erst längere Wege, später schwerere Dinge."
    ),
    "lift_well": (
        "Heben Sie nah am Körper und drehen Sie sich mit den Füßen, nicht mit dem"
        " Rücken."
    ),
    "posture_breaks": (
        "Stehen Sie auf und strecken Sie sich, wenn Sie eine halbe Stunde gesessen"
        " haben."
    ),
    "calm_mind": (
        "Stress kann den Rücken anspannen. Versuchen Sie es mit langsamem Atmen oder"
        " sprechen Sie mit jemandem."
    ),
    "keep_exercises": "Machen Sie Ihre Übungen weiter, auch an guten Tagen.",
    "come_to_reviews": "Kommen Sie zu Ihren Terminen, auch wenn alles gut ist.",
    "chosen_activity_slowly": (
        "Gehen Sie in kleinen Schritten zurück zu Ihrem Sport oder Hobby."
    ),
    "tell_unusual": (
        "Sagen Sie uns jederzeit, wenn eine Beschwerde neu oder ungewöhnlich ist."
    ),
    "stay_active": (
        "Bleiben Sie in Bewegung: gehen, schwimmen oder was Ihnen Freude macht."
    ),
    "healthy_weight": "Ein gesundes Gewicht entlastet Ihren Rücken.",
    "monthly_entry": (
        "Schreiben Sie uns einmal im Monat, und sofort, wenn sich etwas ändert."
    ),
}
