"""The local stack: everything `make run` and the tests start on this machine."""
