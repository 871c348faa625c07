"""The pagination of every list: a cursor over a stable order, newest first."""

from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import pagination

from backend.common.errors import NotFound


class CursorPagination(pagination.CursorPagination):
    page_size = 50
    page_size_query_param = "limit"
    max_page_size = 200
    ordering = ("-created_at", "-id")

    def paginate_queryset(self, queryset: Any, request: Any, view: Any = None) -> Any:
        """One page. Raises NotFound for a cursor that nobody was given."""
        try:
            return super().paginate_queryset(queryset, request, view)
        except ValidationError as error:  # the place it names is no moment
            raise NotFound from error
