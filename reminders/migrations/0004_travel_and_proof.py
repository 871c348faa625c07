from django.db import migrations, models


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
    ]
