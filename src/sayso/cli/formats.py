"""`sayso formats`: what files sayso reads."""

import typer

from sayso.cli.shared import AsJson, print_json


def formats(as_json: AsJson = False) -> None:
    """List the kinds of files that are read; each is told by its content, whatever it is called."""
    from sayso.inputs.formats import listed

    told = [("text", "plain text", True, ""), ("HTML", "a page", True, "")]
    told += [(each.name, each.about, each.is_there, each.extra) for each in listed()]
    told += [("compressed", "each of these in gzip, bzip2 or xz", True, "")]
    width = max(len(name) for name, *_ in told)
    for name, about, is_there, extra in told:
        if as_json:
            print_json({"format": name, "about": about, "installed": is_there, "extra": extra or None})
        else:
            missing = "" if is_there else f" (needs the extra “{extra}”: docs/install.md)"
            typer.echo(f"{name:{width}}  {about}{missing}")
