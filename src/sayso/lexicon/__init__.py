"""Word lists as data, each with the few lines that load it: add a word here and every rule knows it."""
