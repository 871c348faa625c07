"""The demo clinics: invented people whose courses follow published ones."""
