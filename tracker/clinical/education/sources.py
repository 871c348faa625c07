"""Where the cards come from, by the reference id of the evidence file."""

SOURCES = {
    "000": "Guidance on immunology-based treatment of back pain",
    "001": "Guidance on autoimmune disease and back pain",
    "002": "Guidance on stem cell therapy for back pain",
    "004": "Guidance on the neuroimmunology of chronic pain",
    "CDC": "CDC opioid guideline 2022",
    "L5": "Clinic sheet: after the injection",
    "L6": "Clinic sheet: questions after the procedure",
    "L8": "Clinic sheet: spine patients, four weeks",
    "L9": "Clinic sheet: bone marrow concentrate, week by week",
    "L11": "Clinic sheet: what to expect, load by week",
    "L14": "Clinic sheet: lumbar intradiscal injection",
    "L16": "Intradiscal injections, return to activity",
    "L26": "RESPINE trial, Pers 2024, doi 10.1136/ard-2024-225771",
    "L28": "Levi 2016, doi 10.1093/pm/pnv053",
    "L35": "Lee 2013, PMC3629348: disc infection after a month, no fever",
    "L41": "Hospital discharge sheets: when to call about a fever",
    "ours": "Usual practice; no published source",
}
