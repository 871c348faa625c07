"""Measure what the patient's first page loads, and refuse more than a phone should."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from backend.common import page_files

PAGE = "/shell/check-in"
# Only the copy that is kept on the phone loads this; it comes with no visit.
ONLY_KEPT = "js/shell"
# Bytes on the wire. A slow phone connection brings this in well under a second.
BUDGETS = {".js": 15_000, ".css": 20_000}


class Command(BaseCommand):
    help = "Fail if the check-in page loads more than its budget."

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = page_files.loaded_by(page_files.public_page(PAGE))
        by_the_visit = [a for a in loaded if ONLY_KEPT not in a]
        later = page_files.loaded_later(by_the_visit)
        over = [self._line(kind, by_the_visit) for kind in BUDGETS]
        self.stdout.write("js loaded later, when it is needed, outside the budget:")
        for address in later:
            self.stdout.write(f"  {page_files.weight([address]):6,}  {address}")
        if any(over):
            raise CommandError("The check-in page loads more than its budget.")

    def _line(self, kind: str, loaded: list[str]) -> bool:
        parts = {a: page_files.weight([a]) for a in loaded if a.endswith(kind)}
        total, budget = sum(parts.values()), BUDGETS[kind]
        self.stdout.write(f"{kind[1:]}: {total:,} of {budget:,} bytes compressed")
        for address, weight in sorted(parts.items(), key=lambda part: -part[1]):
            self.stdout.write(f"  {weight:6,}  {address}")
        return total > budget
