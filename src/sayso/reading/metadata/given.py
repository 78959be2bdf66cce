"""What is known of an article beside its own words, in the form of what a page tells."""

from sayso.data.found import Given
from sayso.reading.metadata.dates import moment
from sayso.reading.metadata.merge import Told


def told_as_given(given: Given) -> Told:
    """Title, outlet, byline and date as they were given; a date that no calendar has is none."""
    published = moment(given.published, given.found_in) if given.published else None
    return Told(given.title, given.outlet, given.byline, published)
