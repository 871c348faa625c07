"""Settings: read from the environment, safe for production by default."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from csp.constants import NONCE, NONE, SELF
from psycopg.conninfo import conninfo_to_dict

from backend import env

BASE_DIR = Path(__file__).resolve().parent.parent

# production | local (make run) | test
ENVIRONMENT = env.text("CAIRN_ENVIRONMENT", "production")
IS_LOCAL = ENVIRONMENT in {"local", "test"}
DEMO = env.boolean("CAIRN_DEMO")
DEBUG = env.boolean("DEBUG")
SECRET_KEY = env.text("SECRET_KEY")
BASE_URL = env.text("CAIRN_BASE_URL", "http://localhost:8000" if IS_LOCAL else None)
ALLOWED_HOSTS = env.words(
    "ALLOWED_HOSTS",
    "localhost,127.0.0.1,testserver" if IS_LOCAL else urlsplit(BASE_URL).netloc,
)
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "backend.accounts.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "backend.common",
    "backend.audit",
    "backend.accounts.apps.AccountsConfig",
    "reminders",
    "tracker",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "backend.common.middleware.PageCompression",
    "backend.common.middleware.RequestIdMiddleware",
    "backend.common.middleware.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "backend.accounts.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "backend.accounts.idle.IdleMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "backend.accounts.middleware.ClinicMiddleware",
    "backend.common.middleware.FormOnlyPage",
]

ROOT_URLCONF = "backend.urls"
WSGI_APPLICATION = "backend.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "backend" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "backend.common.context_processors.product",
            ],
        },
    },
]

# --- database -------------------------------------------------------------
# Prepared statements with binding in the server halve PostgreSQL's work per
# check-in; connections stay open between requests.
_database = conninfo_to_dict(env.text("DATABASE_URL"))
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _database.pop("dbname"),
        "USER": _database.pop("user", ""),
        "PASSWORD": _database.pop("password", ""),
        "HOST": _database.pop("host", ""),
        "PORT": _database.pop("port", ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {
            # A server or a network that is gone says no goodbye: without these limits
            # whoever waits for an answer waits for hours. DATABASE_URL may set others.
            "connect_timeout": 10,
            "tcp_user_timeout": 15_000,
            "keepalives_idle": 5,
            "keepalives_interval": 5,
            "keepalives_count": 2,
            **_database,
            "server_side_binding": True,
            "prepare_threshold": 2,
            "options": "-c statement_timeout=30000 -c lock_timeout=10000 "
            "-c idle_in_transaction_session_timeout=60000",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- people and sign-in -----------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["backend.accounts.backends.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "backend.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# Nobody signs up, but without a password here allauth asks nobody for one.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
# An address nobody knows gets no mail: it would invite a stranger to sign up.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# By whom an invitation is held: codes to whatever addresses they type.
ACCOUNT_RATE_LIMITS = {"prove_address": "10/h/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("TRUSTED_PROXY_COUNT", 0)
MFA_ADAPTER = "backend.accounts.adapters.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOCAL
MFA_RECOVERY_CODES_SHOW_ONCE = True
# RFC 6238 5.2: the code of the half minute before may still be typed or under way.
MFA_TOTP_TOLERANCE = 1
# The admin asks for a second step: it makes staff, and staff read records.
ADMIN_SECOND_FACTOR = env.boolean("ADMIN_SECOND_FACTOR", not IS_LOCAL)
HEADLESS_CLIENTS = ("app",)
USERSESSIONS_TRACK_ACTIVITY = False

# --- the browser's guard rails ----------------------------------------------
SESSION_ENGINE = "backend.accounts.sessions"
SESSION_COOKIE_AGE = 30 * 24 * 3600
# Staff sit at shared desks: after so long without a step they sign in again.
STAFF_IDLE_MINUTES = env.integer("STAFF_IDLE_MINUTES", 60)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not IS_LOCAL
if not IS_LOCAL:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    SECURE_SSL_REDIRECT = env.boolean("SECURE_SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "backend.common.error_views.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
    }
}
# What would break if scripts came from policies only. Nothing does on the patient's
# pages, which a test holds; htmx writes markup on those of staff, so they are left out.
CONTENT_SECURITY_POLICY_REPORT_ONLY = {
    "EXCLUDE_URL_PREFIXES": ["/clinic/", "/admin/", "/api/"],
    "DIRECTIVES": {
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["cairn"],
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024

# --- words, time and files -----------------------------------------------------
# What patients read. Staff pages are English; see docs/operations/languages.md.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español"), ("de", "Deutsch")]
# Here, so that ours go before the words of the apps that we use.
LOCALE_PATHS = [
    BASE_DIR / app / "locale" for app in ("backend", "reminders", "tracker")
]
LANGUAGE_COOKIE_SECURE = not IS_LOCAL
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
# English written from right to left, made by the tests: shows what nobody translated.
PSEUDO_LOCALE_DIR = env.text("CAIRN_PSEUDO_LOCALE_DIR", "") if IS_LOCAL else ""
if PSEUDO_LOCALE_DIR:
    LANGUAGES.append(("ar-xb", "ɘƨɿɘvɘЯ"))
    LOCALE_PATHS.insert(0, Path(PSEUDO_LOCALE_DIR))
USE_TZ = True
TIME_ZONE = "UTC"
STATIC_URL = "static/"
STATIC_ROOT = env.text("STATIC_ROOT", str(BASE_DIR / ".local" / "static"))
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("vendor/htmx", BASE_DIR / "node_modules" / "htmx.org" / "dist"),
]
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = env.boolean(
    "CAIRN_STATIC_FROM_SOURCE"
)
STORAGES = {
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if WHITENOISE_USE_FINDERS or IS_LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- background work ----------------------------------------------------------
REDIS_URL = env.text("REDIS_URL")
CELERY_BROKER_URL = REDIS_URL
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULER = "backend.beat:Scheduler"
CELERY_TASK_IGNORE_RESULT = True
# A message is a bell and is worth nothing once it was heard. Kept until the task is
# done, it would take the worker down with it when Redis dies in between.
CELERY_TASK_ACKS_LATE = False
CELERY_TASK_SOFT_TIME_LIMIT = 45
CELERY_TASK_TIME_LIMIT = 60
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 1000
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# For ever: after a hundred tries, three quarters of an hour, a worker would end.
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_POOL_ACQUIRE_TIMEOUT = 2
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 120,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    # Without a time limit one half-open connection leaves a worker deaf for ever; it
    # may run into three of them before it looks for a new one.
    "socket_timeout": 4,
    "socket_connect_timeout": 5,
    "socket_keepalive": True,
    "health_check_interval": 5,
}
# How long a sender may hold a claimed message before another may take it.
MESSAGE_LEASE_SECONDS = env.integer("MESSAGE_LEASE_SECONDS", 60)

# --- reaching people --------------------------------------------------------
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
    }
}
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", "Cairn <cairn@localhost>")
EMAIL_TIMEOUT = 10
MAIL_DIR = env.text("CAIRN_MAIL_DIR", "")
if MAIL_DIR:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = MAIL_DIR
else:
    _mail = urlsplit(env.text("EMAIL_URL", "smtp://localhost:25"))
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 25
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
    EMAIL_USE_SSL = _mail.scheme == "smtps"
VAPID_PRIVATE_KEY = env.text("VAPID_PRIVATE_KEY", "")
VAPID_PUBLIC_KEY = env.text("VAPID_PUBLIC_KEY", "")
VAPID_SUBJECT = env.text("VAPID_SUBJECT", "mailto:operator@localhost")
# An Apprise URL with {phone} in it; without one there are no text messages.
SMS_URL = env.text("SMS_URL", "")
# By a clinic's slug, its own provider; an empty text for none.
SMS_URLS = env.mapping("SMS_URLS")
# Called each minute while all is well; a monitor there misses us when we fall silent.
OUTSIDE_WATCH_URL = env.text("OUTSIDE_WATCH_URL", "")
# Push services a subscription may point at. A private address is refused
# unless it is named here, which only a test or a closed network does.
PUSH_HOSTS = env.words(
    "PUSH_HOSTS",
    "fcm.googleapis.com,*.push.services.mozilla.com,*.push.apple.com,"
    "*.notify.windows.com",
)
PUSH_ALLOW_PRIVATE = env.boolean("PUSH_ALLOW_PRIVATE")

# --- the API ----------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "tracker.api.authentication.SessionAuthentication",
        "allauth.headless.contrib.rest_framework.authentication."
        "XSessionTokenAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["backend.common.renderers.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["backend.common.parsers.OrjsonParser"],
    "DEFAULT_PAGINATION_CLASS": "backend.common.pagination.CursorPagination",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "backend.common.problems.problem_response",
    "DEFAULT_THROTTLE_CLASSES": [],
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Cairn",
    "DESCRIPTION": "Recovery after cell therapy for back pain.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
}

from backend.log_config import LOGGING  # noqa: E402, F401  (needs nothing above)
