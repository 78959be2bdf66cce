"""Tables, and how rows get in and out. What the two engines do differently is here."""
