"""Routes of the screens."""

from django.urls import path

from tracker.pages import home, stop
from tracker.pages.clinician import (
    adverse_event,
    adverse_event_form,
    adverse_events,
    alert,
    duty,
    enrol,
    instrument,
    instruments,
    languages,
    notifications,
    patient_check_in,
    patient_record,
    people,
    protocol_editor,
    rules,
    rules_approve,
    rules_precision,
    rules_try,
    second_procedure,
    worklist,
)
from tracker.pages.clinician import invitation as staff_invitation
from tracker.pages.helper import check_in as helper_check_in
from tracker.pages.helper import home as helping
from tracker.pages.helper import invitation as helper_invitation
from tracker.pages.helper import reading as helper_reading
from tracker.pages.helper import result as helper_result
from tracker.pages.patient import (
    check_in,
    device,
    helpers,
    messages,
    my_consent,
    my_data,
    my_data_files,
    plan,
    progress,
    questionnaire,
    questionnaires,
    reminders,
    result,
    shell,
    today,
    zone,
)
from tracker.pages.patient import invitation as patient_invitation

urlpatterns = [
    path("", home.home, name="home"),
    # --- patients ---------------------------------------------------------------
    path("invitation/<str:token>", patient_invitation.invitation, name="invitation"),
    path("today", today.today, name="today"),
    path("check-in", check_in.check_in, name="check-in"),
    path("check-in/<uuid:check_in_id>", result.result, name="check-in-result"),
    path("check-in/<uuid:check_in_id>/answer", result.answer, name="check-in-answer"),
    path("emergency/<uuid:check_in_id>", result.emergency, name="emergency"),
    path("symptom", check_in.symptom, name="symptom"),
    path("progress", progress.progress, name="progress"),
    path("plan", plan.plan, name="plan"),
    path("plan/read", plan.read, name="plan-read"),
    path("plan/read", plan.read, name="plan-read"),
    path("plan/milestones/<slug:code>", plan.milestone, name="milestone"),
    path("questionnaires", questionnaires.questionnaires, name="questionnaires"),
    path(
        "questionnaires/<slug:instrument>/<signed:occasion>",
        questionnaire.questionnaire,
        name="questionnaire",
    ),
    path("messages", messages.messages, name="messages"),
    path("my-data", my_data.my_data, name="my-data"),
    path("my-data/consent", my_consent.my_consent, name="my-consent"),
    path("my-data/everything.json", my_data_files.as_json, name="my-data-json"),
    path("my-data/everything.zip", my_data_files.as_csv, name="my-data-csv"),
    path("reminders", reminders.reminders, name="reminders"),
    path("reminders/all", reminders.all_reminders, name="all-reminders"),
    path("reminders/test", reminders.send_test, name="reminders-test"),
    path("reminders/zone", zone.zone, name="zone"),
    path("reminders/zone/back", zone.back, name="zone-back"),
    path("stop/<str:token>", stop.stop, name="stop"),
    # --- somebody who helps a patient --------------------------------------------
    path("helpers", helpers.helpers, name="helpers"),
    path("helpers/<uuid:helper_id>/end", helpers.end, name="helper-end"),
    path("helpers/<uuid:helper_id>/reading", helpers.reading, name="helper-reading"),
    path(
        "helper-invitation/<str:token>",
        helper_invitation.invitation,
        name="helper-invitation",
    ),
    path("helping", helping.home, name="helping"),
    path("helping/stop", helping.stop, name="helping-stop"),
    path("helping/progress", helper_reading.progress, name="helper-progress"),
    path("helping/messages", helper_reading.messages, name="helper-messages"),
    path(
        "helping/<uuid:episode_id>/check-in",
        helper_check_in.check_in,
        name="helper-check-in",
    ),
    path(
        "helping/<uuid:episode_id>/symptom",
        helper_check_in.symptom,
        name="helper-symptom",
    ),
    path(
        "helping/<uuid:episode_id>/check-in/<uuid:check_in_id>",
        helper_result.result,
        name="helper-result",
    ),
    path(
        "helping/<uuid:episode_id>/emergency/<uuid:check_in_id>",
        helper_result.emergency,
        name="helper-emergency",
    ),
    # --- the phone, also without a connection ------------------------------------
    path("device", device.device, name="device"),
    path("call", shell.call, name="call"),
    path("unsent", shell.unsent, name="unsent"),
    path("shell/today", shell.today, name="shell-today"),
    path("shell/check-in", shell.check_in, name="shell-check-in"),
    path("shell/symptom", shell.symptom, name="shell-symptom"),
    path("shell/plan", shell.plan, name="shell-plan"),
    # --- staff ------------------------------------------------------------------
    path("clinic/", worklist.worklist, name="worklist"),
    path("clinic/people", people.people, name="people"),
    path("clinic/duty", duty.roster, name="duty"),
    path("clinic/duty/shifts", duty.add_shift, name="duty-add-shift"),
    path(
        "clinic/duty/shifts/<uuid:shift_id>/remove",
        duty.remove_shift,
        name="duty-remove-shift",
    ),
    path("clinic/duty/covers", duty.add_cover, name="duty-add-cover"),
    path(
        "clinic/duty/covers/<uuid:cover_id>/remove",
        duty.remove_cover,
        name="duty-remove-cover",
    ),
    path("clinic/duty/closed-days", duty.closed_days, name="duty-closed-days"),
    path("clinic/enrol", enrol.enrol, name="enrol"),
    path("clinic/notifications", notifications.notifications, name="notifications"),
    path(
        "clinic/notifications/test",
        notifications.send_test,
        name="notifications-test",
    ),
    path("clinic/protocol", protocol_editor.protocol, name="protocol"),
    path("clinic/instruments", instruments.instruments_list, name="instruments"),
    path(
        "clinic/instruments/own/<slug:instrument>",
        instruments.own,
        name="own-instrument",
    ),
    path(
        "clinic/instruments/<uuid:instrument_id>",
        instrument.instrument,
        name="instrument",
    ),
    path(
        "clinic/instruments/<uuid:instrument_id>/discard",
        instrument.discard,
        name="instrument-discard",
    ),
    path("clinic/rules", rules.rules, name="rules"),
    path("clinic/rules/try", rules_try.try_rules, name="rules-try"),
    path("clinic/rules/approve", rules_approve.approve, name="rules-approve"),
    path(
        "clinic/rules/precision",
        rules_precision.rules_precision,
        name="rules-precision",
    ),
    path("clinic/rules/languages", languages.languages, name="languages"),
    path(
        "clinic/rules/languages/<str:language>",
        languages.language,
        name="language-texts",
    ),
    path("clinic/alerts/<uuid:alert_id>", alert.alert, name="alert"),
    path("clinic/alerts/<uuid:alert_id>/take", alert.take, name="alert-take"),
    path(
        "clinic/alerts/<uuid:alert_id>/take-over",
        alert.take_over,
        name="alert-take-over",
    ),
    path(
        "clinic/alerts/<uuid:alert_id>/hand-back",
        alert.hand_back,
        name="alert-hand-back",
    ),
    path("clinic/alerts/<uuid:alert_id>/note", alert.note, name="alert-note"),
    path("clinic/alerts/<uuid:alert_id>/snooze", alert.snooze, name="alert-snooze"),
    path("clinic/alerts/<uuid:alert_id>/resolve", alert.resolve, name="alert-resolve"),
    path("clinic/alerts/<uuid:alert_id>/undo", alert.undo, name="alert-undo"),
    path(
        "clinic/patients/<uuid:patient_id>",
        patient_record.patient_record,
        name="patient-record",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/alert",
        alert.highest,
        name="patient-alert",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/take",
        alert.take_highest,
        name="patient-take",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/milestones/<slug:code>",
        patient_record.milestone,
        name="patient-milestone",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/invitation",
        staff_invitation.invitation,
        name="patient-invitation",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/check-in",
        patient_check_in.check_in,
        name="patient-check-in",
    ),
    path(
        "clinic/adverse-events",
        adverse_events.adverse_event_list,
        name="adverse-events",
    ),
    path(
        "clinic/adverse-events.csv",
        adverse_events.adverse_event_export,
        name="adverse-event-export",
    ),
    path(
        "clinic/adverse-events/<uuid:event_id>",
        adverse_event.adverse_event,
        name="adverse-event",
    ),
    path(
        "clinic/adverse-events/<uuid:event_id>.json",
        adverse_event.adverse_event_json,
        name="adverse-event-json",
    ),
    path(
        "clinic/adverse-events/<uuid:event_id>/amend",
        adverse_event_form.amend,
        name="adverse-event-amend",
    ),
    path(
        "clinic/adverse-events/<uuid:event_id>/reported",
        adverse_event.reported,
        name="adverse-event-reported",
    ),
    path(
        "clinic/adverse-events/<uuid:event_id>/not-reported",
        adverse_event.not_reported,
        name="adverse-event-not-reported",
    ),
    path(
        "clinic/alerts/<uuid:alert_id>/adverse-event",
        adverse_event_form.of_alert,
        name="alert-adverse-event",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/adverse-event",
        adverse_event_form.of_patient,
        name="patient-adverse-event",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/second-procedure",
        second_procedure.second_procedure,
        name="second-procedure",
    ),
    path(
        "clinic/patients/<uuid:patient_id>/second-procedure/undo",
        second_procedure.undo,
        name="second-procedure-undo",
    ),
]
