"""Places in an address that Django has no word for."""


class SignedNumberConverter:
    """A whole number that may lie below zero, such as a day before day 0."""

    regex = r"-?[0-9]{1,5}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int | str) -> str:
        return str(value)
