"""``claims corpus``: an archive of articles, on Spark."""

from collections.abc import Mapping
from typing import Annotated

import typer

import claims
from claims.cli.options import DEFAULT_LEDGER, AsCsv, AsJson, LedgerPath, Model
from claims.cli.output import list_claims, say

app = typer.Typer(help="An archive of articles, on Spark: the same steps, in as many processes as there are.")

Corpus = Annotated[str, typer.Argument(metavar="CORPUS", help="The archive's folder, as Spark names it.")]
Where = Annotated[
    str,
    typer.Option(help="Only articles that meet this condition in SQL.", metavar="SQL", show_default=False),
]
Master = Annotated[
    str | None,
    typer.Option(help="Where Spark runs, as local[2]; by default on all of this machine.", metavar="URL"),
]


@app.command()
def extract(
    source: Annotated[str, typer.Argument(metavar="IN", help="Parquet or JSON Lines, an article a record.")],
    corpus: Corpus,
    parts: Annotated[int, typer.Option(help="How many parts the records are done in.", min=1)] = 64,
    model: Model = None,
    master: Master = None,
) -> None:
    """Extract the claims of all records; what cannot be read is kept with the reason in CORPUS/bad.

    The same command goes on where an earlier one was ended: a part that is finished is not done again.
    """
    from claims import corpus as on_spark

    with on_spark.started(master) as session:
        done = on_spark.extract(session, source, corpus, parts=parts, model=model)
    bad = f"{done.bad:,} bad record{'' if done.bad == 1 else 's'}"
    say(f"{corpus}: {done.articles:,} articles, {bad}, {done.parts} parts done now")


@app.command()
def link(corpus: Corpus, master: Master = None) -> None:
    """Find who is who among the speakers of all articles; into CORPUS/links."""
    from claims import corpus as on_spark

    with on_spark.started(master) as session:
        _say(corpus, on_spark.link(session, corpus))


@app.command()
def merge(corpus: Corpus, master: Master = None) -> None:
    """Group the claims that make the same assertion, whose speakers are linked; into CORPUS/groups."""
    from claims import corpus as on_spark

    with on_spark.started(master) as session:
        _say(corpus, on_spark.merge(session, corpus))


@app.command()
def load(
    corpus: Corpus, where: Where = "true", ledger: LedgerPath = DEFAULT_LEDGER, master: Master = None
) -> None:
    """Add a slice of the archive to a ledger, to work on as usual."""
    from claims import corpus as on_spark

    with on_spark.started(master) as session, claims.Ledger.open(ledger, create=True) as opened:
        new = on_spark.load(session, corpus, opened, where)
        say(f"{opened.name}: {new:,} new articles")


@app.command()
def sample(
    corpus: Corpus,
    articles: Annotated[int, typer.Option(help="Of so many articles.", min=1)] = 10,
    where: Where = "true",
    as_csv: AsCsv = False,
    as_json: AsJson = False,
    master: Master = None,
) -> None:
    """Print the claims of a few articles, the same ones each time, to see what the archive has."""
    from claims import corpus as on_spark

    with on_spark.started(master) as session:
        found = list(on_spark.sample(session, corpus, articles, where))
    list_claims(found, {}, with_article=True, as_csv=as_csv, as_json=as_json)


def _say(corpus: str, counts: Mapping[str, int]) -> None:
    said = ", ".join(f"{n:,} {'keys capped' if what == 'capped' else what}" for what, n in counts.items())
    say(f"{corpus}: {said}")
