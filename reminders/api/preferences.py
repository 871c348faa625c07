"""My reminders: the hour, the ways, the quiet hours, a pause, and a test."""

from datetime import date, time
from typing import TYPE_CHECKING, Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.common.fields import Text
from reminders.actions import preferences
from reminders.queries import preferences as preference_queries
from reminders.scheduling.channel_choice import CHANNELS
from reminders.scheduling.hours import WEEKDAYS

if TYPE_CHECKING:
    from backend.accounts.models import User


def _clock_time(*, required: bool = True) -> serializers.TimeField:
    return serializers.TimeField(
        format="%H:%M", input_formats=["%H:%M", "%H:%M:%S"], required=required
    )


class QuietHours(serializers.Serializer[dict[str, time]]):
    """From one wall-clock time to another; may cross midnight; equal means none."""

    def get_fields(self) -> dict[str, serializers.Field]:
        return {"from": _clock_time(), "to": _clock_time()}


class WeekdayTimes(serializers.Serializer[dict[str, time]]):
    """The weekdays whose hour is not `wall_time`; a day left out has that hour."""

    def get_fields(self) -> dict[str, serializers.Field]:
        return {day: _clock_time(required=False) for day in WEEKDAYS}


class Pause(serializers.Serializer[dict[str, date]]):
    """The first and the last local date without reminders."""

    def get_fields(self) -> dict[str, serializers.Field]:
        return {"from": serializers.DateField(), "to": serializers.DateField()}


class ReminderPreferencesInput(serializers.Serializer[dict[str, Any]]):
    wall_time = _clock_time()
    weekday_times = WeekdayTimes(
        required=False, help_text="Left out: the days stay as they are."
    )
    channels = serializers.ListField(
        child=serializers.ChoiceField(choices=CHANNELS), max_length=len(CHANNELS)
    )
    phone = Text(
        required=False, allow_blank=True, max_length=40, help_text="For text messages."
    )
    repeats_unseen = serializers.BooleanField(
        required=False, help_text="Try another way if nobody looks within half an hour."
    )
    quiet_hours = QuietHours()
    pauses = serializers.ListField(child=Pause(), max_length=1)


class ReminderPreferencesOutput(ReminderPreferencesInput):
    stopped_channels = serializers.ListField(
        child=serializers.CharField(),
        help_text="Stopped by the link in a mail; choosing one starts it again.",
    )
    devices = serializers.ListField(child=serializers.UUIDField())
    zone = serializers.CharField(help_text="Changed through /me.")


class ReminderPreferences(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(
        summary="My reminder preferences", responses=ReminderPreferencesOutput
    )
    def get(self, request: Request) -> Response:
        return Response(_shown(cast("User", request.user)))

    @extend_schema(
        summary="Change my reminder preferences",
        request=ReminderPreferencesInput,
        responses=ReminderPreferencesOutput,
    )
    def put(self, request: Request) -> Response:
        user = cast("User", request.user)
        fields = ReminderPreferencesInput(data=request.data)
        fields.is_valid(raise_exception=True)
        wishes = fields.validated_data
        preferences.change(
            user=user,
            wall_time=wishes["wall_time"],
            weekday_times=wishes.get("weekday_times"),
            phone=wishes.get("phone"),
            repeats_unseen=wishes.get("repeats_unseen"),
            channels=wishes["channels"],
            quiet_from=wishes["quiet_hours"]["from"],
            quiet_to=wishes["quiet_hours"]["to"],
            pauses=[(pause["from"], pause["to"]) for pause in wishes["pauses"]],
            by=user,
        )
        return Response(_shown(user))


class QueuedMessage(serializers.Serializer[dict[str, Any]]):
    id = serializers.UUIDField()


class ReminderPreferencesTest(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(
        summary="Send me a test message", request=None, responses={202: QueuedMessage}
    )
    def post(self, request: Request) -> Response:
        message = preferences.send_test(user=cast("User", request.user))
        return Response({"id": message.pk}, status=202)


def _shown(user: "User") -> dict[str, Any]:
    wishes = preference_queries.of(user)
    pauses = preference_queries.pauses_of(user)
    output = ReminderPreferencesOutput(
        {
            "wall_time": wishes.wall_time,
            "weekday_times": {
                day: time.fromisoformat(text)
                for day, text in wishes.weekday_times.items()
            },
            "channels": wishes.channels,
            "stopped_channels": wishes.stopped_channels,
            "phone": wishes.phone,
            "repeats_unseen": wishes.repeats_unseen,
            "quiet_hours": {"from": wishes.quiet_from, "to": wishes.quiet_to},
            "pauses": [{"from": first, "to": last} for first, last in pauses],
            "zone": user.zone,
            "devices": preference_queries.device_ids_of(user),
        }
    )
    return cast(dict[str, Any], output.data)
