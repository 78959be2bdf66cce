"""The page that sayso grew from, where it is at hand."""

from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "shared" / "seed" / "000_5c199200258db85f.txt"
needs_page = pytest.mark.skipif(not PAGE.exists(), reason="the seed page is not beside this checkout")
