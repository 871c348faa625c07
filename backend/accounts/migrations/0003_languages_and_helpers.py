from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_duty"),
    ]

    operations = [
        migrations.AddField(
            model_name="clinic",
            name="rests_on_closed_days",
            field=models.BooleanField(default=False),
        ),
    ]
