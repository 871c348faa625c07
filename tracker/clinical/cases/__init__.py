"""Written histories, read from a case file and replayed through the rules."""
