"""Admin of reference data: clinics, people who sign in, and their roles."""

from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.shortcuts import redirect

from backend.accounts import address_change, work
from backend.accounts.models import Clinic, Membership, User
from backend.audit import recorder
from backend.common.errors import DomainError
from backend.common.form_fields import TextField


class _NamedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A name that others read, such as that of the owner of an alert."""

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "name":
            kwargs["form_class"] = TextField
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    model = Membership
    fk_name = "user"
    fields = ("clinic", "role", "contact_order", "revoked_at")
    extra = 0


@admin.register(User)
class PersonAdmin(_NamedAdmin, UserAdmin):  # type: ignore[type-arg]
    """Staff are made here; patients come in through an invitation."""

    ordering = ("email",)
    list_display = ("email", "name", "is_active", "is_staff")
    search_fields = ("email", "name")
    list_filter = ("is_active", "is_staff")
    fieldsets = (
        (None, {"fields": ("email", "password", "name", "zone", "locale")}),
        ("Access", {"fields": ("is_active", "is_staff", "is_superuser")}),
    )
    add_fieldsets = ((None, {"fields": ("email", "name", "password1", "password2")}),)
    inlines = (MembershipInline,)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """An account that may not work here is refused in words; nothing is stored."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except DomainError as refused:
            self.message_user(request, refused.sentence, messages.ERROR)
            return redirect(request.path)

    def save_model(
        self, request: HttpRequest, obj: User, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        if change and "email" in form.changed_data:
            address_change.changed(
                request,
                obj,
                before=form.initial["email"],
                by=cast("User", request.user),
            )

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        person, was_operator = form.instance, form.initial.get("is_staff", False)
        roles = Membership.objects.filter(user=person, revoked_at=None)
        had_role = roles.exists()
        super().save_related(request, form, formsets, change)
        is_new = not had_role and roles.exists()
        is_new |= person.is_staff and not was_operator
        if change and is_new:
            work.begin(person, was_at_work=had_role or was_operator)
        by = cast("User", request.user)
        recorder.record("user.administered", by=by, target=person)


@admin.register(Clinic)
class ClinicAdmin(_NamedAdmin):
    list_display = ("name", "country", "zone", "phone")
    prepopulated_fields = {"slug": ("name",)}

    def save_model(
        self, request: HttpRequest, obj: Clinic, form: Any, change: bool
    ) -> None:
        super().save_model(request, obj, form, change)
        by = cast("User", request.user)
        recorder.record("clinic.administered", by=by, target=obj, clinic_id=obj.pk)
