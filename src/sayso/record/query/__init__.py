"""What is asked: the language of searches, filters, pages of results, counts, dossiers."""
