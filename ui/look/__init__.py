"""How things look: theme, colours, icons, widgets, bars for messages, lines that run either way, paper."""
