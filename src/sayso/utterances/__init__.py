"""What prints the same: copies of one story, and printings of one act of speaking. Pure: it asks no record."""
