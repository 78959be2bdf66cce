"""Lists of regular expressions as data: a file with a [section] for each use, one expression a line, # for comments."""

from importlib.resources import files


def sections(name: str) -> dict[str, str]:
    """The expressions of each section of a file of this room, as one that matches any of them; it is in no group."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in files("sayso.lexicon").joinpath(name).read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]") and line[1:-1].replace(" ", "").isalpha():
            section = line[1:-1]
        elif line and not line.startswith("#"):
            found.setdefault(section, []).append(line)
    return {section: "|".join(lines) for section, lines in found.items()}
