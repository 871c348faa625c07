"""“Is it you?”: allauth's pages, with words for who has no way to answer."""

from typing import Any

from allauth.account.views import ReauthenticateView
from allauth.mfa.base.views import ReauthenticateView as ReauthenticateByCodeView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext
from django.views import View

from backend.common import error_views


class _Answerable(View):
    """allauth never leads here who has neither a password nor a second step."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except PermissionDenied:
            sentence = gettext(
                "You sign in with a code by e-mail, so we have nothing more to ask you."
            )
            return error_views.error_page(request, 403, sentence)


class ByPassword(_Answerable, ReauthenticateView):  # type: ignore[misc]
    pass


class ByCode(_Answerable, ReauthenticateByCodeView):  # type: ignore[misc]
    pass


class ByPasskey(_Answerable, ReauthenticateWebAuthnView):  # type: ignore[misc]
    pass
