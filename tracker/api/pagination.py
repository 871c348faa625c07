"""Cursors over rows that are not ordered by their creation."""

from backend.common.pagination import CursorPagination


class NewestReceivedFirst(CursorPagination):
    ordering = ("-received_at", "-id")
