"""Tables by themselves: a row a line, its number in the sheet kept as its place."""
