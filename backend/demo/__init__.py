"""Only for the demo, behind settings.DEMO: what would otherwise leave the machine."""
