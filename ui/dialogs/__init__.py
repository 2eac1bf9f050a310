"""Dialogs: they ask, and give back plain values."""
