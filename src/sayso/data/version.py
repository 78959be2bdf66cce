"""Which sayso this is; every capture on a record says which one read it."""

__version__ = "0.1.0"
