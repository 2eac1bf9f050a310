"""A selection as a quote: exact text with its context and place, and where it stands in another text."""
