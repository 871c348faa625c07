"""What may be recorded about a procedure: codes with the words people read.

Source: clinical evidence file, section 1; the cell sources are from the literature.
"""

from collections.abc import Mapping
from types import MappingProxyType

REGIONS: Mapping[str, str] = MappingProxyType(
    {
        "lumbar": "Lower back (lumbar)",
        "thoracic": "Upper back (thoracic)",
        "cervical": "Neck (cervical)",
    }
)

ROUTES: Mapping[str, str] = MappingProxyType(
    {
        "intradiscal": "Into the disc",
        "facet": "Into a facet joint",
        "ligament": "Into a ligament",
        "epidural": "Epidural",
        "sacroiliac": "Into the sacroiliac joint",
        "muscle": "Into a muscle",
        "other": "Other",
    }
)
"""Where the cells were placed; one procedure may use several."""

GUIDANCE: Mapping[str, str] = MappingProxyType(
    {
        "fluoroscopy": "Fluoroscopy",
        "ultrasound": "Ultrasound",
        "ct": "CT",
        "other": "Other",
    }
)

CELL_SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "bone_marrow_concentrate": "Own bone-marrow concentrate",
        "bone_marrow_cultured": "Own bone-marrow cells, cultured",
        "adipose_svf": "Fat tissue, stromal vascular fraction",
        "adipose_graft": "Fat graft",
        "adipose_cultured": "Fat tissue cells, cultured",
        "allogeneic_cells": "Donor cells (MPC or MSC)",
        "umbilical_or_placental": "Umbilical cord or placenta",
        "disc_allograft": "Donor disc tissue",
        "unknown": "Not known",
    }
)
