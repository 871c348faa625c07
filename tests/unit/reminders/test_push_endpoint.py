import pytest

from reminders.channels import push_endpoint


@pytest.mark.parametrize(
    ("endpoint", "expected"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", ""),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", ""),
        ("https://web.push.apple.com:443/abc", ""),
        ("http://fcm.googleapis.com/fcm/send/abc", "endpoint_not_https"),
        ("https://fcm.googleapis.com:8443/abc", "endpoint_not_https"),
        ("https://me@fcm.googleapis.com/abc", "endpoint_has_userinfo"),
        ("https://fcm.googleapis.com@evil.example/abc", "endpoint_has_userinfo"),
        ("https://fcm.googleapis.com.evil.example/abc", "endpoint_host_unknown"),
        ("https://evilfcm.googleapis.com/abc", "endpoint_host_unknown"),
        ("https://push.apple.com.evil.example/abc", "endpoint_host_unknown"),
        ("https://169.254.169.254/latest", "endpoint_host_unknown"),
        ("https://[::1]/abc", "endpoint_host_unknown"),
        ("https://fcm.googleapis.com:99999/abc", "endpoint_unreadable"),
        ("https://fcm.googleapis.com/" + "a" * 1000, "endpoint_unreadable"),
        ("https://fcm.googleapis.com/ä", "endpoint_unreadable"),
        ("nonsense", "endpoint_unreadable"),
        ("", "endpoint_unreadable"),
    ],
)
def test_endpoint_is_judged_by_its_address(endpoint, expected):
    assert push_endpoint.refusal(endpoint) == expected


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "100.64.0.1", "[::1]"]
)
def test_private_address_is_refused_even_if_its_host_is_allowed(settings, address):
    settings.PUSH_HOSTS = ["*"]

    assert push_endpoint.refusal(f"https://{address}/x") == "endpoint_private"


@pytest.mark.parametrize(
    ("address", "is_public"),
    [
        ("142.250.74.10", True),
        ("127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("fe80::1%eth0", False),
        ("100.64.0.1", False),
    ],
)
def test_name_must_lead_to_the_public_internet(monkeypatch, address, is_public):
    monkeypatch.setattr(
        push_endpoint.socket,
        "getaddrinfo",
        lambda *a, **k: [(2, 1, 6, "", (address, 443))],
    )

    found = push_endpoint.public_address("https://fcm.googleapis.com/x")

    assert found == (address if is_public else "")
