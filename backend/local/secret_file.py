"""Secrets of the local stack, made once and kept in a file only its owner reads."""

import base64
import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def load_or_create(path: Path) -> dict[str, str]:
    """The same secrets at every call; they are made at the first."""
    if path.exists():
        return read(path)
    made = {"SECRET_KEY": secrets.token_urlsafe(50), **vapid_pair()}
    write(path, made)
    return made


def vapid_pair() -> dict[str, str]:
    """A P-256 key pair for Web Push, raw and in base64url as browsers want it."""
    key = ec.generate_private_key(ec.SECP256R1())
    private = key.private_numbers().private_value.to_bytes(32, "big")
    public = key.public_key().public_bytes(
        Encoding.X962, PublicFormat.UncompressedPoint
    )
    return {
        "VAPID_PRIVATE_KEY": base64url(private),
        "VAPID_PUBLIC_KEY": base64url(public),
    }


def base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def read(path: Path) -> dict[str, str]:
    lines = path.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def write(path: Path, values: dict[str, str]) -> None:
    """All or nothing, and never readable by others, not even for a moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(
        os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w"
    ) as f:
        f.writelines(f"{name}={value}\n" for name, value in values.items())
    draft.replace(path)
