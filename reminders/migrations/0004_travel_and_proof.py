import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0003_states_and_providers"),
    ]

    operations = [
        migrations.AddField(
            model_name="reminderschedule",
            name="earlier_zones",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="reminderschedule",
            name="awaits_planning",
            field=models.BooleanField(default=True),
        ),
        migrations.RemoveIndex(
            model_name="reminderschedule", name="reminders_schedule_to_plan"
        ),
        migrations.AddIndex(
            model_name="reminderschedule",
            index=models.Index(
                condition=Q(awaits_planning=True),
                fields=["id"],
                name="reminders_schedule_new",
            ),
        ),
        migrations.AddIndex(
            model_name="reminderschedule",
            index=models.Index(
                fields=["subject_id"], name="reminders_schedule_subject"
            ),
        ),
        # What a claim and its result cost: docs/adr/0015-a-million-an-hour.md.
        migrations.RemoveIndex(
            model_name="duereminder", name="reminders_due_planned"
        ),
        migrations.RemoveIndex(
            model_name="duereminder", name="reminders_due_unanswered"
        ),
        migrations.RunSQL(
            "UPDATE reminders_duereminder SET claimed_at = state_at "
            "WHERE state <> 'planned' AND claimed_at IS NULL",
            migrations.RunSQL.noop,
        ),
        migrations.AlterField(
            model_name="duereminder",
            name="schedule",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="occasions",
                to="reminders.reminderschedule",
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="clinic",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.clinic",
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="recipient",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="messages",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="due_reminder",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="messages",
                to="reminders.duereminder",
            ),
        ),
        migrations.AlterField(
            model_name="message",
            name="dedupe_key",
            field=models.CharField(max_length=160, null=True),
        ),
        migrations.AddIndex(
            model_name="duereminder",
            index=models.Index(
                condition=Q(claimed_at=None),
                fields=["due_at", "id"],
                name="reminders_due_planned",
            ),
        ),
        migrations.AddConstraint(
            model_name="duereminder",
            constraint=models.CheckConstraint(
                condition=Q(state="planned", claimed_at=None)
                | (~Q(state="planned") & Q(claimed_at__isnull=False)),
                name="reminders_due_planned_until_claimed",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                condition=Q(dedupe_key__isnull=False),
                fields=["dedupe_key"],
                name="reminders_message_one_for_a_cause",
            ),
        ),
        # Room on each page for what a row becomes: claimed, then settled.
        migrations.RunSQL(
            "ALTER TABLE reminders_duereminder SET (fillfactor = 50);"
            "ALTER TABLE reminders_message SET (fillfactor = 50);"
            "ALTER TABLE reminders_reminderschedule SET (fillfactor = 50)",
            "ALTER TABLE reminders_duereminder RESET (fillfactor);"
            "ALTER TABLE reminders_message RESET (fillfactor);"
            "ALTER TABLE reminders_reminderschedule RESET (fillfactor)",
        ),
    ]
