"""The route table of the whole product, and the error handlers."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from backend.common import health_views

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("api/v1/", include("tracker.api.urls")),
    path("api/v1/", include("reminders.api.urls")),
    path("", include("tracker.pages.urls")),
    path("", include("tracker.pwa.urls")),
    path("", include("backend.accounts.urls")),
    path("accounts/", include("allauth.urls")),
    path("_allauth/", include("allauth.headless.urls")),
    path("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("api/docs/", SpectacularSwaggerSplitView.as_view(), name="docs"),
    path("admin/", admin.site.urls),
    path("healthz", health_views.healthz, name="healthz"),
    path("readyz", health_views.readyz, name="readyz"),
]
if settings.DEMO and settings.MAIL_DIR:
    urlpatterns.append(path("demo/", include("backend.demo.urls")))

handler400 = "backend.common.error_views.bad_request"
handler403 = "backend.common.error_views.not_allowed"
handler404 = "backend.common.error_views.not_found"
handler500 = "backend.common.error_views.broken"
