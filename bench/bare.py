"""The least a Django view can do for a check-in: one INSERT and one UPDATE.

No session, no rules, no answer worth reading: the lower bound to compare with.
"""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.urls import path
from psycopg.conninfo import conninfo_to_dict

_database = conninfo_to_dict(os.environ["DATABASE_URL"])
settings.configure(
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bench",
    MIDDLEWARE=[],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": _database["dbname"],
            "USER": _database["user"],
            "HOST": _database["host"],
            "CONN_MAX_AGE": 600,
        }
    },
)
django.setup()


class Log(models.Model):
    patient = models.IntegerField()
    day = models.IntegerField()
    pain = models.SmallIntegerField()
    mobility = models.SmallIntegerField()
    symptoms = models.JSONField()
    note = models.TextField()

    class Meta:
        app_label = "bench"
        db_table = "bench_log"


class Summary(models.Model):
    last_pain = models.SmallIntegerField()

    class Meta:
        app_label = "bench"
        db_table = "bench_summary"


def store(request: HttpRequest, number: int) -> HttpResponse:
    patient = number % 5000 + 1
    Log.objects.create(
        patient=patient, day=number, pain=5, mobility=5, symptoms=[], note="ok"
    )
    Summary.objects.filter(pk=patient).update(last_pain=5)
    return HttpResponse(status=201)


def create_tables() -> None:
    """The two tables and 5,000 summary rows."""
    with connection.schema_editor() as editor:
        editor.create_model(Log)
        editor.create_model(Summary)
    Summary.objects.bulk_create(Summary(id=i, last_pain=0) for i in range(1, 5001))


urlpatterns = [path("log/<int:number>", store)]
application = get_wsgi_application()
