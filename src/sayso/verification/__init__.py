"""Whether the words on the record still stand: in the article that was kept, and in a new capture of its page."""

from sayso.data.evidence import check
from sayso.verification.compare import compare
from sayso.verification.diff import differences
from sayso.verification.encoded import still_encoded
from sayso.verification.match_capture import of_which
from sayso.verification.verdict import Change, Standing, Verdict

__all__ = ["Change", "Standing", "Verdict", "check", "compare", "differences", "of_which", "still_encoded"]
