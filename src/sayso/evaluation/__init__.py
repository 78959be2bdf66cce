"""The project's measures, on articles that people annotated."""
