"""The cards in Spanish, with usted."""

from tracker.clinical.education.wording.words import CardWords

TOPICS = {
    "activity": "Movimiento",
    "medicines": "Medicinas",
    "physical_therapy": "Fisioterapia",
    "food_and_water": "Comida y agua",
    "sleep": "Sueño",
    "stress_and_support": "Estrés y apoyo",
    "posture": "Postura",
    "heat_and_cold": "Calor y frío",
    "immune_health": "Sus defensas",
    "about_cell_therapy": "Sobre la terapia celular",
}

CARDS = {
    # Movimiento
    "rest_first": CardWords(
        "Primero, descanso",
        "Descanse el primer día o los dos primeros. Levántese de vez en cuando y"
        " vuelva a acostarse cuando quiera. Hoy no hace falta nada más.",
    ),
    "short_walks": CardWords(
        "Paseos cortos, muchas veces",
        "Levántese y camine un poco varias veces al día. Al principio bastan cinco"
        " minutos. Pare cuando su cuerpo se lo pida.",
    ),
    "light_loads": CardWords(
        "Tareas ligeras, poco peso",
        "Puede hacer tareas pequeñas en casa. No levante más peso del que dice su"
        " plan. No se doble ni gire con fuerza. Pida a alguien que le lleve la compra.",
    ),
    "desk_work": CardWords(
        "De vuelta al escritorio",
        "Muchas personas vuelven ahora al trabajo de escritorio. Medio día es un buen"
        " comienzo. Levántese a menudo y dé unos pasos. Si su trabajo es pesado,"
        " pregúntenos antes.",
    ),
    "walk_more": CardWords(
        "Un poco más cada semana",
        "Añada cada semana unos minutos a sus paseos. Algunos días hará menos, y está"
        " bien. Si al día siguiente le duele claramente más, vuelva un paso atrás.",
    ),
    "kind_moves": CardWords(
        "Formas suaves de moverse",
        "Caminar carga poco la espalda. Nadar con calma también, cuando su clínica"
        " permita la piscina. El yoga suave puede irle bien. Empiece con poco tiempo.",
    ),
    "what_can_wait": CardWords(
        "Lo que puede esperar",
        "Correr, saltar y levantar mucho peso puede esperar. Su plan dice cuándo se"
        " puede empezar. Empiece con poco y mire cómo está al día siguiente.",
    ),
    "add_load": CardWords(
        "Más carga, paso a paso",
        "Añada una cosa cada vez: primero paseos más largos, luego cosas más pesadas."
        " Quédese unos días en cada paso. Así sabrá qué paso fue demasiado.",
    ),
    "small_portions": CardWords(
        "Movimiento en porciones pequeñas",
        "Diez minutos tres veces al día cuentan tanto como media hora. Use la"
        " escalera. Camine mientras habla por teléfono. Elija lo que encaje en su día.",
    ),
    "sport_in_steps": CardWords(
        "Deporte en pasos pequeños",
        "Pregúntenos o pregunte a su fisioterapeuta antes de volver a un deporte."
        " Empiece con la mitad de lo que hacía. Deje un día libre entre dos días"
        " duros.",
    ),
    "keep_moving": CardWords(
        "Que sea fácil seguir moviéndose",
        "Es más fácil moverse en compañía o a una hora fija. Deje los zapatos junto a"
        " la puerta. Si un día no puede, siga al día siguiente.",
    ),
    "chosen_activity": CardWords(
        "La actividad que usted eligió",
        "Piense en lo que más quiere volver a hacer. Haga una parte pequeña y mire"
        " cómo está al día siguiente. Cuéntenos en su visita cómo le fue.",
    ),
    # Medicinas
    "agreed_medicine": CardWords(
        "Solo la medicina que acordamos",
        "Tome solo la medicina para el dolor que acordó con su clínica. Tómela como le"
        " dijeron. Pregúntenos antes de añadir otra, también si se vende sin receta.",
    ),
    "leave_inflammation_medicine": CardWords(
        "Sin medicinas contra la inflamación",
        "Algunas medicinas para el dolor también actúan contra la inflamación. Su"
        " clínica le pide que las deje por ahora. Si no está seguro, pregunte en la"
        " clínica o en la farmacia. No deje una medicina que le dio un médico sin"
        " preguntar antes.",
    ),
    "strong_medicine": CardWords(
        "Si toma una medicina fuerte para el dolor",
        "Tómela como se acordó y no más. No la mezcle con alcohol ni con pastillas"
        " para dormir. Hable con nosotros antes de dejarla, para bajarla paso a paso.",
    ),
    "still_leave": CardWords(
        "Todavía sin medicinas contra la inflamación",
        "Su clínica fija el día en que termina este tiempo. Hasta que le digamos ese"
        " día, no tome estas medicinas. Si tomó una, díganoslo.",
    ),
    "before_again": CardWords(
        "Antes de tomarlas otra vez",
        "Puede que el tiempo sin medicinas contra la inflamación ya haya terminado"
        " para usted. Pregúntenos antes de tomar una. También cuentan su estómago, sus"
        " riñones, su corazón y sus otras medicinas.",
    ),
    "medicine_list": CardWords(
        "Una lista de lo que toma",
        "Anote todo lo que toma: el nombre, la dosis y cada cuánto. Añada cremas,"
        " hierbas y lo que compra sin receta. Traiga la lista a cada visita.",
    ),
    "medicine_review": CardWords(
        "¿Aún necesita todo?",
        "Si su dolor ha cambiado, tal vez también cambie su medicina. Pregúntenos cuál"
        " necesita todavía. No la deje por su cuenta.",
    ),
    "other_doctor": CardWords(
        "Cuando le atiende otro médico",
        "Diga a cada médico, dentista y farmacéutico que le pusieron una inyección de"
        " células, y cuándo. Enséñeles su lista de medicinas. Cuéntenos qué le dan.",
    ),
    "months_of_medicine": CardWords(
        "Medicina para el dolor durante meses",
        "Si toma una medicina para el dolor casi todos los días, veámoslo juntos."
        " Puede haber otras formas de ayudarle. Díganos también si no le ayuda.",
    ),
    # Fisioterapia
    "no_adjusting": CardWords(
        "Sin ajustes ni estiramientos todavía",
        "En las primeras cuatro semanas, que nadie le ajuste, cruja ni estire la"
        " columna. Antes de un masaje o de acupuntura, cuente que tuvo un"
        " procedimiento y pregúntenos.",
    ),
    "therapy_start": CardWords(
        "Empezar la fisioterapia",
        "Su clínica le dice cuándo empezar. Lleve su plan y la fecha de su"
        " procedimiento. Diga qué le duele y qué quiere volver a hacer.",
    ),
    "home_exercises": CardWords(
        "Ejercicios en casa",
        "Unos minutos al día son más fáciles de mantener que una hora a la semana."
        " Hágalos al lavarse los dientes o al preparar el café. Notar que algo tira es"
        " común. Si el dolor es agudo, pare y pregunte.",
    ),
    "tell_therapist": CardWords(
        "Cuente cómo le fue",
        "Diga a su fisioterapeuta cómo estuvo su espalda al día siguiente. Así la"
        " próxima sesión puede ser más suave o más fuerte. Anote cada sesión en su"
        " registro.",
    ),
    "other_classes": CardWords(
        "Yoga, pilates y masaje",
        "Pueden ser agradables junto a su fisioterapia. Hable de su espalda con quien"
        " da la clase. Deje lo que le duela. Pregúntenos antes de que alguien le"
        " ajuste la columna.",
    ),
    "keep_exercises": CardWords(
        "Ejercicios también en los días buenos",
        "Es fácil olvidar los ejercicios cuando la espalda está tranquila. Quédese con"
        " dos o tres que le gusten. Hágalos también en los días buenos, y descanse si"
        " está enfermo.",
    ),
    "on_your_own": CardWords(
        "Cuando terminan las sesiones",
        "Pida a su fisioterapeuta un plan corto para casa. Pregunte qué señales"
        " significan que debe volver. Deje la hoja donde la vea.",
    ),
    # Comida y agua
    "drink_often": CardWords(
        "Beba durante el día",
        "Tenga un vaso de agua donde descansa. Beba poco y muchas veces. Si un médico"
        " le dijo que beba menos, siga ese consejo.",
    ),
    "simple_meals": CardWords(
        "Comidas sencillas",
        "Coma fruta, verdura y cereales integrales. Las legumbres, los huevos o el"
        " pescado dan proteína. Si no tiene hambre, bastan comidas pequeñas.",
    ),
    "fish_nuts_seeds": CardWords(
        "Pescado, nueces y semillas",
        "El pescado azul, las nueces y el lino pueden ser parte de sus comidas. Son"
        " comida y no medicina. Pregúntenos antes de tomar cápsulas.",
    ),
    "colour": CardWords(
        "Color en el plato",
        "Frutos rojos, hojas verdes, zanahorias, tomates: elija colores distintos. Los"
        " congelados valen tanto como los frescos. Una porción más al día es un"
        " comienzo.",
    ),
    "weight": CardWords(
        "El peso y la espalda",
        "Un peso sano quita carga a su espalda. Los cambios lentos son más fáciles de"
        " mantener. Si pierde peso sin quererlo, díganoslo pronto.",
    ),
    "gut": CardWords(
        "Comida, intestino y nervios",
        "La ciencia estudia cómo se influyen la comida, el intestino y los nervios."
        " Aún se sabe poco. Comer variado y con mucha fibra es una elección sensata."
        " Ninguna dieta sustituye su tratamiento.",
    ),
    "water_when_active": CardWords(
        "Agua en los días activos",
        "Cuando hace calor o usted se mueve más, su cuerpo necesita más agua. Lleve"
        " una botella. Si un médico le dijo que beba menos, pregunte cuánto es lo"
        " adecuado.",
    ),
    # Sueño
    "first_nights": CardWords(
        "Las primeras noches",
        "Pruebe de lado, con una almohada entre las rodillas. O boca arriba, con una"
        " almohada bajo las rodillas. Dese la vuelta cuando lo necesite. Una mala"
        " noche es común en los primeros días.",
    ),
    "steady_evening": CardWords(
        "Cada noche a la misma hora",
        "Acuéstese y levántese más o menos a la misma hora. Deje el teléfono media"
        " hora antes. Tenga el cuarto oscuro y un poco fresco.",
    ),
    "awake_at_night": CardWords(
        "Cuando no puede dormir",
        "Si pasa un rato sin dormir, levántese y haga algo tranquilo. Vuelva a la cama"
        " cuando tenga sueño. Si el dolor le despierta casi todas las noches,"
        " díganoslo en su registro.",
    ),
    "sleep_and_pain": CardWords(
        "El sueño y el dolor",
        "Después de una noche corta el dolor puede sentirse más fuerte. Planee"
        " entonces un día más tranquilo. Una siesta de veinte minutos antes de las"
        " tres está bien.",
    ),
    "better_bed": CardWords(
        "Almohada y colchón",
        "No hay un colchón bueno para todas las espaldas. Elija uno en el que esté"
        " cómodo y pueda darse la vuelta con facilidad. Una almohada puede llenar el"
        " hueco del cuello.",
    ),
    # Estrés y apoyo
    "worry": CardWords(
        "Preocuparse es normal",
        "Esperar a ver cómo va todo puede ser difícil. Cuénteselo a alguien de"
        " confianza. Anote sus preguntas para nosotros, así no tiene que guardarlas en"
        " la cabeza.",
    ),
    "slow_breathing": CardWords(
        "Respirar despacio",
        "Tome aire y cuente hasta cuatro. Suelte el aire y cuente hasta seis. Hágalo"
        " unos minutos, sentado o acostado. Puede ayudarle a calmarse.",
    ),
    "ups_and_downs": CardWords(
        "Días buenos y días malos",
        "Un día malo no borra los buenos. Mire la semana y no la hora. Si empeora"
        " varios días seguidos, díganoslo.",
    ),
    "low_mood": CardWords(
        "Cuando el ánimo sigue bajo",
        "El dolor y el ánimo bajo pueden empeorarse uno al otro. Si se siente así casi"
        " todos los días durante dos semanas, díganoslo. Hay ayuda para esto. Si"
        " piensa en hacerse daño, llame ahora al número de emergencias.",
    ),
    "mindful_minute": CardWords(
        "Un minuto de calma",
        "Quédese quieto y note cinco cosas que oye. Cuando sus pensamientos se vayan,"
        " vuelva a los sonidos. Para empezar basta un minuto.",
    ),
    "people": CardWords(
        "Personas que ayudan",
        "Diga a su familia o a sus amigos qué le ayuda y qué no. En un grupo de apoyo"
        " puede oír cómo viven otros con dolor de espalda. Si no conoce ninguno,"
        " pregúntenos.",
    ),
    "stress_in_the_body": CardWords(
        "El estrés en el cuerpo",
        "El estrés puede tensar los músculos. Baje los hombros y abra las manos. Un"
        " paseo corto después de una charla difícil puede hacerle bien.",
    ),
    # Postura
    "getting_up": CardWords(
        "Levantarse de la cama",
        "Primero gire hacia un lado. Deje que los pies bajen por el borde. Empújese"
        " con los brazos. Tómese su tiempo.",
    ),
    "sitting": CardWords(
        "Sentarse, pero no mucho tiempo",
        "Levántese antes de que la espalda se ponga rígida. Para muchos es cada media"
        " hora. Apoye los pies en el suelo. Un cojín pequeño en la parte baja de la"
        " espalda puede ayudar.",
    ),
    "lifting": CardWords(
        "Levantar con cuidado",
        "Acérquese al objeto y doble las rodillas. Llévelo cerca del cuerpo. Gire con"
        " los pies, no con la espalda. No levante más peso del que dice su plan.",
    ),
    "next_posture": CardWords(
        "Mejor cambiar que ser perfecto",
        "Ninguna forma de sentarse es buena todo el día. Cambie a menudo: siéntese,"
        " póngase de pie, camine. Ponga una alarma si se le olvida.",
    ),
    "driving": CardWords(
        "En el coche",
        "Ajuste el asiento para que las rodillas queden dobladas. En viajes largos,"
        " pare y camine unos minutos. Al salir, saque primero los dos pies. No"
        " conduzca si una medicina le da sueño.",
    ),
    # Calor y frío
    "cold_ask": CardWords(
        "Frío: pregunte antes",
        "Algunas clínicas permiten el frío después de la inyección y otras no."
        " Pregúntenos antes de usarlo. No ponga nada apretado sobre el lugar de la"
        " aguja.",
    ),
    "cold_allowed": CardWords(
        "Frío, si le hace bien",
        "Su clínica permite el frío. Ponga una bolsa fría envuelta en un paño sobre el"
        " lugar dolorido durante diez minutos. Nunca ponga hielo sobre la piel desnuda"
        " ni sobre piel dormida.",
    ),
    "heat_ask": CardWords(
        "Calor: pregunte antes",
        "Después de una inyección el calor no es bueno para todos. Pregúntenos antes"
        " de usar una almohadilla o darse un baño caliente. No se acueste sobre nada"
        " caliente.",
    ),
    "heat_allowed": CardWords(
        "Calor suave para músculos tensos",
        "Su clínica permite el calor. Use una almohadilla tibia envuelta en un paño"
        " durante quince minutos. No sobre el lugar de la aguja mientras le duela, ni"
        " sobre piel dormida. No se duerma encima.",
    ),
    "warm_before_moving": CardWords(
        "Calor antes de moverse",
        "Su clínica permite el calor. Diez minutos antes de los ejercicios pueden"
        " aflojar músculos rígidos. Basta con tibio, no caliente.",
    ),
    "heat_for_spasm": CardWords(
        "Cuando un músculo se acalambra",
        "Acuéstese como esté cómodo y respire despacio. Su clínica permite el calor,"
        " así que una almohadilla tibia puede ayudar. Si los calambres son nuevos o"
        " empeoran, infórmenos.",
    ),
    # Sus defensas
    "clean_site": CardWords(
        "Mantenga limpio el lugar de la aguja",
        "Lávese las manos antes de tocarlo. Puede ducharse; seque el lugar con toques"
        " suaves. Espere con baños y piscinas hasta que su clínica diga que sí.",
    ),
    "temperature": CardWords(
        "Por qué pedimos su temperatura",
        "Una infección puede empezar sin ruido. Una medida nos dice más que una"
        " sensación. Anótela también cuando sea normal. Si nota calor o escalofríos,"
        " mida otra vez y díganoslo el mismo día.",
    ),
    "immune_medicine": CardWords(
        "Medicinas para las defensas",
        "Algunas medicinas cambian la forma en que su cuerpo lucha contra los"
        " gérmenes. Si toma una, las señales pequeñas de infección cuentan más."
        " Díganos cuando cambie la dosis. No la deje por su cuenta.",
    ),
    "late_infection": CardWords(
        "Dolor que vuelve",
        "Un dolor que se había calmado y vuelve a subir debe revisarse. Una infección"
        " puede aparecer semanas después y sin fiebre. Infórmenos el mismo día. No"
        " espere a su visita.",
    ),
    "nerves_awake": CardWords(
        "Cómo el dolor se mantiene despierto",
        "Cuando el dolor dura mucho, los nervios pueden estar más alerta. Células de"
        " las defensas a su alrededor participan. La ciencia todavía lo estudia. Su"
        " dolor es real y no imaginado.",
    ),
    "autoimmune": CardWords(
        "Cuando hay inflamación en otras partes",
        "En algunas enfermedades las defensas atacan las articulaciones, también las"
        " de la columna. Si tiene una, díganos si nota rigidez nueva o un ojo rojo y"
        " dolorido. Siga con las visitas a ese médico.",
    ),
    "stay_well": CardWords(
        "Cuidarse",
        "Lávese las manos, duerma lo suficiente, muévase cada día. Si toma una"
        " medicina para las defensas, pregúntenos antes de vacunarse. Si fuma, pídanos"
        " ayuda para dejarlo.",
    ),
    "signs_that_count": CardWords(
        "Señales que siempre cuentan",
        "Díganos en cualquier momento si tiene fiebre, escalofríos o si pierde peso"
        " sin quererlo. Si se le duerme la zona entre las piernas, o tiene problemas"
        " para orinar o ir al baño, llame al número de emergencias. Esto vale también"
        " meses después.",
    ),
    # Sobre la terapia celular
    "sore_at_first": CardWords(
        "Al principio, más dolor",
        "A muchas personas les duele más en los primeros días que antes. A menudo se"
        " calma en una o dos semanas. Si el dolor es muy fuerte o aparece algo nuevo,"
        " infórmenos enseguida.",
    ),
    "what_is_known": CardWords(
        "Lo que se sabe y lo que no",
        "Los estudios de inyecciones de células en la espalda no coinciden entre sí."
        " Cada persona es distinta. Nadie puede decir de antemano cómo le irá a usted."
        " Por eso miramos sus propios días.",
    ),
    "little_change_yet": CardWords(
        "Cuando aún ha cambiado poco",
        "Muchas personas notan poco en los dos primeros meses. Eso solo no dice cómo"
        " seguirá. Anote sus días tal como son.",
    ),
    "what_helped": CardWords(
        "Por qué no decimos qué ayudó",
        "El dolor también cambia con el tiempo, el ejercicio, el sueño y el ánimo. En"
        " un estudio, las personas con una inyección simulada a menudo también se"
        " sintieron mejor. Por eso anotamos qué cambia, y no por qué.",
    ),
    "big_promises": CardWords(
        "Cuando alguien promete mucho",
        "Algunas ofertas de tratamientos con células prometen más de lo que se sabe."
        " Pregunte qué células, para qué enfermedad y qué se estudió. Hable con"
        " nosotros antes de aceptar más.",
    ),
    "your_own_line": CardWords(
        "Su propia línea",
        "En la página Evolución ve sus propios días. Otras personas tuvieron un camino"
        " más fácil o más difícil, y eso no dice nada del suyo. Los pasos pequeños"
        " cuentan.",
    ),
    "six_months": CardWords(
        "A los seis meses",
        "Ahora podemos ver juntos qué ha cambiado y qué no. Traiga sus preguntas. Si"
        " esperaba más, díganoslo. Entonces hablamos de qué más se puede hacer.",
    ),
}
