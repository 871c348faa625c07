"""The channels of this product: every folder beside this file that offers one.

A clinic that does not want a channel deletes its folder; nothing else names it.
"""

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from reminders.channels.base import Channel


def discover(folder: Path, package: str) -> dict[str, Channel]:
    """The CHANNEL of every package in a folder, by code."""
    modules = (
        import_module(f"{package}.{found.name}")
        for found in pkgutil.iter_modules([str(folder)])
        if found.ispkg
    )
    return {module.CHANNEL.code: module.CHANNEL for module in modules}


CHANNELS: Mapping[str, Channel] = discover(Path(__file__).parent, __package__)
