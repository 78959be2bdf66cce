"""What counts as a statement: attributions as sayso found them, each read by hand, and what act it reports."""
