"""Tests of what is read in other languages."""
