from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0003_states_and_providers"),
    ]

    operations = []
