"""What a report says of one interview, as plain data."""
