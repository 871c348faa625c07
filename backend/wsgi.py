"""Web entry point."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")

application = get_wsgi_application()

# What is loaded now stays for good: the collector need not walk it again and
# again, which cost a tenth of every request.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 50, 100)
