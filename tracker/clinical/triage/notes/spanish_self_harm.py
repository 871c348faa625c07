"""Phrases of self-harm in Spanish: of acting, and of a wish not to be."""

import re
from dataclasses import replace

from tracker.clinical.triage.notes.compiled_later import CompiledLater
from tracker.clinical.triage.notes.lexicon import NEVER, at_word
from tracker.clinical.triage.notes.spanish import OTHER_PEOPLE, SPANISH

# Not by accident: the way somebody speaks of a box that was lifted.
_HARM = r"da[ñn]o(?! (?:al|con|haciendo|en (?:la|el)|cuando|si)\b)"
_ACTIVE = (
    r"(?:quiero|querria|quisiera|deseo|pienso en|pensar en|pensando en|pensado en"
    r"|voy a|ganas de|planeo|planeando|intentar|intente)(?: \w+)?"
    r" (?:morir(?:me)?\b(?! de (?:ganas|risa|gusto|alegria)\b)|matarme\b|suicidarme\b"
    r"|ahorcarme\b)"
    r"|me quiero (?:morir|matar)\b"
    rf"|me (?:voy a|quiero) (?:matar\b|suicidar\b|hacer {_HARM})"
    rf"|(?<!miedo de )(?<!miedo a )hacerme {_HARM}"
    r"|me mato(?! (?:de|a|trabajando)\b)|matarme\b|suicid(?:arme|ar|io|a)\b"
    r"|quitarme la vida|(?:acabar|terminar) con mi vida|poner fin a mi vida"
    r"|(?:acabar|terminar) con todo\b(?! (?:el|lo|esto)\b)"
    r"|me (?:cort[eo]|he cortado)(?: \w+){0,2}? (?:a proposito|adrede)|autolesi\w+"
    r"|cortarme las venas|sobredosis|tirarme (?:por|de|desde|al)\b"
    r"|tomar(?:me)? todas las (?:pastillas|medicinas)"
)
_PASSIVE = (
    r"(?:no|ya no|tampoco) (?:quiero|deseo|puedo)(?: (?:seguir|continuar))?"
    r" (?:vivir|viviendo|estar viv[oa])\b(?! (?:en|con (?:mis?|su|el|la))\b)"
    r"|(?:preferi\w+|prefiero|ojala|mejor)(?: \w+)? (?:muert[oa]|morir(?:me)?)\b"
    r"|gustaria estar muert[oa]|mejor me muero\b|ojala no (?:me )?despert\w+"
    r"|no (?:quiero|quisiera) despertar(?:me)?\b(?! (?:a|al|con|tan|tarde|temprano)\b)"
    r"|esta\w+ mejor sin mi\b|no (?:vale|merece) la pena (?:vivir|seguir)\b"
    r"|vida (?:ya )?no (?:tiene sentido|vale)|no tiene sentido (?:seguir|vivir)\b"
    r"|quiero que todo (?:termine|acabe)|no quiero (?:estar|seguir) aqui mas"
    r"|quiero desaparecer\b|mejor no (?:existir|haber nacido|despertar)"
    r"|pens\w+ en (?:no despertar|desaparecer)|pienso en (?:no despertar|desaparecer)"
    r"|(?:pienso|pensando) en la muerte\b(?! de\b)|dejar de vivir\b"
    r"|no quiero seguir (?:con vida|viv[oa])\b|no (?:le )?veo (?:el )?sentido a la vida"
    r"|no (?:tengo|me quedan) (?:ganas|razones|motivos) (?:de|para) (?:seguir )?viv\w+"
)

SPANISH_SELF_HARM = replace(
    SPANISH,
    terms=CompiledLater({"active": at_word(_ACTIVE), "passive": at_word(_PASSIVE)}),
    denied=re.compile(
        r"\b(?:no|nunca|jamas|sin|tampoco|niego)(?: (?:he|pienso|pensado|tengo|tenido"
        r"|quiero|querido|deseo|voy|a|en|de|ideas?|pensamientos?|ganas|planes?"
        r"|intencion|el|la|ni|que|ningun\w*|me|un))*$"
    ),
    other_person=re.compile(
        rf"\b(?:{OTHER_PEOPLE}|pelicula|libro|serie|novela|prevencion|linea)\b"
        r"(?:(?! yo\b)[^.!?;,]){0,30}$"
    ),
    own=re.compile(r"\b(?:me|mi|\w+rme|quiero|pienso|pensado|voy|deseo)\b"),
    past=NEVER,
    only_read=NEVER,
    supposed=NEVER,
)
