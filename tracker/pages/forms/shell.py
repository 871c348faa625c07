"""The check-in for a phone without a connection: nobody's, of no day."""

from datetime import date

from tracker.pages.forms.check_in import CheckInForm


class ShellForm(CheckInForm):
    """Every question there is; the phone leaves out what is not for today."""

    check_in_id = ""  # type: ignore[assignment]
    local_date = recorded_at = ""  # type: ignore[assignment]
    asks_temperature = True  # type: ignore[assignment]

    def __init__(self, *, whole_catalogue: bool) -> None:
        super().__init__(day=0, today=date.min, whole_catalogue=whole_catalogue)
        self.check_in_id = ""  # type: ignore[assignment]
