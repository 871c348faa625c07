"""From the frozen picture of a patient to findings: rules, engine, wording."""
