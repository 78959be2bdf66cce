"""Whether the words on the record still stand: in the article that was kept, and in a new capture of its page."""

from sayso.verifying.compare import compare
from sayso.verifying.evidence import check
from sayso.verifying.titles import of_which
from sayso.verifying.verdict import Change, Standing, Verdict

__all__ = ["Change", "Standing", "Verdict", "check", "compare", "of_which"]
