"""Texts in, encodings out: one pass of the shipped model, whose heads the other rooms read."""
