"""When, where and on what it was said."""
