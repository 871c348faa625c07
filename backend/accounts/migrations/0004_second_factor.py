from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_languages_and_helpers"),
    ]

    operations = [
        migrations.AddField(
            model_name="clinic",
            name="second_factor_from",
            field=models.DateField(blank=True, null=True),
        ),
    ]
