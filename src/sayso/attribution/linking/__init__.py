"""What the model marks, tied together: spans decoded, linked and given a confidence."""
