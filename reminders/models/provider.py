"""Provider: how one server that takes our messages is doing."""

from django.db import models


class Provider(models.Model):
    """Shared by all senders: what it may still be given, and whether it rests."""

    code = models.CharField(primary_key=True, max_length=100)
    # A bucket that fills by the second; each try that is not urgent takes one.
    tokens = models.FloatField()
    filled_at = models.DateTimeField()
    failures = models.PositiveIntegerField(default=0)
    rests_until = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.code
