"""The commands, gathered."""

import typer

import entente
from entente.cli.dates import dates
from entente.cli.evaluate import evaluate
from entente.cli.extract import extract
from entente.cli.failures import failures
from entente.cli.schema import schema
from entente.cli.show import show

app = typer.Typer(
    name="entente",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (extract, failures, show, evaluate, dates, schema):
    app.command()(command)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"entente {entente.__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """French press releases about the international cooperation of territories, read into facts that can be checked."""
