"""The words for patients and clinicians, by rule, level and variant: plain data."""
