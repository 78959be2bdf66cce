"""Text as text: one Doc for each, words made alike, sentences, quotations, literals. Knows no model and no record."""
