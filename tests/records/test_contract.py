"""A record that breaks the contract cannot be built."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from entente.records import Reading

TEXT = "Lille et Cologne ont signé une charte."


def document(**changes: Any) -> dict[str, Any]:
    known = {"id": "0", "source": None, "title": None, "publisher": None, "published": None, "language": "fr"}
    return known | {"text": TEXT} | changes


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def entity(**changes: Any) -> dict[str, Any]:
    return {"id": "e1", "type": "city", "name": "Lille", "mentions": [span("Lille")]} | changes


def agreement(**changes: Any) -> dict[str, Any]:
    fact = {"certainty": "asserted", "evidence": [span("charte")], "confidence": 0.5, "rule": "r", "cues": ["charte"]}
    return fact | {"id": "a1", "kind": "charter", "status": "signed"} | changes


def test_a_grounded_reading_is_built_and_cannot_be_changed() -> None:
    reading = Reading.model_validate({"document": document(), "entities": [entity()], "agreements": [agreement()]})
    with pytest.raises(ValidationError, match="frozen"):
        reading.entities[0].name = "Cologne"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"entities": [entity(mentions=[span("Lille") | {"text": "Liège"}])]}, "span 0:5 is not 'Liège'"),
        ({"entities": [entity(mentions=[span("Lille") | {"end": 6}])]}, "does not have the length of 'Lille'"),
        ({"entities": [entity(mentions=[{"start": 90, "end": 95, "text": "Lille"}])]}, "span 90:95 is not"),
        ({"entities": [entity(mentions=[])]}, "at least 1 item"),
        ({"entities": [entity(mayor="Paul")]}, "Extra inputs are not permitted"),
        ({"entities": [entity(type="town")]}, "Input should be 'person', 'city'"),
        ({"agreements": [agreement(attributed_to="e9")]}, "attributed_to 'e9' refers to nothing"),
        (
            {"agreements": [agreement(parties=[{"entity": "e9", "name": "Bonn", "evidence": [span("Lille")]}])]},
            "entity 'e9' refers to nothing",
        ),
        ({"agreements": [agreement(evidence=[])]}, "at least 1 item"),
        ({"agreements": [agreement(confidence=1.2)]}, "less than or equal to 1"),
        ({"document": document(publisher="e7")}, "publisher 'e7' refers to nothing"),
    ],
)
def test_what_breaks_the_contract_is_refused(content: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Reading.model_validate({"document": document()} | content)


def test_every_field_of_the_schema_is_described() -> None:
    schema = Reading.model_json_schema()
    models = {"Reading": schema, **schema["$defs"]}
    bare = [
        f"{model}.{name}"
        for model, content in models.items()
        for name, field in content["properties"].items()
        if "description" not in field
    ]
    assert bare == []


def test_a_line_of_json_comes_back_the_same() -> None:
    reading = Reading.model_validate({"document": document(), "entities": [entity()]})
    assert "\n" not in reading.to_json()
    assert Reading.model_validate(json.loads(reading.to_json())) == reading
