"""Reads what a mail server's alias pipes in: one mail that came back."""

import os
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from reminders.actions import bounces
from reminders.channels import bounce
from reminders.channels.bounce import NotABounceError

# The headers of the mail that came back stand well before this.
MOST_BYTES = 1_000_000


class Command(BaseCommand):
    help = (
        "Read one delivery status notification (RFC 3464) from standard input and note "
        "that the mail it names did not arrive. Exit codes are those of sysexits: "
        "0 taken, or not final; 65 no such notification; 67 not a mail of ours; "
        "75 try again later."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            found = bounce.read(sys.stdin.buffer.read(MOST_BYTES))
            has_failed = bounces.take(found)
        except NotABounceError as error:
            raise CommandError(str(error), returncode=os.EX_DATAERR) from error
        except bounces.UnknownMessageError as error:
            raise CommandError(str(error), returncode=os.EX_NOUSER) from error
        except bounces.StillInHandError as error:
            later = f"{error} Try again later."
            raise CommandError(later, returncode=os.EX_TEMPFAIL) from error
        except Error as error:
            later = "The database does not answer. Try again later."
            raise CommandError(later, returncode=os.EX_TEMPFAIL) from error
        noted = (
            "it will not arrive" if has_failed else "nothing is final, nothing noted"
        )
        self.stdout.write(f"Message {found.message_id}, {found.status}: {noted}.")
