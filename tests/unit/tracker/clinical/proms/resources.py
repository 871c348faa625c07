"""Small FHIR R4 Questionnaires in invented words for the tests of this folder."""

from tracker.clinical.proms.fhir import read_questionnaire
from tracker.clinical.proms.schedule import Schedule

CORE = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"


def item(link_id="a", kind="boolean", **changes):
    return {"linkId": link_id, "type": kind, "text": f"Ask {link_id}"} | changes


def extension(name, **value):
    return {"url": f"{CORE}{name}", **value}


def control(code):
    codings = [{"code": code}]
    return extension(
        "questionnaire-itemControl", valueCodeableConcept={"coding": codings}
    )


def coding(code, weight=None, **changes):
    row = {"system": "s", "code": code, "display": f"is {code}"} | changes
    if weight is not None:
        row["extension"] = [extension("ordinalValue", valueDecimal=weight)]
    return {"valueCoding": row}


def choice(link_id="a", count=4, **changes):
    options = [coding(f"c{place}") for place in range(count)]
    return item(link_id, "choice", answerOption=options) | changes


def resource(*items, **changes):
    return {
        "resourceType": "Questionnaire",
        "title": "Imported",
        "status": "active",
        "item": list(items),
    } | changes


def read(*items, scoring="none", code="imported", licence="held", **changes):
    return read_questionnaire(
        resource(*items, **changes),
        code=code,
        scoring=scoring,
        schedule=Schedule(days=(0,)),
        licence=licence,
    )


def read_one(*items, **changes):
    """The last item of a questionnaire."""
    return read(*items, **changes).items[-1]
