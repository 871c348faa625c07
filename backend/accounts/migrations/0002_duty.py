"""The duty roster of a clinic, and the days on which it is closed."""

import backend.common.clock
import django.db.models.deletion
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='clinic',
            name='closed_days',
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.CreateModel(
            name='DutyCover',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=backend.common.clock.now, editable=False)),
                ('first_date', models.DateField()),
                ('last_date', models.DateField()),
                ('away', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to='accounts.membership')),
                ('clinic', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='covers', to='accounts.clinic')),
                ('instead', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='covers', to='accounts.membership')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('first_date__lte', models.F('last_date'))), name='accounts_duty_cover_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='DutyShift',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(default=backend.common.clock.now, editable=False)),
                ('weekday', models.PositiveSmallIntegerField()),
                ('starts', models.TimeField()),
                ('ends', models.TimeField()),
                ('rank', models.PositiveSmallIntegerField(choices=[(1, 'First'), (2, 'Backup')], default=1)),
                ('clinic', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='accounts.clinic')),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='shifts', to='accounts.membership')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('weekday__range', (0, 6))), name='accounts_duty_shift_weekday_is_0_to_6')],
            },
        ),
    ]
