"""This device: make it take pushes, or stop."""

from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from backend.common.fields import Text
from reminders.actions import push_subscriptions

if TYPE_CHECKING:
    from backend.accounts.models import User


class PushKeys(serializers.Serializer[dict[str, str]]):
    p256dh = Text(max_length=120)
    auth = Text(max_length=40)


class PushSubscriptionInput(serializers.Serializer[dict[str, Any]]):
    """What PushSubscription.toJSON() gives in the browser."""

    endpoint = Text(max_length=1000)
    keys = PushKeys()


class PushSubscriptionOutput(serializers.Serializer[dict[str, Any]]):
    id = serializers.UUIDField()


class PushSubscription(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(
        summary="Make this device take pushes, or report that it still does",
        request=PushSubscriptionInput,
        responses=PushSubscriptionOutput,
    )
    def put(self, request: Request, subscription_id: UUID) -> Response:
        fields = PushSubscriptionInput(data=request.data)
        fields.is_valid(raise_exception=True)
        device = push_subscriptions.register(
            subscription_id=subscription_id,
            user=cast("User", request.user),
            endpoint=fields.validated_data["endpoint"],
            user_agent=request.headers.get("User-Agent", ""),
            **fields.validated_data["keys"],
        )
        return Response({"id": device.pk})

    @extend_schema(summary="Stop pushing to this device", responses={204: None})
    def delete(self, request: Request, subscription_id: UUID) -> Response:
        push_subscriptions.forget(
            subscription_id=subscription_id, user=cast("User", request.user)
        )
        return Response(status=204)


class PushKeyOutput(serializers.Serializer[dict[str, Any]]):
    key = serializers.CharField(allow_null=True)


class PushKey(APIView):
    permission_classes = [IsAuthenticated]

    @extend_schema(
        summary="The server's public VAPID key; null where push is not set up",
        responses=PushKeyOutput,
    )
    def get(self, request: Request) -> Response:
        return Response({"key": settings.VAPID_PUBLIC_KEY or None})
