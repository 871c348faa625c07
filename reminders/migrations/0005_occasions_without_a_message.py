import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

IS_OPEN = models.BooleanField(default=True, db_default=True)


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0004_travel_and_proof"),
    ]

    operations = [
        # Of a long ledger only what is planned is written anew.
        migrations.RunSQL(
            [
                "ALTER TABLE reminders_duereminder "
                "ADD COLUMN is_open boolean NOT NULL DEFAULT false",
                "UPDATE reminders_duereminder SET is_open = true "
                "WHERE claimed_at IS NULL",
                "ALTER TABLE reminders_duereminder ALTER COLUMN is_open "
                "SET DEFAULT true",
            ],
            "ALTER TABLE reminders_duereminder DROP COLUMN is_open",
            state_operations=[
                migrations.AddField("duereminder", "is_open", IS_OPEN),
            ],
        ),
        migrations.AddField(
            model_name="duereminder",
            name="lease_until",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="duereminder",
            name="lease_token",
            field=models.UUIDField(null=True),
        ),
        migrations.RemoveIndex(
            model_name="duereminder", name="reminders_due_planned"
        ),
        migrations.AddIndex(
            model_name="duereminder",
            index=models.Index(
                condition=Q(is_open=True),
                fields=["due_at", "id"],
                name="reminders_due_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="duereminder",
            constraint=models.CheckConstraint(
                condition=Q(lease_until=None, lease_token=None)
                | Q(
                    lease_until__isnull=False,
                    lease_token__isnull=False,
                    is_open=True,
                    state="claimed",
                ),
                name="reminders_due_lease_is_of_a_claim",
            ),
        ),
        # For new rows; what is stored stays as it is.
        migrations.AlterField(
            model_name="channelpreference",
            name="repeats_unseen",
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="message",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="reminders.message",
            ),
        ),
        migrations.AlterField(
            model_name="delivery",
            name="push_subscription",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deliveries",
                to="reminders.pushsubscription",
            ),
        ),
    ]
