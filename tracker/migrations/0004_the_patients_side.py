import django.db.models.deletion
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

import backend.common.clock


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_languages_and_helpers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("tracker", "0003_the_clinical_core"),
    ]

    operations = [
        migrations.CreateModel(
            name="Helper",
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
                ("name", models.CharField(max_length=100)),
                ("relation", models.CharField(max_length=40)),
                ("email", models.EmailField(max_length=254)),
                ("may_read", models.BooleanField(default=False)),
                ("joined_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "clinic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.clinic",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="helpers",
                        to="tracker.patient",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="helping",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("joined_at", None), ("user", None))
                        | models.Q(
                            ("joined_at__isnull", False), ("user__isnull", False)
                        ),
                        name="tracker_helper_joined_at_and_user_together",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_at", None), ("ended_by", None))
                        | models.Q(
                            ("ended_at__isnull", False), ("ended_by__isnull", False)
                        ),
                        name="tracker_helper_ended_at_and_by_together",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("user",),
                        name="tracker_helper_one_patient_at_a_time",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="caseloadrow",
            name="overdue_questionnaires",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="ZoneStay",
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
                ("zone", models.CharField(max_length=64)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("home", "Home"),
                            ("travel", "Travel"),
                            ("kept", "Kept"),
                        ],
                        max_length=6,
                    ),
                ),
                ("since", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zone_stays",
                        to="tracker.patient",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["patient", "since"], name="zone_stay_patient")
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitQuestions",
            fields=[
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="visit_questions",
                        serialize=False,
                        to="tracker.episode",
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=1000)),
                (
                    "changed_at",
                    models.DateTimeField(default=backend.common.clock.now),
                ),
            ],
        ),
        migrations.AddField(
            model_name="patient",
            name="consent_withdrawn_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="SummaryLink",
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
                ("name", models.CharField(blank=True, max_length=80)),
                ("token_digest", models.CharField(max_length=64, unique=True)),
                ("code_digest", models.CharField(max_length=64)),
                ("wrong_codes", models.PositiveSmallIntegerField(default=0)),
                ("expires_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "clinic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.clinic",
                    ),
                ),
                (
                    "episode",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="summary_links",
                        to="tracker.episode",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SummaryLinkRead",
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
                ("browser", models.CharField(blank=True, max_length=60)),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reads",
                        to="tracker.summarylink",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Consent",
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
                ("text_version", models.CharField(max_length=20)),
                ("language", models.CharField(max_length=12)),
                ("text", models.TextField()),
                ("text_digest", models.CharField(max_length=64)),
                ("given_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "clinic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.clinic",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "patient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="tracker.patient",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("patient",),
                        name="tracker_consent_one_live_per_patient",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="tracker_consent_withdrawn_at_and_by_together",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="summarylink",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("revoked_at", None), ("revoked_by", None)),
                    models.Q(
                        ("revoked_at__isnull", False), ("revoked_by__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="tracker_summary_link_revoked_at_and_by_together",
            ),
        ),
        migrations.CreateModel(
            name="LanguageSignOff",
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
                ("language", models.CharField(max_length=12)),
                ("digest", models.CharField(max_length=64)),
                (
                    "clinic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="language_sign_offs",
                        to="accounts.clinic",
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("clinic", "version", "language", "digest"),
                        name="tracker_language_sign_off_once_for_the_same_texts",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClinicCardVersion",
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
                ("card", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("content", models.JSONField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "clinic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.clinic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("clinic", "card", "number"),
                        name="tracker_clinic_card_one_per_number",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanReading",
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
                ("day_0", models.DateField()),
                ("phase", models.CharField(max_length=40)),
                (
                    "episode",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_readings",
                        to="tracker.episode",
                    ),
                ),
                (
                    "protocol",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tracker.protocolversion",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("episode", "protocol", "day_0", "phase"),
                        name="tracker_plan_reading_once_per_phase",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptRuleset",
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
                (
                    "clinic",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.clinic",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        # Clinics of today stay with the rules they know until their lead approves.
        migrations.RunSQL(
            """
            INSERT INTO tracker_keptruleset (id, created_at, clinic_id, version)
            SELECT gen_random_uuid(), now(), clinic.id, '2026.1'
            FROM accounts_clinic clinic
            WHERE NOT EXISTS (SELECT FROM tracker_rulesetapproval approval
                WHERE approval.clinic_id = clinic.id)
            """,
            migrations.RunSQL.noop,
        ),
    ]
