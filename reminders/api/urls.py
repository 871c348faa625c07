from django.urls import path

from reminders.api.preferences import ReminderPreferences, ReminderPreferencesTest
from reminders.api.push_subscriptions import PushKey, PushSubscription
from reminders.api.receipts import ReceiptCreate

urlpatterns = [
    path(
        "reminder-preferences",
        ReminderPreferences.as_view(),
        name="reminder-preferences",
    ),
    path(
        "reminder-preferences/test",
        ReminderPreferencesTest.as_view(),
        name="reminder-preferences-test",
    ),
    path(
        "push-subscriptions/<uuid:subscription_id>",
        PushSubscription.as_view(),
        name="push-subscription",
    ),
    path("push-key", PushKey.as_view(), name="push-key"),
    path("receipts", ReceiptCreate.as_view(), name="receipt-create"),
]
