"""Tests of the room that reads language."""
