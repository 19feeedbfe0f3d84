from pathlib import Path

import pytest

from entente.errors import GoldError
from entente.evaluation.gold import gold_files, read_gold


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"entities": [', r"does not parse \(line 1 column 15: .*\): correct the JSON"),
        (b"[]", r"is not a gold case \(it is not an object\)"),
        (b'{"roles": {}}', r"'roles' is not a list of objects"),
        (b'{"entities": [{"type": "city"}]}', r"entities\[0\] has no 'name'.*corpus/README.md"),
        (b'{"kind": "\xe9"}', r"is not UTF-8"),
    ],
)
def test_a_bad_gold_file_is_named_with_its_fault(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "lac.gold.json"
    path.write_bytes(content)
    with pytest.raises(GoldError, match=rf"lac\.gold\.json .*{message}"):
        read_gold(path)


def test_any_form_of_a_name_stands_for_all(tmp_path: Path) -> None:
    path = tmp_path / "a.gold.json"
    path.write_text('{"entities": [{"name": ["Essonne", "Conseil de l’Essonne"], "type": "department"}]}', "utf-8")
    assert read_gold(path).forms("conseil de l'essonne") == {"essonne", "conseil de l essonne"}


def test_a_folder_without_gold_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="give the folder that holds texts with their gold facts"):
        gold_files(tmp_path)
