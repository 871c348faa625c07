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
    ]
