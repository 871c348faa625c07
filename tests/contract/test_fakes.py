"""The fakes against what the real services are known to check."""

import smtplib
import time

import pytest
import requests
from py_vapid import Vapid02
from pywebpush import WebPushException, webpush

from tests.fakes import mail_server, push_service

SUBJECT = "mailto:operator@example.org"


@pytest.fixture
def pushes():
    with push_service.running() as service:
        yield service


@pytest.fixture
def keys():
    return push_service.make_vapid_keys()


def send(device, private_key, data="{}", **fields):
    info = {"endpoint": device.endpoint, "keys": device.keys}
    claims = {"sub": SUBJECT, **fields.pop("claims", {})}
    return webpush(
        info,
        data,
        vapid_private_key=Vapid02.from_string(private_key),
        vapid_claims=claims,
        timeout=(3, 5),
        **{"ttl": 60, **fields},
    )


def refused(device, private_key, **fields):
    with pytest.raises(WebPushException) as failure:
        send(device, private_key, **fields)
    return failure.value.status_code


def test_push_of_an_ordinary_library_is_taken(pushes, keys):
    device = pushes.subscribe(keys[1])

    answer = send(device, keys[0], '{"a": 1}')

    assert (answer.status_code, device.pushes[0].payload) == (201, {"a": 1})


@pytest.mark.parametrize(
    ("claims", "why"),
    [
        ({"aud": "https://elsewhere.example"}, "bad aud"),
        ({"exp": int(time.time()) + 25 * 3600}, "bad exp"),
    ],
)
def test_push_with_a_bad_claim_is_forbidden(pushes, keys, claims, why):
    device = pushes.subscribe(keys[1])

    status = refused(device, keys[0], claims=claims)

    assert (status, pushes.refusals) == (403, [why])


def test_push_with_another_key_is_forbidden(pushes, keys):
    device = pushes.subscribe(keys[1])

    assert refused(device, push_service.make_vapid_keys()[0]) == 403
    assert pushes.refusals == ["another application's key"]


def test_push_with_a_bent_signature_is_forbidden(pushes, keys):
    device = pushes.subscribe(keys[1])
    claims = {"aud": pushes.origin, "sub": SUBJECT, "exp": int(time.time()) + 60}
    header = Vapid02.from_string(keys[0]).sign(claims)["Authorization"]
    token = header.split("t=")[1].split(",")[0]
    bent = token[:-8] + ("A" * 8 if token[-8:] != "A" * 8 else "B" * 8)

    fault = push_service.vapid_fault(
        {"authorization": header.replace(token, bent)},
        pushes.origin,
        keys[1],
        pushes.time(),
    )

    assert fault == "bad signature"
    assert device.pushes == []


def test_largest_push_is_4096_bytes_on_the_wire(pushes, keys):
    device = pushes.subscribe(keys[1])
    fits = '"' + "a" * 3991 + '"'

    assert send(device, keys[0], fits).status_code == 201
    assert refused(device, keys[0], data=fits[:-1] + 'a"') == 413


def test_push_without_ttl_and_to_nobody(pushes, keys):
    device = pushes.subscribe(keys[1])

    assert requests.post(device.endpoint, data=b"x", timeout=5).status_code == 400
    assert requests.post(pushes.origin + "/no", timeout=5).status_code == 404


def test_planned_answers_come_in_order(pushes, keys):
    device = pushes.subscribe(keys[1])
    device.plan, device.retry_after = [429, 500, 201], "7"

    assert refused(device, keys[0]) == 429
    assert refused(device, keys[0]) == 500
    assert send(device, keys[0]).status_code == 201


def test_mail_server_takes_refuses_and_drops():
    with mail_server.running() as server:
        server.plan = ["451", "550", "drop"]

        def send_mail():
            with smtplib.SMTP("127.0.0.1", server.port, timeout=5) as smtp:
                smtp.sendmail("a@example.org", ["b@example.org"], "Subject: s\n\nhi")

        for code in (451, 550):
            with pytest.raises(smtplib.SMTPRecipientsRefused) as refusal:
                send_mail()
            assert refusal.value.recipients["b@example.org"][0] == code
        with pytest.raises(smtplib.SMTPServerDisconnected):
            send_mail()
        send_mail()

        assert [mail["Subject"] for mail in server.taken] == ["s", "s"]
