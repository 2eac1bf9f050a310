"""RTF: a small reader of our own."""
