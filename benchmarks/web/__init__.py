"""What is said on pages of the open web, marked by a reader."""
