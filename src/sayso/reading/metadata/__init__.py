"""What a page tells of itself: title, outlet, byline and date, from tags, masthead and address."""
