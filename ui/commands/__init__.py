"""What the actions do, by the noun they act on. Each class gives `handlers()`: action id -> function."""
