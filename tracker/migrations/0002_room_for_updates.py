"""Room on each page of the caseload, whose rows change with every check-in.

An update that fits on its page and touches no indexed column writes no index.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tracker", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE tracker_caseloadrow SET (fillfactor = 70)",
            "ALTER TABLE tracker_caseloadrow RESET (fillfactor)",
        )
    ]
