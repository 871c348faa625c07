"""One POST with one time limit, against servers that behave badly."""

import socket
import threading
import time

import pytest

from reminders.channels.web_push import one_post


@pytest.fixture
def server():
    """A server whose one answer the test writes; yields its URL and what it got."""
    listener = socket.create_server(("127.0.0.1", 0))
    got, threads, closing = [], [], threading.Event()

    def serve(*pieces, pause=0.0):
        def run():
            connection, _ = listener.accept()
            with connection:
                got.append(connection.recv(65536))
                for piece in pieces:
                    if closing.is_set():
                        break
                    try:
                        connection.sendall(piece)
                    except OSError:
                        break
                    time.sleep(pause)
                else:
                    if pause:
                        closing.wait(10)

        threads.append(threading.Thread(target=run, daemon=True))
        threads[-1].start()
        return f"http://127.0.0.1:{listener.getsockname()[1]}/push/x?y=1", got

    yield serve
    closing.set()
    listener.close()
    for thread in threads:
        thread.join(5)


def post(url, seconds=5.0):
    return one_post.post(url, "127.0.0.1", {"TTL": "60"}, b"body", seconds)


def test_request_is_one_post_under_the_name_of_the_url(server):
    url, got = server(b"HTTP/1.1 201 Created\r\nlocation: /m/1\r\n\r\n")

    answer = post(url)

    assert (answer.status, answer.headers["Location"]) == (201, "/m/1")
    head, _, body = got[0].partition(b"\r\n\r\n")
    assert head.splitlines()[0] == b"POST /push/x?y=1 HTTP/1.1"
    assert {b"TTL: 60", b"Content-Length: 4", b"Connection: close"} <= set(
        head.splitlines()
    )
    assert body == b"body"


def test_reason_of_a_refusal_is_read_even_if_it_comes_late(server):
    url, _ = server(
        b"HTTP/1.1 403 Forbidden\r\nContent-Length: 24\r\n\r\n",
        b'{"reason":"BadJwtToken"}',
        pause=0.1,
    )
    began = time.monotonic()

    answer = post(url)

    assert answer.text == '{"reason":"BadJwtToken"}'
    # Well before the limit of five seconds.
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param([b"H"] * 200, id="drips"),
        pytest.param([], id="hangs"),
        pytest.param([b"HTTP/1.1 201 Created\r\nX: "] + [b"x"] * 200, id="drips late"),
    ],
)
def test_time_limit_holds_over_all_of_it(server, pieces):
    url, _ = server(*pieces, pause=0.05)
    began = time.monotonic()

    with pytest.raises(one_post.Unanswered):
        post(url, seconds=0.5)

    # All of the drips take ten seconds.
    assert time.monotonic() - began < 8


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"220 mail.example ESMTP\r\n\r\n",
        b"HTTP/1.1 banana\r\n\r\n",
        b"HTTP/1.1 201 OK\r\nX: " + b"x" * one_post.LONGEST_ANSWER,
    ],
)
def test_what_is_no_answer_is_an_unknown_outcome(server, answer):
    url, _ = server(answer)

    with pytest.raises(one_post.Unanswered):
        post(url)


def test_nobody_there_is_not_an_unknown_outcome():
    with pytest.raises(OSError, match="refused") as failed:
        post("http://127.0.0.1:9/x")

    assert not isinstance(failed.value, one_post.Unanswered)
