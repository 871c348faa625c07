"""One test message to one person through one channel, now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from reminders.actions import one_off
from reminders.channels.base import ChannelError
from reminders.channels.registry import CHANNELS


class Command(BaseCommand):
    help = "Send one test message to one person through one channel."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="the address the person signs in with")
        parser.add_argument("--channel", choices=sorted(CHANNELS), default="email")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sent = one_off.send_test(email=options["email"], channel=options["channel"])
        except LookupError as error:
            raise CommandError(str(error)) from error
        except ChannelError as error:
            raise CommandError(f"Not sent: {error.code}") from error
        self.stdout.write(f"Handed over: {sent}")
