from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("tracker", "0003_the_clinical_core"),
    ]

    operations = []
