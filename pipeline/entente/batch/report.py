"""What became of an archive, in figures."""

import json
from dataclasses import asdict, dataclass, field

from entente.batch.ledger import Ledger
from entente.batch.work import COUNTED, FACTS
from entente.records import Failure

OUTCOMES = ("facts", "no_facts", "duplicate", "irrelevant", "outside", "failed")
"""How a document can end."""

DEFECT = "a defect of entente; give the same command again, and report it"
"""Advice where documents are not accounted for."""

SHOWN_FAILURES = 10
"""Failures that a report names; all of them stand in the failures file."""

_FACTS = " + ".join(COUNTED[:FACTS])
_OUTCOMES = (
    "SELECT CASE WHEN decision <> 'read' THEN decision WHEN r.failure IS NOT NULL THEN 'failed' "
    f"WHEN r.id IS NULL THEN 'unread' WHEN {_FACTS} > 0 THEN 'facts' ELSE 'no_facts' END AS outcome, count(*) "
    "FROM walk LEFT JOIN readings r ON r.id = source AND decision = 'read' GROUP BY outcome"
)
_RECORDS = (
    f"SELECT {', '.join(f'coalesce(sum({kind}), 0)' for kind in COUNTED)} "
    "FROM walk JOIN readings r ON r.id = source WHERE decision = 'read'"
)
_FAILURES = (
    "SELECT coalesce(p.failure, r.failure) FROM walk JOIN prepared p ON p.id = source "
    "LEFT JOIN readings r ON r.id = source "
    "WHERE decision IN ('failed', 'read') AND coalesce(p.failure, r.failure) IS NOT NULL ORDER BY position"
)


@dataclass(frozen=True, kw_only=True)
class Report:
    """Counts of a run; what it holds does not grow with the documents."""

    outcomes: dict[str, int] = field(default_factory=dict)
    """Documents by how they ended; their sum is the number of documents that were found."""
    records: dict[str, int] = field(default_factory=dict)
    """Records by kind, a text that several sources have counted once."""
    first_failures: tuple[Failure, ...] = ()
    complete: bool = True
    """False when the run was stopped before its end."""
    fresh: bool = True
    """False when nothing had changed since the last run, and nothing was done."""

    @property
    def documents(self) -> int:
        """Documents that were found."""
        return sum(self.outcomes.values())

    @property
    def failures(self) -> int:
        """Documents that could not be read."""
        return self.outcomes.get("failed", 0)

    @property
    def read(self) -> int:
        """Documents that did not fail."""
        return self.documents - self.failures

    def to_json(self) -> str:
        """For the ledger."""
        return json.dumps(asdict(self) | {"first_failures": [one.model_dump() for one in self.first_failures]})


def report_of(ledger: Ledger, *, complete: bool = True) -> Report:
    """The report on the last walk."""
    with ledger.database.errors():
        outcomes = dict(ledger.database.all(_OUTCOMES))
        records = dict(zip(COUNTED, ledger.database.one(_RECORDS), strict=True))
    failures = failures_of(ledger, limit=SHOWN_FAILURES)
    return Report(
        outcomes=dict.fromkeys(OUTCOMES, 0) | outcomes,
        records=records,
        first_failures=tuple(failures),
        complete=complete,
    )


def report_from(text: str) -> Report:
    """The report that `to_json` wrote, of a run that need not be done again."""
    values = json.loads(text)
    failures = tuple(Failure(**failure) for failure in values.pop("first_failures"))
    return Report(**values | {"first_failures": failures, "fresh": False})


def failures_of(ledger: Ledger, *, limit: int = -1) -> list[Failure]:
    """The failures of the last walk, in the order of the sources."""
    with ledger.database.errors():
        rows = ledger.database.all(f"{_FAILURES} LIMIT ?", limit)
    return [Failure.model_validate_json(text) for (text,) in rows]
