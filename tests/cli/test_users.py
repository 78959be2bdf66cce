"""`sayso users` as an admin types it, and `sayso licences` as a lawyer does."""

from pathlib import Path

from typer.testing import CliRunner

from sayso.cli import app
from sayso.serving.web.base.users import Users


def test_users_are_let_in_listed_and_let_go(tmp_path: Path) -> None:
    file = ["--users", str(tmp_path / "users.json")]
    run = CliRunner().invoke
    added = run(app, ["users", "add", "Mira Aas", "--role", "admin", *file], input="a long password\na long password\n")
    assert (added.exit_code, added.stdout.strip()) == (0, "")
    token = run(app, ["users", "add", "bot", "--role", "reader", "--token", *file]).stdout.strip()
    assert Users(tmp_path / "users.json").by_token(token)
    assert run(app, ["users", "list", *file]).stdout == "admin   Mira Aas (password)\nreader  bot (token)\n"
    run(app, ["users", "remove", "bot", *file])
    assert run(app, ["users", "remove", "bot", *file]).stderr == "nobody is called “bot” in the file of users\n"
    assert run(app, ["users", "add", "x", "--role", "owner", *file]).exit_code == 1


def test_licences_tell_of_all_that_is_installed_and_of_what_the_model_learned_from() -> None:
    told = CliRunner().invoke(app, ["licences"]).stdout
    assert told.startswith("sayso-record 0.1.0: Apache-2.0\n")
    assert "\nurllib3 " in told
    assert "\npytest" not in told
    assert "the authors state no licence" in told
