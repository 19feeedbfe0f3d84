import pytest

from entente import records
from entente.errors import LexiconError
from entente.lexicons import load_lexicon
from entente.lexicons.labels import label_of

VOCABULARIES = {
    "entity_type": records.ENTITY_TYPES,
    "role_title": records.ROLE_TITLES,
    "date_type": records.DATE_TYPES,
    "date_mod": records.DATE_MODS,
    "agreement_kind": records.AGREEMENT_KINDS,
    "agreement_status": records.AGREEMENT_STATUSES,
    "event_kind": records.EVENT_KINDS,
    "event_status": records.EVENT_STATUSES,
    "commitment_status": records.COMMITMENT_STATUSES,
    "certainty": records.CERTAINTIES,
    "domain": records.DOMAINS,
}


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_every_code_of_the_contract_has_a_french_label(vocabulary: str) -> None:
    assert all(label_of(vocabulary, code) for code in VOCABULARIES[vocabulary])


@pytest.mark.parametrize("vocabulary", [name for name in VOCABULARIES if name != "domain"])
def test_no_label_is_left_without_a_code(vocabulary: str) -> None:
    assert set(load_lexicon("labels")[vocabulary]) == set(VOCABULARIES[vocabulary])


def test_a_missing_label_says_where_to_add_it() -> None:
    with pytest.raises(LexiconError, match="no French label for event_kind 'picnic': add it to lexicons/fr"):
        label_of("event_kind", "picnic")
