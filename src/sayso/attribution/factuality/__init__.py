"""Whether it was said: negated, hypothetical, thought, wanted."""
