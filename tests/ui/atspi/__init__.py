"""The window as a screen reader gets it: over AT-SPI, in an X server and a session bus of its own."""
