"""A patient's phone: it sends an entry until the server has it."""

import json
import time
import uuid
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from django.test import Client

from backend.common import clock
from tests.product import PATIENCE, Product
from tracker.models import Patient

TOKEN = "a" * 32


class Phone:
    """Signed in when it is made; afterwards it needs nothing but the web server."""

    def __init__(self, product: Product, patient: Patient) -> None:
        client = Client()
        client.force_login(patient.user)
        session = client.cookies["sessionid"].value
        self.url = f"{product.base_url}/api/v1/check-ins/{uuid.uuid4()}"
        self.headers = {
            "Content-Type": "application/json",
            "Cookie": f"sessionid={session}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
        }
        self.body = {
            "local_date": clock.local_today(patient.zone).isoformat(),
            "recorded_at": clock.now().isoformat(),
            "pain": 6,
            "symptoms": [{"code": "saddle_numbness", "change": "new"}],
        }

    def send(self) -> dict[str, Any]:
        """Send the one entry of this phone once. Raises OSError."""
        body = json.dumps(self.body).encode()
        request = Request(self.url, body, self.headers, method="PUT")
        with urlopen(request, timeout=20) as answer:
            stored: dict[str, Any] = json.load(answer)
        return stored

    def send_until_taken(self, seconds: float = PATIENCE) -> dict[str, Any]:
        """Send it again and again; a refusal for good fails the test at once."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            try:
                return self.send()
            except HTTPError as error:
                if error.code < 500:
                    raise
            except OSError:  # refused, broken off, too slow
                pass
            time.sleep(0.3)
        raise AssertionError(f"the entry was not taken within {seconds:.0f} s")


def report_numbness(product: Product, patient: Patient) -> dict[str, Any]:
    """New numbness between the legs: an emergency."""
    return Phone(product, patient).send()
