"""Presentations: what each slide says, its number kept as its place."""
