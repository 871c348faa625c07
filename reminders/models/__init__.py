from reminders.models.delivery import Delivery
from reminders.models.due_reminder import DueReminder
from reminders.models.message import Message
from reminders.models.preference import ChannelPreference
from reminders.models.provider import Provider
from reminders.models.push_subscription import PushSubscription
from reminders.models.schedule import ReminderSchedule

__all__ = [
    "ChannelPreference",
    "Delivery",
    "DueReminder",
    "Message",
    "Provider",
    "PushSubscription",
    "ReminderSchedule",
]
