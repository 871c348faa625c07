"""Who signed in: allauth's backend, with the look-up of each request made short."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db import connection

from backend.accounts.models import User

_FIELDS = [field.attname for field in User._meta.concrete_fields]
_READ = f"SELECT {', '.join(_FIELDS)} FROM {User._meta.db_table} WHERE id = %s"


class Backend(AuthenticationBackend):
    def get_user(self, user_id: Any) -> User | None:
        """The person behind a session, unless the account was closed."""
        with connection.cursor() as cursor:
            cursor.execute(_READ, [user_id])
            row = cursor.fetchone()
        user = User.from_db("default", _FIELDS, row) if row else None
        return user if user and self.user_can_authenticate(user) else None
