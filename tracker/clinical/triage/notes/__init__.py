"""What notes say in Spanish and German, beside the English of the older modules."""
