"""Reads the invented articles of `corpora/families` and counts what goes wrong."""
