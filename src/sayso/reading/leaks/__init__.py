"""What leaked into a page and is no reading matter: dumps, traces, code. Lifted out, and kept."""
