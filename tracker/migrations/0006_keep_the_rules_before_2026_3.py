from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tracker", "0005_enrolment_keys")]

    operations = [
        # Whoever was judged by what was current stays with it until a lead approves.
        migrations.RunSQL(
            """
            INSERT INTO tracker_keptruleset (id, created_at, clinic_id, version)
            SELECT gen_random_uuid(), now(), clinic.id, '2026.2'
            FROM accounts_clinic clinic
            WHERE NOT EXISTS (SELECT FROM tracker_rulesetapproval approval
                WHERE approval.clinic_id = clinic.id)
            AND NOT EXISTS (SELECT FROM tracker_keptruleset kept
                WHERE kept.clinic_id = clinic.id)
            """,
            migrations.RunSQL.noop,
        ),
    ]
