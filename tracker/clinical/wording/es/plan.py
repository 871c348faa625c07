"""The plan that clinics start from, in Spanish."""

from collections.abc import Mapping

PHASES: Mapping[str, tuple[str, str]] = {
    "before": (
        "Antes del procedimiento",
        "Usted nos cuenta cómo está su espalda ahora. Más tarde comparamos con estos"
        " días.",
    ),
    "initial": (
        "Semanas 1 y 2",
        "Su espalda puede doler o estar un poco hinchada donde entró la aguja. Lo"
        " primero es descansar. En este tiempo casi todos vuelven a hacer cosas"
        " ligeras.",
    ),
    "progressive": (
        "Semanas 3 a 6: mejora poco a poco",
        "El dolor suele bajar poco a poco, y moverse es más fácil. Algunas personas aún"
        " notan poco, y eso también es normal. Puede empezar la fisioterapia.",
    ),
    "lead_in": (
        "Semanas 7 a 13: camino hacia los meses 3 a 6",
        "Usted avanza despacio hacia la próxima fase. Puede haber semanas buenas y"
        " semanas más lentas.",
    ),
    "long_term": (
        "Meses 3 a 6",
        "A veces solo ahora se ve hasta dónde llega. Nos reunimos para verlo juntos.",
    ),
    "maintenance": (
        "Meses 7 a 12",
        "Usted sigue con lo que le ayuda. Preguntamos menos y seguimos a su alcance.",
    ),
    "after": (
        "Después del primer año",
        "El plan ha terminado. Puede seguir escribiéndonos en cualquier momento.",
    ),
}

MILESTONES: Mapping[str, tuple[str, str]] = {
    "plan_read": (
        "Leyó su plan",
        "Saber lo que viene hace más tranquilos los primeros días.",
    ),
    "first_walk": (
        "Su primer paseo",
        "Cinco minutos bastan. Los paseos cortos le mantienen en movimiento.",
    ),
    "first_rest": (
        "Descansó uno o dos días",
        "El descanso da tiempo a que se calme la zona tratada.",
    ),
    "light_tasks": (
        "Tareas ligeras en casa",
        "Las tareas pequeñas ayudan. No levante más de 2 a 5 kg (5 a 10 libras).",
    ),
    "shower_only": (
        "Ducha, pero aún sin bañera ni piscina",
        "El lugar de la aguja se cierra mejor si no está mucho tiempo en el agua.",
    ),
    "site_calm": (
        "El lugar de la aguja está tranquilo",
        "Tres días con temperatura normal y sin molestias en la zona son buena señal.",
    ),
    "flare_settled": (
        "La primera molestia se ha calmado",
        "El dolor suele subir al principio. Ahora está como antes, o menos.",
    ),
    "desk_work": (
        "De vuelta al escritorio",
        "Empiece con medio día y levántese a menudo.",
    ),
    "physical_therapy_started": (
        "Empezó la fisioterapia",
        "El ejercicio guiado da fuerza paso a paso.",
    ),
    "sleep_through": (
        "Duerme bien casi todas las noches",
        "Cinco noches de siete sin despertar por dolor ayudan al cuerpo a recuperarse.",
    ),
    "medicine_window_over": (
        "Terminaron las semanas sin antiinflamatorios",
        "Su clínica fija esta fecha. Pregúntenos antes de volver a tomar una medicina"
        " así.",
    ),
    "walk_30_minutes": (
        "Caminar 30 minutos",
        "Tres días en una semana muestran que su espalda le sostiene bien.",
    ),
    "first_30_percent_drop": (
        "Una clara bajada del dolor",
        "Casi un tercio menos de dolor es un cambio que se nota.",
    ),
    "running_or_gym": (
        "De nuevo a correr o al gimnasio",
        "Empiece con poco y pregunte primero a su fisioterapeuta.",
    ),
    "hands_on_treatment": (
        "Ya es posible tratar la columna con las manos",
        "Espere cuatro semanas antes de que alguien ajuste o estire su columna; después"
        " pregúntenos.",
    ),
    "review_6_weeks": (
        "Visita de revisión a las 6 semanas",
        "Vemos juntos las primeras semanas.",
    ),
    "lift_9_kg": (
        "Levantar 9 kg (20 libras)",
        "Levante cerca del cuerpo y sin girar.",
    ),
    "review_3_months": (
        "Visita de revisión a los 3 meses",
        "Vemos cómo le va y ajustamos el plan.",
    ),
    "half_of_baseline": (
        "La mitad del dolor, o días mucho más fáciles",
        "No todos llegan aquí, y los pasos más pequeños también cuentan.",
    ),
    "chosen_activity": (
        "De vuelta a la actividad que eligió",
        "Para esto lo hace.",
    ),
    "review_6_months": (
        "Visita de revisión a los 6 meses",
        "Ahora podemos ver juntos lo que ha cambiado.",
    ),
}

INSTRUCTIONS: Mapping[str, str] = {
    "baseline_entries": (
        "Díganos su dolor cada día de esta semana. Más tarde comparamos con él."
    ),
    "rest_first": "Descanse los primeros uno o dos días.",
    "short_walks": (
        "Levántese a menudo y dé paseos cortos. Deje que su cuerpo le diga cuándo"
        " parar."
    ),
    "no_heavy_lifting": (
        "No levante más de 2 a 5 kg (5 a 10 libras). No se doble ni gire con fuerza."
    ),
    "keep_site_dry": (
        "Puede ducharse. Espere con la bañera y la piscina hasta que su clínica diga"
        " que sí."
    ),
    "measure_temperature": (
        "Mida su temperatura por la mañana y por la noche en la semana 1, y una vez al"
        " día en la semana 2."
    ),
    "ask_before_medicine": (
        "Tome solo la medicina para el dolor que acordó con su clínica. Pregunte antes"
        " de tomar otra."
    ),
    "start_therapy": (
        "Empiece la fisioterapia cuando su clínica lo diga, y vaya a cada sesión."
    ),
    "walk_more": "Camine o nade un poco más cada semana, mientras se sienta bien.",
    "no_adjustments": (
        "No deje que nadie ajuste o estire su columna en las primeras cuatro semanas."
    ),
    "medicine_window": (
        "Pregunte a su clínica antes de tomar una medicina contra la inflamación."
    ),
    "eat_and_drink": "Beba bastante agua. Coma frutas, verduras, nueces y pescado.",
    "build_up": (
        "Aumente la carga despacio: primero paseos más largos, después cosas más"
        " pesadas."
    ),
    "lift_well": "Levante cerca del cuerpo y gire con los pies, no con la espalda.",
    "posture_breaks": "Levántese y estírese cuando lleve media hora en una silla.",
    "calm_mind": (
        "El estrés puede tensar la espalda. Pruebe a respirar despacio o hable con"
        " alguien."
    ),
    "keep_exercises": "Siga haciendo sus ejercicios, también en los días buenos.",
    "come_to_reviews": "Venga a sus visitas de revisión, también cuando todo va bien.",
    "chosen_activity_slowly": "Vuelva a su deporte o afición con pasos pequeños.",
    "tell_unusual": (
        "Cuéntenos en cualquier momento un síntoma que sea nuevo o poco común."
    ),
    "stay_active": "Siga en movimiento: camine, nade o haga lo que le guste.",
    "healthy_weight": "Un peso sano quita carga a su espalda.",
    "monthly_entry": "Escríbanos una vez al mes, y enseguida cuando algo cambie.",
}
