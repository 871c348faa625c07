"""Invented patients whose days follow published courses. The same seed, the same days.

What is published is named where it is used (clinical evidence file, sections 2, 3 and
6); everything else is an assumption and is listed in docs/clinical/alert_load.md.
"""
