"""Text as text: words made alike, quotation marks and quotations, literals. Knows no model and no record."""
