"""What documents come packed in: one file for each format, told by content. Knows no network and no record."""
