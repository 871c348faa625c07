"""What takes minutes is for `make nightly`."""

import os

import pytest

NIGHTLY = bool(os.environ.get("CAIRN_NIGHTLY"))
only_nightly = pytest.mark.skipif(not NIGHTLY, reason="make nightly")
