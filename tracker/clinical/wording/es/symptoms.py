"""The symptom catalogue and its groups in Spanish."""

from collections.abc import Mapping

SYMPTOM_WORDS: Mapping[str, str] = {
    "urine_hesitancy": (
        "Dificultad para empezar a orinar, chorro débil o necesidad de hacer fuerza"
    ),
    "bladder_sensation_loss": (
        "No siente cuándo la vejiga está llena o cuándo está orinando"
    ),
    "urine_leak": "Se le escapa la orina sin control",
    "stool_leak": "Se le escapan las heces, o no siente cuando salen",
    "constipation": "Evacúa menos veces o las heces son más duras",
    "saddle_numbness": "Zona dormida entre las piernas, alrededor de genitales o ano",
    "leg_pain_both_sides": "Dolor que baja por las dos piernas",
    "numbness_both_legs": "Adormecimiento u hormigueo en las dos piernas",
    "weakness_both_legs": "Siente débiles las dos piernas",
    "sexual_function_change": "Cambio en la sensibilidad o la función sexual",
    "weakness_one_leg": "Siente débil una pierna, o se le dobla",
    "weakness_arm": "Siente débil un brazo o una mano",
    "rapidly_worsening_weakness": "La debilidad empeoró en dos días",
    "foot_drop": "No puede levantar la punta del pie",
    "cannot_stand_or_walk": "No puede ponerse de pie ni dar pasos",
    "hand_clumsiness": "Manos torpes (botones, llaves)",
    "unsteady_walking": "Poca firmeza al caminar",
    "numbness_one_leg": "Adormecimiento u hormigueo en una pierna o un pie",
    "numbness_arm": "Adormecimiento u hormigueo en un brazo o una mano",
    "leg_pain_one_side": "Dolor que baja por una pierna",
    "arm_pain": "Dolor que baja por un brazo",
    "feverish": "Sensación de calor, sudor o escalofríos",
    "shaking_chills": "Temblores fuertes que no se pueden parar",
    "night_sweats": "Sudor por la noche que empapa la ropa",
    "confusion": "Confusión o mucho sueño",
    "fast_breathing": "En reposo respira mucho más rápido de lo normal",
    "mottled_skin": "Piel fría, pálida, con manchas o azulada",
    "no_urine_12h": "No ha orinado en 12 horas",
    "pain_on_any_movement": "Duele cada movimiento, por pequeño que sea",
    "night_pain": "Dolor por la noche que no se calma con el descanso",
    "site_soreness": "Molestia donde entró la aguja",
    "site_mild_swelling": "Un poco de hinchazón donde entró la aguja",
    "site_spreading_redness": "Piel roja que se extiende donde entró la aguja",
    "site_hot_swelling": "Un bulto caliente que crece donde entró la aguja",
    "site_discharge": "Líquido o pus donde entró la aguja",
    "site_itch": "Picazón solo debajo del apósito",
    "hives": "Ronchas que pican en más de un lugar",
    "face_swelling": "Hinchazón de la cara, los labios o la lengua",
    "throat_tightness": "La garganta se cierra o la voz está ronca",
    "breathing_trouble": "Silbidos al respirar o dificultad para respirar",
    "sudden_breathlessness": "De repente le falta el aire",
    "chest_pain": "Dolor o presión en el pecho",
    "coughing_blood": "Tos con sangre",
    "fainting": "Se desmayó o casi",
    "calf_swelling": "Una pantorrilla hinchada, con dolor y caliente",
    "weight_loss_unplanned": "Baja de peso sin quererlo",
    "sudden_pain_after_minor_strain": (
        "Dolor nuevo y repentino tras una caída, un esfuerzo o una tos leve"
    ),
    "medicine_not_helping": "La medicina para el dolor no ayuda",
    "cannot_sleep_for_pain": "No puede dormir por el dolor",
    "postural_headache": "Dolor de cabeza que empeora al sentarse o ponerse de pie",
    "neck_stiffness": "Cuello rígido",
    "light_sensitivity": "La luz molesta en los ojos",
    "suicidal_thoughts": "Pensamientos de quitarse la vida",
    "wish_not_to_wake": "Desea no despertar, sin pensar en hacer algo",
    "low_mood": "Tristeza o desesperanza, sin interés por las cosas",
    "slow_breathing_blue_lips": (
        "Respiración lenta, labios azules o cuesta que despierte"
    ),
    "extra_pain_medicine": "Tomó más medicina para el dolor de la recetada",
    "ran_out_of_medicine_early": (
        "Se le acabó la medicina para el dolor antes de tiempo"
    ),
    "mixed_with_alcohol_or_sedatives": "La tomó con alcohol o calmantes",
    "black_stool_or_vomiting_blood": "Heces negras o vómito con sangre",
    "tearing_belly_or_back_pain": (
        "Dolor repentino y desgarrador en el vientre o la espalda"
    ),
    "red_painful_eye": "Ojo rojo y con dolor",
    "morning_stiffness_over_hour": "Más de una hora de rigidez por la mañana",
    "back_stiffness": "Espalda rígida, cuesta agacharse",
    "muscle_spasm": "Calambre fuerte y repentino en la espalda",
    "cold_symptoms": "Dolor de garganta o nariz que moquea",
    "vomiting": "Vómitos",
}

GROUP_WORDS: Mapping[str, str] = {
    "Bladder and bowel": "Vejiga e intestino",
    "Legs and arms": "Piernas y brazos",
    "Fever and infection": "Fiebre e infección",
    "Your back": "Su espalda",
    "The needle site": "El lugar de la aguja",
    "Breathing, chest and skin": "Respiración, pecho y piel",
    "Your body": "Su cuerpo",
    "Medicine": "Medicinas",
    "Head and mood": "Cabeza y ánimo",
}
