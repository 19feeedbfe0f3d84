import pytest

from entente.errors import InputError
from entente.ingest.encoding import decode

TEXT = "Été à Montréal : «l’entente» coûte 5 €.\nLe jumelage de Trois-Rivières a déjà fêté ses dix années d’amitié.\n"
PLAIN = TEXT.replace("’", "'").replace("€", "euros")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_text_is_the_same_in_every_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15", "mac_roman"])
def test_older_encodings_are_guessed(encoding: str) -> None:
    assert decode((PLAIN * 5).encode(encoding)) == PLAIN * 5


def test_pieces_of_cp1252_in_a_utf8_text_are_read_as_such() -> None:
    assert decode("À Orléans, l’été.\n".encode() + "À Nîmes, l’hiver.".encode("cp1252")) == (
        "À Orléans, l’été.\nÀ Nîmes, l’hiver."
    )


def test_a_mixed_text_of_a_megabyte_is_read_in_linear_time() -> None:
    data = ("é".encode() + b"\xe9 ") * 300_000
    assert decode(data) == "éé " * 300_000


def test_line_ends_are_those_of_unix_and_accents_composed() -> None:
    assert decode("cafe\u0301\r\nthé\rfin".encode()) == "café\nthé\nfin"


def test_a_declared_encoding_is_tried_first_and_dropped_when_wrong() -> None:
    assert decode("Été".encode("mac_roman"), declared="macintosh") == "Été"
    assert decode("Été à Fès".encode("cp1252"), declared="utf-8") == "Été à Fès"
    assert decode("Été".encode(), declared="no-such-encoding") == "Été"


@pytest.mark.parametrize("data", [bytes(range(256)), b"\x00\x01" * 500, b"\xff\xfe" + b"\x01\x00" * 50])
def test_what_is_not_text_is_refused_by_its_bytes(data: bytes) -> None:
    with pytest.raises(InputError, match="is a binary file: only documents can be read"):
        decode(data)
