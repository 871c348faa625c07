"""The medicine of Cairn, in plain Python: frozen data in, findings out.

Nothing in here reads a clock, a database or a setting, so that every answer can be
replayed years later and read by a clinician. Released rule sets never change; a new
idea is a new version. A licensed clinician signs off every rule, threshold and text
before a clinic uses it.
"""
