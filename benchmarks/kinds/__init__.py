"""Kinds of passages that readers of such tools complain about, with siblings of each and what is right about them."""
