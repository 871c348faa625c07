"""Questionnaires that patients answer: what is asked, when, and what it scores.

Our own ones are in `definitions`; a clinic brings licensed wording as a FHIR
Questionnaire, which `fhir` reads. Nothing here holds the text of a licensed one.
"""
