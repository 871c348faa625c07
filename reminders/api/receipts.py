"""Receipts from the service worker, which has no session to sign in with."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.common.fields import Key
from reminders.actions import receipts


class ReceiptInput(serializers.Serializer[dict[str, Any]]):
    delivery = Key()
    kind = serializers.ChoiceField(choices=receipts.KINDS)


class ReceiptCreate(APIView):
    """The delivery id came inside the encrypted push: knowing it is the permission."""

    authentication_classes = []
    permission_classes = [AllowAny]

    @extend_schema(
        summary="A notification was shown, opened or closed",
        request=ReceiptInput,
        responses={204: None},
    )
    def post(self, request: Request) -> Response:
        fields = ReceiptInput(data=request.data)
        fields.is_valid(raise_exception=True)
        receipts.record(
            delivery_id=fields.validated_data["delivery"],
            kind=fields.validated_data["kind"],
        )
        return Response(status=204)
