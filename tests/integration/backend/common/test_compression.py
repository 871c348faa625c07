"""Pages go out compressed, answers of the API as they are."""

import gzip

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
ASKS = {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize("path", ["/shell/check-in", "/sw.js"])
def test_a_page_is_compressed_for_who_asks(client: Client, path: str) -> None:
    plain = client.get(path).content

    answer = client.get(path, headers=ASKS)

    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert len(answer.content) < len(plain) / 2
    assert gzip.decompress(answer.content)[:15] == plain[:15]


def test_an_answer_of_the_api_is_not(client: Client) -> None:
    answer = client.get("/api/v1/push-key", headers=ASKS)

    assert "Content-Encoding" not in answer
