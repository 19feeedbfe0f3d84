import pytest

from entente.errors import InputError
from entente.ingest.language import check_french

FRENCH = "Le maire a signé lundi une convention de coopération avec la commune voisine, en présence des élus. "
ENGLISH = "The mayor signed a cooperation agreement with the neighbouring town on Monday, in front of the council. "
SPANISH = "El alcalde firmó el lunes un convenio de cooperación con el municipio vecino, en presencia del concejo. "


@pytest.mark.parametrize(
    "text",
    [
        FRENCH * 5,
        FRENCH.upper() * 5,
        ENGLISH,
        "Jumelage Nantes Québec",
        "",
        "1 234 567 " * 60,
        ENGLISH * 5 + "\n\n" + FRENCH,
        FRENCH * 5 + "\n\n" + ENGLISH * 5,
    ],
    ids=["french", "capitals", "short", "names", "empty", "figures", "bilingual", "bilingual too"],
)
def test_french_short_and_bilingual_texts_pass(text: str) -> None:
    check_french(text)


@pytest.mark.parametrize(("text", "language"), [(ENGLISH * 3, "English"), (SPANISH * 3, "Spanish")])
def test_another_language_is_named(text: str, language: str) -> None:
    with pytest.raises(InputError, match=f"is in {language}, not in French"):
        check_french(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les ciutats de Perpinyà i Girona signen un conveni; les dues viles i els seus alcaldes han dut a terme des de fa anys "
        "ses trobades, i les escoles que hi participen són de les més antigues de la comarca, des dels temps dels avis.",
        "Die Stadt Köln und die Stadt Lille haben am Montag eine Vereinbarung über die Zusammenarbeit im Bereich der Kultur "
        "unterzeichnet, und die Schulen des Viertels werden sich im Herbst auf den Weg nach Frankreich machen.",
        "El alcalde de la ciudad y su homólogo del sur firmaron ayer un convenio por el que se crea una red que une a las dos "
        "ciudades, con el apoyo de las escuelas y de las empresas que participan en el programa desde hace diez años.",
    ],
)
def test_no_other_language_has_enough_small_words_of_french(text: str) -> None:
    with pytest.raises(InputError, match="not in French"):
        check_french(text)
