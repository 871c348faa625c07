"""What the person at the keyboard is told when something cannot go on."""

import errno

DISK_FULL = "The disk is full. Make room and start again; nothing saved is lost."

# The second is PostgreSQL's, when the system wrote less than it was given.
DISK_FULL_SIGNS = ("No space left on device", "Check free disk space")


class LocalError(Exception):
    """One sentence or two: what happened, and what to do next."""


def sentence_for(error: OSError) -> str:
    """The system's error as a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL
    return f"{error.strerror or error}: {error.filename or 'no file named'}."


def sentence_for_log(lines: str, otherwise: str) -> str:
    """The sentence for a program that died and left these last lines."""
    if any(sign in lines for sign in DISK_FULL_SIGNS):
        return DISK_FULL
    return f"{otherwise}\n{lines}" if lines else otherwise
