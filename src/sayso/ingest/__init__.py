"""Documents in: from files, folders, URLs and standard input onto the record."""
