import json
import subprocess
import sys

from typer.testing import CliRunner

from entente.cli.app import app
from entente.store.columns import TABLES


def test_the_schema_of_a_record_is_json_schema() -> None:
    schema = json.loads(CliRunner().invoke(app, ["schema"]).stdout)
    assert schema["title"] == "Reading"
    assert schema["additionalProperties"] is False
    assert "Agreement" in schema["$defs"]


def test_the_columns_of_all_tables_are_listed() -> None:
    lines = CliRunner().invoke(app, ["schema", "--tables"]).stdout.splitlines()
    assert len(lines) == 1 + sum(len(columns) for columns in TABLES.values())
    assert [
        line for line in lines if line.startswith("agreements\tdomains\tlist<") and line.endswith("\tcodes of domains")
    ]


def test_help_answers_without_loading_the_pipeline() -> None:
    code = (
        "import sys; from entente.cli.app import app\n"
        "try: app(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.stderr.write(str([name for name in ('spacy', 'numpy', 'pyarrow', 'trafilatura') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]"
    assert "extract" in done.stdout
