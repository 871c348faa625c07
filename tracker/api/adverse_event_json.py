"""An adverse event as JSON."""

from dataclasses import asdict
from typing import Any

from tracker.api.alert_json import person
from tracker.clinical.adverse_events.terms import TERMS
from tracker.queries import adverse_event_duty, adverse_events

SAME = (
    *("version", "term", "narrative", "onset_on", "day", "aware_on", "grading"),
    *("grade", "grade_suggested", "seriousness", "relatedness", "outcome"),
    *("is_infection", "product", "lot", "supplier", "regime", "reported_on"),
    *("news_on", "report_reference", "not_reported_because"),
)


def summary(event: Any) -> dict[str, Any]:
    return {name: getattr(event, name) for name in SAME} | {
        "id": event.pk,
        "episode": event.episode_id,
        "patient": person(event.episode.patient),
        "alert": event.alert_id,
        "family": TERMS[event.term].family,
        "reporting": asdict(adverse_event_duty.obligation(event)),
        "recorded_by": person(event.recorded_by),
        "recorded_at": event.created_at,
    }


def detail(event: Any) -> dict[str, Any]:
    return summary(event) | {
        "earlier_versions": [_version(kept) for kept in adverse_events.history(event)],
        "clusters": [
            found.cluster.says
            for found in adverse_events.clusters_of(event.clinic)
            if event in found.events
        ],
    }


def _version(kept: Any) -> dict[str, Any]:
    return {
        "version": kept.version,
        "replaced_at": kept.created_at,
        "replaced_by": person(kept.replaced_by),
        "reason": kept.reason,
        "fields_before": kept.fields,
    }
