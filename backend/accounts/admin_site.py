"""The admin of reference data, behind a second step at sign-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from backend.accounts import second_factor
from backend.accounts.models import User

View = Callable[..., HttpResponse]


class AdminSite(admin.AdminSite):
    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]
        """Whoever may come in but has no second step yet is led to set it up."""
        inner = super().admin_view(view, cacheable)

        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if self.has_permission(request) and _is_missing(cast("User", request.user)):
                return _set_up_first(request)
            return inner(request, *args, **kwargs)

        return page


def _is_missing(user: User) -> bool:
    return settings.ADMIN_SECOND_FACTOR and not second_factor.has_one(user)


@never_cache
def _set_up_first(request: HttpRequest) -> HttpResponse:
    context = {"asks": "The administration of Cairn"}
    return render(request, "accounts/second_factor.html", context, status=403)
