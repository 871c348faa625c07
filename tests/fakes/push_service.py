"""A push service on loopback: real HTTP, real signatures, real encryption.

It checks what the big ones check, in their order, opens every push with the
device's private key and keeps the plaintext.
"""

import base64
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID, uuid4

import http_ece
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

LARGEST_BODY = 4096
LONGEST_TOKEN = 24 * 3600


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def raw_public(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )


def make_vapid_keys() -> tuple[str, str]:
    """A private and a public application key, as the settings hold them."""
    key = ec.generate_private_key(ec.SECP256R1())
    number = key.private_numbers().private_value
    return b64(number.to_bytes(32, "big")), b64(raw_public(key))


@dataclass
class Push:
    """One push that was accepted."""

    payload: dict[str, Any]
    headers: dict[str, str]


@dataclass
class Device:
    """A browser's subscription. `plan` is how its next pushes are answered."""

    endpoint: str
    application_key: str
    private_key: ec.EllipticCurvePrivateKey
    auth: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    id: UUID = field(default_factory=uuid4)
    plan: list[int | str] = field(default_factory=list)
    retry_after: str | None = None
    asked: int = 0
    pushes: list[Push] = field(default_factory=list)

    @property
    def keys(self) -> dict[str, str]:
        return {"p256dh": b64(raw_public(self.private_key)), "auth": b64(self.auth)}

    def open(self, body: bytes) -> bytes:
        opened: bytes = http_ece.decrypt(
            body,
            private_key=self.private_key,
            auth_secret=self.auth,
            version="aes128gcm",
        )
        return opened


class PushService:
    """Start with `running`. Each device's endpoint lies under `origin`.

    `time` is its clock, in seconds: a test that sets the product's sets this too.
    """

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.origin = f"http://127.0.0.1:{server.server_port}"
        self.time: Callable[[], float] = time.time
        self.devices: dict[str, Device] = {}
        self.refusals: list[str] = []

    def subscribe(self, application_key: str) -> Device:
        path = f"/push/{secrets.token_urlsafe(12)}"
        device = Device(
            endpoint=self.origin + path,
            application_key=application_key,
            private_key=ec.generate_private_key(ec.SECP256R1()),
        )
        self.devices[path] = device
        return device

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> int | str:
        """The status for one push, in the order in which real services check."""
        device = self.devices.get(path)
        if device is None:
            return self._refuse(404, "unknown endpoint")
        device.asked += 1
        if device.plan:
            planned = device.plan.pop(0)
            if planned != 201:
                return planned
        if len(body) > LARGEST_BODY:
            return self._refuse(413, "too large")
        if not headers.get("ttl", "").isdigit():
            return self._refuse(400, "no TTL")
        wrong = vapid_fault(headers, self.origin, device.application_key, self.time())
        if wrong:
            return self._refuse(403, wrong)
        device.pushes.append(Push(json.loads(device.open(body)), headers))
        return 201

    def _refuse(self, status: int, why: str) -> int:
        self.refusals.append(why)
        return status


def vapid_fault(
    headers: dict[str, str], origin: str, application_key: str, now: float
) -> str:
    """What is wrong with the Authorization header; empty if nothing is."""
    scheme, _, rest = headers.get("authorization", "").partition(" ")
    parts = dict(part.strip().split("=", 1) for part in rest.split(",") if "=" in part)
    if scheme != "vapid" or parts.keys() != {"t", "k"}:
        return "not a vapid header"
    if parts["k"].rstrip("=") != application_key:
        return "another application's key"
    signed, _, signature = parts["t"].rpartition(".")
    if not _is_signed(signed, unb64(signature), unb64(application_key)):
        return "bad signature"
    head, claims = (json.loads(unb64(part)) for part in signed.split("."))
    return _claim_fault(head, claims, origin, now)


def _is_signed(signed: str, signature: bytes, public: bytes) -> bool:
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    der = utils.encode_dss_signature(r, s)
    try:
        key.verify(der, signed.encode(), ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def _claim_fault(
    head: dict[str, str], claims: dict[str, Any], origin: str, now: float
) -> str:
    left = claims.get("exp", 0) - now
    if head != {"typ": "JWT", "alg": "ES256"}:
        return "bad token head"
    if claims.get("aud") != origin:
        return "bad aud"
    if not 0 < left <= LONGEST_TOKEN:
        return "bad exp"
    if not str(claims.get("sub", "")).startswith(("mailto:", "https:")):
        return "bad sub"
    return ""


class _Handler(BaseHTTPRequestHandler):
    service: PushService
    closing: threading.Event
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        status = self.service.answer(self.path, headers, body)
        if status == "hang":
            self.closing.wait(30)
            self.close_connection = True
            return
        if status == "drip":
            self._drip()
            return
        if status == "redirect":
            status = 307
        self.send_response(int(status))
        self._extra_headers(int(status))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        """A head that never ends, a byte now and then."""
        self.close_connection = True
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 201 Created\r\nX-Wait: ")
            while not self.closing.wait(0.2):
                self.wfile.write(b"x")

    def _extra_headers(self, status: int) -> None:
        device = self.service.devices.get(self.path)
        if status == 201:
            location = f"{self.service.origin}/message/{secrets.token_urlsafe(9)}"
            self.send_header("Location", location)
        if status == 307:
            self.send_header("Location", f"{self.service.origin}/elsewhere")
        if device and device.retry_after:
            self.send_header("Retry-After", device.retry_after)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def http_date(seconds_ahead: int) -> str:
    """A Retry-After in its other form."""
    return formatdate(time.time() + seconds_ahead, usegmt=True)


@contextmanager
def running() -> Iterator[PushService]:
    """A push service for the length of the block."""
    closing = threading.Event()
    handler = type("Handler", (_Handler,), {"closing": closing})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    service = handler.service = PushService(server)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
