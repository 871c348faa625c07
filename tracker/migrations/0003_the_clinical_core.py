"""Tables for approvals, questionnaires, adverse events and a second procedure."""

import backend.common.clock
import django.db.models.deletion
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("tracker", "0002_room_for_updates"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportedInstrument",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=backend.common.clock.now, editable=False
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("definition", models.JSONField()),
                ("source", models.JSONField()),
                ("licence_confirmed_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="QuestionnaireResponse",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=backend.common.clock.now, editable=False
                    ),
                ),
                ("instrument", models.CharField(max_length=40)),
                ("instrument_version", models.CharField(max_length=20)),
                ("occasion", models.IntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("completed_at", models.DateTimeField(null=True)),
                ("local_date", models.DateField(null=True)),
                ("day", models.IntegerField(null=True)),
                ("score", models.JSONField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="RulesetApproval",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=backend.common.clock.now, editable=False
                    ),
                ),
                ("version", models.CharField(max_length=20)),
                ("parameters", models.JSONField(default=dict)),
                (
                    "alert_budget",
                    models.DecimalField(decimal_places=1, default=5, max_digits=4),
                ),
                ("note", models.TextField(blank=True, max_length=2000)),
            ],
        ),
        migrations.AlterField(
            model_name="alert",
            name="check_in",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tracker.checkin",
            ),
        ),
        migrations.AlterField(
            model_name="alert",
            name="escalation_step",
            field=models.SmallIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="AdverseEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=backend.common.clock.now, editable=False
                    ),
                ),
                ("term", models.CharField(max_length=40)),
                ("narrative", models.TextField(blank=True, max_length=4000)),
                ("onset_on", models.DateField()),
                ("day", models.IntegerField()),
                ("grading", models.JSONField(default=dict)),
                ("grade_suggested", models.PositiveSmallIntegerField(null=True)),
                ("grade", models.PositiveSmallIntegerField()),
                ("seriousness", models.JSONField(default=list)),
                ("relatedness", models.CharField(max_length=20)),
                ("outcome", models.CharField(max_length=20)),
                ("is_infection", models.BooleanField(default=False)),
                ("product", models.CharField(blank=True, max_length=120)),
                ("lot", models.CharField(blank=True, max_length=120)),
                ("supplier", models.CharField(blank=True, max_length=120)),
                ("regime", models.CharField(blank=True, max_length=20)),
                ("aware_on", models.DateField()),
                ("report_due_on", models.DateField(null=True)),
                ("reported_on", models.DateField(null=True)),
                ("news_on", models.DateField(null=True)),
                ("report_reference", models.CharField(blank=True, max_length=120)),
                ("not_reported_because", models.CharField(blank=True, max_length=500)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "alert",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adverse_events",
                        to="tracker.alert",
                    ),
                ),
                (
                    "clinic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adverse_events",
                        to="accounts.clinic",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adverse_events",
                        to="tracker.episode",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AdverseEventRevision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=backend.common.clock.now, editable=False
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("fields", models.JSONField()),
                ("reason", models.CharField(max_length=500)),
                (
                    "adverse_event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="tracker.adverseevent",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EarlierProcedure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=backend.common.clock.now, editable=False
                    ),
                ),
                ("performed_on", models.DateField()),
                ("details", models.JSONField()),
                ("milestones", models.JSONField(default=list)),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier_procedures",
                        to="tracker.episode",
                    ),
                ),
                (
                    "replaced_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EpisodeEvaluation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=backend.common.clock.now, editable=False
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("no_entry", "No Entry"),
                            ("late_entry", "Late Entry"),
                            ("questionnaire", "Questionnaire"),
                        ],
                        max_length=16,
                    ),
                ),
                ("local_date", models.DateField()),
                ("day", models.IntegerField()),
                ("ruleset", models.CharField(max_length=20)),
                ("level", models.PositiveSmallIntegerField()),
                ("facts", models.JSONField()),
                ("findings", models.JSONField()),
                (
                    "check_in",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reevaluations",
                        to="tracker.checkin",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluations",
                        to="tracker.episode",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="alert",
            name="evaluation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tracker.episodeevaluation",
            ),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("check_in__isnull", True), ("evaluation__isnull", False)),
                    models.Q(("check_in__isnull", False), ("evaluation__isnull", True)),
                    _connector="OR",
                ),
                name="tracker_alert_has_one_cause",
            ),
        ),
        migrations.AddField(
            model_name="importedinstrument",
            name="clinic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="instruments",
                to="accounts.clinic",
            ),
        ),
        migrations.AddField(
            model_name="importedinstrument",
            name="imported_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="importedinstrument",
            name="licence_confirmed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="questionnaireresponse",
            name="clinic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.clinic",
            ),
        ),
        migrations.AddField(
            model_name="questionnaireresponse",
            name="entered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="questionnaireresponse",
            name="episode",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="questionnaire_responses",
                to="tracker.episode",
            ),
        ),
        migrations.AddField(
            model_name="questionnaireresponse",
            name="imported",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tracker.importedinstrument",
            ),
        ),
        migrations.AddField(
            model_name="episodeevaluation",
            name="response",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evaluation",
                to="tracker.questionnaireresponse",
            ),
        ),
        migrations.AddField(
            model_name="rulesetapproval",
            name="approved_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="rulesetapproval",
            name="clinic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ruleset_approvals",
                to="accounts.clinic",
            ),
        ),
        migrations.AddField(
            model_name="episodeevaluation",
            name="approval",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tracker.rulesetapproval",
            ),
        ),
        migrations.AddField(
            model_name="triageevaluation",
            name="approval",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tracker.rulesetapproval",
            ),
        ),
        migrations.AddIndex(
            model_name="adverseevent",
            index=models.Index(
                fields=["clinic", "-onset_on"], name="adverse_event_clinic"
            ),
        ),
        migrations.AddIndex(
            model_name="adverseevent",
            index=models.Index(fields=["clinic", "lot"], name="adverse_event_lot"),
        ),
        migrations.AddConstraint(
            model_name="adverseevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("grade__range", (1, 5))),
                name="tracker_adverse_event_grade_is_1_to_5",
            ),
        ),
        migrations.AddConstraint(
            model_name="adverseeventrevision",
            constraint=models.UniqueConstraint(
                fields=("adverse_event", "version"),
                name="tracker_adverse_event_revision_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="importedinstrument",
            constraint=models.UniqueConstraint(
                fields=("clinic", "code", "number"),
                name="tracker_imported_instrument_one_per_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="importedinstrument",
            constraint=models.CheckConstraint(
                condition=models.Q(licence_confirmed_at=None, licence_confirmed_by=None)
                | models.Q(
                    licence_confirmed_at__isnull=False,
                    licence_confirmed_by__isnull=False,
                ),
                name="tracker_imported_instrument_confirmed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionnaireresponse",
            constraint=models.UniqueConstraint(
                fields=("episode", "instrument", "occasion"),
                name="tracker_questionnaire_once_per_occasion",
            ),
        ),
        migrations.AddConstraint(
            model_name="questionnaireresponse",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("completed_at", None), ("day", None), ("score", None)),
                    models.Q(
                        ("completed_at__isnull", False),
                        ("day__isnull", False),
                        ("score__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="tracker_questionnaire_completed_with_score",
            ),
        ),
        migrations.AddIndex(
            model_name="rulesetapproval",
            index=models.Index(
                fields=["clinic", "-created_at"], name="ruleset_approval_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="episodeevaluation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cause", "no_entry")),
                fields=("episode", "local_date"),
                name="tracker_episode_evaluation_one_per_silent_day",
            ),
        ),
        migrations.RemoveIndex(model_name="caseloadrow", name="caseload_order"),
        migrations.AddIndex(
            model_name="caseloadrow",
            index=models.Index(
                condition=models.Q(
                    ("is_active", True), ("alert_level__gt", 0), _connector="OR"
                ),
                fields=["clinic", "-unowned_level", "-alert_level", "waiting_since"],
                name="caseload_order",
            ),
        ),
    ]
