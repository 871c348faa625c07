"""The one-click link of RFC 8058, with a way back."""

from django.test import Client

from backend.audit.models import AuditEvent
from reminders.actions import stop_links
from reminders.models import ChannelPreference

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def stopped(user):
    return ChannelPreference.objects.get(user=user).stopped_channels


def test_mailbox_stops_the_mails_with_one_post_and_no_cookie(pat):
    path = stop_links.path(pat.user, "email")

    response = Client(enforce_csrf_checks=True).post(path, ONE_CLICK)

    assert response.status_code == 200
    assert "Reminder e-mails are off" in response.content.decode()
    assert stopped(pat.user) == ["email"]
    assert AuditEvent.objects.get(action="channel.stopped").actor_id == pat.user.pk


def test_looking_changes_nothing(client, pat):
    response = client.get(stop_links.path(pat.user, "email"))

    assert "Stop reminder e-mails?" in response.content.decode()
    assert not ChannelPreference.objects.exists()


def test_stopping_twice_is_harmless_and_undo_takes_it_back(client, pat):
    path = stop_links.path(pat.user, "email")
    client.post(path, ONE_CLICK)
    client.post(path, ONE_CLICK)
    assert AuditEvent.objects.filter(action="channel.stopped").count() == 1

    response = client.post(path, {"undo": "1"})

    assert "Stop reminder e-mails?" in response.content.decode()
    assert stopped(pat.user) == []


def test_forged_link_is_not_there(client, pat, quin):
    path = stop_links.path(pat.user, "email")
    forged = path[:-3] + ("abc" if path[-3:] != "abc" else "abd")

    assert client.post(forged, ONE_CLICK).status_code == 404
    assert not ChannelPreference.objects.exists()


def test_choosing_mail_again_lifts_the_stop(client, signed_in, pat):
    client.post(stop_links.path(pat.user, "email"), ONE_CLICK)

    signed_in(pat.user).post(
        "/reminders",
        {
            "wall_time": "18:30",
            "weekend_time": "11:15",
            "channels": ["email"],
            "quiet_from": "21:00",
            "quiet_to": "08:00",
            "zone": pat.user.zone,
        },
    )

    stored = ChannelPreference.objects.get(user=pat.user)
    assert (stored.stopped_channels, stored.weekday_times) == (
        [],
        {"sat": "11:15", "sun": "11:15"},
    )
