"""What a patient reads, in every language the product speaks: plain data."""
