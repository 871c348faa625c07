"""How the clinical core refuses a value."""


class FieldError(ValueError):
    """Names the field and says in one sentence what is accepted."""

    def __init__(self, field: str, message: str) -> None:
        """The path of the field, and the sentence."""
        super().__init__(message)
        self.field = field
