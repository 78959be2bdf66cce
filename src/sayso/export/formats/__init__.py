"""One file a format; `columns` and `uris` are what several share."""
