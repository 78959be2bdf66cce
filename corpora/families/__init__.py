"""Families of small invented articles, drawn by seed, each of which tries one way to get a speaker wrong."""
