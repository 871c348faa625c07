"""Secrets of the local stack."""

import base64
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from backend.local import secret_file


def test_secrets_are_made_once(tmp_path: Path) -> None:
    path = tmp_path / "secrets.env"

    first = secret_file.load_or_create(path)

    assert secret_file.load_or_create(path) == first
    assert sorted(first) == ["SECRET_KEY", "VAPID_PRIVATE_KEY", "VAPID_PUBLIC_KEY"]


def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "secrets.env"

    secret_file.load_or_create(path)

    assert path.stat().st_mode & 0o777 == 0o600


def test_vapid_keys_are_a_pair() -> None:
    pair = secret_file.vapid_pair()

    number = int.from_bytes(decode(pair["VAPID_PRIVATE_KEY"]), "big")
    key = ec.derive_private_key(number, ec.SECP256R1()).public_key()
    public = key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    assert decode(pair["VAPID_PUBLIC_KEY"]) == public


def decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
