"""Harm that may come from the procedure: terms, grades, reporting, clusters."""
