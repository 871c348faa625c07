"""The symptom catalogue and its groups in German."""

from collections.abc import Mapping

SYMPTOM_WORDS: Mapping[str, str] = {
    "urine_hesitancy": (
        "Das Wasserlassen beginnt schwer, der Strahl ist schwach oder Sie müssen"
        " pressen"
    ),
    "bladder_sensation_loss": (
        "Sie spüren nicht, wann die Blase voll ist oder wann Urin fließt"
    ),
    "urine_leak": "Urin läuft ohne Kontrolle heraus",
    "stool_leak": "Stuhl geht unbemerkt ab, oder Sie spüren ihn nicht",
    "constipation": "Weniger oder härterer Stuhlgang",
    "saddle_numbness": "Taub zwischen den Beinen, um Genitalien oder After",
    "leg_pain_both_sides": "Schmerzen, die in beide Beine ziehen",
    "numbness_both_legs": "Taubheit oder Kribbeln in beiden Beinen",
    "weakness_both_legs": "Beide Beine fühlen sich schwach an",
    "sexual_function_change": "Sexuelles Empfinden oder Funktion verändert",
    "weakness_one_leg": "Ein Bein fühlt sich schwach an oder knickt weg",
    "weakness_arm": "Ein Arm oder eine Hand fühlt sich schwach an",
    "rapidly_worsening_weakness": "Die Schwäche wurde in zwei Tagen schlimmer",
    "foot_drop": "Sie können den vorderen Fuß nicht anheben",
    "cannot_stand_or_walk": "Sie können nicht stehen oder keine Schritte gehen",
    "hand_clumsiness": "Ungeschickte Hände (Knöpfe, Schlüssel)",
    "unsteady_walking": "Unsicher beim Gehen",
    "numbness_one_leg": "Taubheit oder Kribbeln in einem Bein oder Fuß",
    "numbness_arm": "Taubheit oder Kribbeln in einem Arm oder einer Hand",
    "leg_pain_one_side": "Schmerzen, die in ein Bein ziehen",
    "arm_pain": "Schmerzen, die in einen Arm ziehen",
    "feverish": "Ihnen ist heiß, Sie schwitzen oder frösteln",
    "shaking_chills": "Starkes Zittern, das sich nicht stoppen lässt",
    "night_sweats": "Nächtliches Schwitzen, das alles durchnässt",
    "confusion": "Verwirrt oder sehr schläfrig",
    "fast_breathing": "Viel schnelleres Atmen als sonst in Ruhe",
    "mottled_skin": "Kalte, blasse, fleckige oder bläuliche Haut",
    "no_urine_12h": "Seit 12 Stunden kein Urin",
    "pain_on_any_movement": "Jede kleine Bewegung tut weh",
    "night_pain": "Schmerzen in der Nacht, die in Ruhe nicht besser werden",
    "site_soreness": "Wund oder empfindlich an der Einstichstelle",
    "site_mild_swelling": "Leichte Schwellung an der Einstichstelle",
    "site_spreading_redness": "Rote Haut an der Einstichstelle, die größer wird",
    "site_hot_swelling": "Heiße, wachsende Beule an der Einstichstelle",
    "site_discharge": "Flüssigkeit oder Eiter aus der Einstichstelle",
    "site_itch": "Jucken nur unter dem Pflaster",
    "hives": "Juckende Quaddeln an mehr als einer Stelle",
    "face_swelling": "Schwellung von Gesicht, Lippen oder Zunge",
    "throat_tightness": "Der Hals wird eng oder die Stimme heiser",
    "breathing_trouble": "Pfeifender Atem oder schweres Atmen",
    "sudden_breathlessness": "Plötzlich außer Atem",
    "chest_pain": "Schmerz oder Druck in der Brust",
    "coughing_blood": "Husten mit Blut",
    "fainting": "Ohnmächtig geworden oder beinahe",
    "calf_swelling": "Eine Wade geschwollen, schmerzhaft und warm",
    "weight_loss_unplanned": "Ungewollt abgenommen",
    "sudden_pain_after_minor_strain": (
        "Plötzlich neuer Schmerz nach kleinem Sturz, Heben oder Husten"
    ),
    "medicine_not_helping": "Das Schmerzmittel hilft nicht",
    "cannot_sleep_for_pain": "Kein Schlaf wegen der Schmerzen",
    "postural_headache": "Kopfschmerz, der im Sitzen oder Stehen schlimmer wird",
    "neck_stiffness": "Steifer Nacken",
    "light_sensitivity": "Licht tut in den Augen weh",
    "suicidal_thoughts": "Gedanken, sich das Leben zu nehmen",
    "wish_not_to_wake": "Der Wunsch, nicht aufzuwachen, ohne etwas tun zu wollen",
    "low_mood": "Niedergeschlagen oder ohne Hoffnung, kein Interesse an Dingen",
    "slow_breathing_blue_lips": "Langsames Atmen, blaue Lippen oder kaum zu wecken",
    "extra_pain_medicine": "Mehr Schmerzmittel genommen als verordnet",
    "ran_out_of_medicine_early": "Das Schmerzmittel war zu früh aufgebraucht",
    "mixed_with_alcohol_or_sedatives": (
        "Mit Alkohol oder Beruhigungsmitteln eingenommen"
    ),
    "black_stool_or_vomiting_blood": "Schwarzer Stuhl oder Erbrechen von Blut",
    "tearing_belly_or_back_pain": "Plötzlicher, reißender Schmerz in Bauch oder Rücken",
    "red_painful_eye": "Rotes, schmerzendes Auge",
    "morning_stiffness_over_hour": "Morgens mehr als eine Stunde steif",
    "back_stiffness": "Steifer Rücken, Bücken fällt schwer",
    "muscle_spasm": "Plötzlicher, fester Krampf im Rücken",
    "cold_symptoms": "Halsschmerzen oder laufende Nase",
    "vomiting": "Erbrechen",
}

GROUP_WORDS: Mapping[str, str] = {
    "Bladder and bowel": "Blase und Darm",
    "Legs and arms": "Beine und Arme",
    "Fever and infection": "Fieber und Entzündung",
    "Your back": "Ihr Rücken",
    "The needle site": "Die Einstichstelle",
    "Breathing, chest and skin": "Atmung, Brust und Haut",
    "Your body": "Ihr Körper",
    "Medicine": "Medikamente",
    "Head and mood": "Kopf und Stimmung",
}
