"""What django-allauth says to somebody by "du" in German: here it is "Sie".

Its forms say these; the catalogues of ours come first.
"""

from django.utils.translation import gettext_noop

WORDS = (
    gettext_noop("Please type your current password."),
    gettext_noop("You must type the same password each time."),
    gettext_noop("Be patient, you are sending too many requests."),
)
