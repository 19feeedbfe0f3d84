"""Blocks: what each line of a release is."""

import re
from functools import cache

from entente.annotations import Block
from entente.annotations.layout import BlockKind
from entente.lexicons import load_lexicon
from entente.text.lines import Line, find_lines

HEADING_CHARACTERS = 170
"""A line without final punctuation is a heading up to this length; longer ones are paragraphs cut short."""

HEADING_WORDS = 28
DATELINE_CHARACTERS = 110
SIGNATURE_CHARACTERS = 170
LABEL_WORDS = 3
"""A first line of so few words, with a heading below it, is the label of a section («Citoyenneté»)."""

BULLET = re.compile(
    r"(?:[-–—*·](?:\s+|(?=[^\W\d_]))|[•‣▪■□●○◦►▶▸➢➔→⇒✓✔✅🔹🔸👉🔵🟢>›]\uFE0F?\s*|(?:\d{1,2}|[a-z])[.)]\s+|\d{1,2}°\)?\s+|o\s+(?=[A-ZÉÈÀ]))"
)
CLOSING_QUOTE = re.compile(r"[»”\"’][\s.,]*$")
HONORIFIC = r"(?:M\.|MM\.|Mmes?|Mrs?\.?|Monsieur|Madame|Dr\.?|Pr\.?|S\.E\.(?:M\.)?|Son Excellence)"
NAME_LINE = re.compile(
    rf"(?:[-–—]\s*)?(?:{HONORIFIC}\s+(?:[Ll][ea]\s|[Ll]['’])?)?"
    r"[^\W\d_][\w.'’-]*(?:\s+(?:de|du|des|d['’]|le|la|van|von|ben|el|al)){0,2}\s*[A-ZÀ-ÖØ-Ý][\w'’-]+"
)


def find_blocks(text: str) -> list[Block]:
    """Blocks in the order of the text; the headline is the `title`, a list item knows the block that introduces it."""
    blocks: list[Block] = []
    for line in find_lines(text):
        kind = _kind(text, line, blocks)
        blocks.append(Block(kind=kind, start=line.start, end=line.end, lead=_lead(kind, line, blocks)))
    _name_title(text, blocks)
    return blocks


def content_start(text: str, block: Block) -> int:
    """Where the words of a block begin, after the mark of a bullet."""
    if block["kind"] != "bullet":
        return block["start"]
    mark = BULLET.match(text, block["start"], block["end"])
    return mark.end() if mark else block["start"]


def _kind(text: str, line: Line, before: list[Block]) -> BlockKind:
    words = text[line.start : line.end]
    lowered = words.lower().replace("’", "'")
    previous = before[-1] if before else None
    if _signs(text, words, previous):
        return "signature"
    if not any(c.isalnum() for c in words):
        return "boilerplate"
    if lowered.startswith(_openings("boilerplate")) and len(words) <= HEADING_CHARACTERS:
        return "boilerplate"
    if words[0] in "🔗📷📸📞📧✉☎":
        return "boilerplate"
    if lowered.startswith(_openings("captions")) and len(words) <= HEADING_CHARACTERS:
        return "caption"
    if _dates(words):
        return "dateline"
    if BULLET.match(words) and not _opens_dialogue(words):
        return "bullet"
    return "heading" if _is_heading(words) else "paragraph"


@cache
def _openings(key: str) -> tuple[str, ...]:
    return tuple(load_lexicon("layout")[key])


def _signs(text: str, words: str, previous: Block | None) -> bool:
    """«Mme Johanna X (Maire de Y)» on a line of its own after a quotation."""
    if previous is None or previous["kind"] not in ("paragraph", "bullet") or len(words) > SIGNATURE_CHARACTERS:
        return False
    if words[-1] in "!?:;…»" or not CLOSING_QUOTE.search(
        text[max(previous["start"], previous["end"] - 5) : previous["end"]]
    ):
        return False
    named = NAME_LINE.match(words)
    return named is not None and (
        named.end() == len(words.rstrip(".")) or words[named.end() :].lstrip()[:1] in tuple("(,-–—;")
    )


@cache
def _dateline() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A written day, and a line that begins with one after at most a place or a word such as «Publié»."""
    lexicon = load_lexicon("layout")
    months, weekdays = "|".join(lexicon["months"]), "|".join(lexicon["weekdays"])
    weekday = rf"(?:(?:{weekdays})[ ,]+)?(?:le\s+)?(?:(?:{weekdays})\s+)?"
    written = rf"\d{{1,2}}(?:er)?\s+(?:{months})\b\.?(?:\s+\d{{4}})?"
    numeric = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    day = rf"(?:{weekday}(?:{written}|{numeric})|(?:{months})\s+\d{{4}})"
    openings = "|".join(sorted(map(re.escape, lexicon["dating"]), key=lambda form: (-len(form), form)))
    place = r"[A-ZÀ-Ý][^\W\d_]*(?:[\s'’-][^\W\d_]+){0,5}(?:\s*\([^)]{2,30}\))?"
    label = r"(?:communiqué(?:\s+de\s+presse)?\s*[-–—:|,]?\s*)?"
    placed = rf"(?:fait\s+à\s+)?{place}\s*[,–—-]\s*(?:le\s+)?|à\s+{place}\s*,?\s*(?:le\s+)?"
    first = rf"{label}(?:(?:{openings})\s*:?\s*|{placed})?"
    return re.compile(day, re.IGNORECASE), re.compile(first + day, re.IGNORECASE)


def _dates(words: str) -> bool:
    """«Antananarivo, 20 juin 2018», «Publié le 21-04-2023 à 10:00», «10.07.2022 | La Chine au présent»."""
    if len(words) > DATELINE_CHARACTERS:
        return False
    opening = _dateline()[1].match(words)
    if opening is None:
        return False
    rest = words[opening.end() :].strip()
    if re.match(r"(?:au|et)\s+\d", rest):
        return False
    loose = any(mark in opening.group() for mark in "/.-") or "publi" in opening.group().lower()
    if not rest or (rest[-1] in "!?" and not loose):
        return not rest
    return (loose or rest[0] in "|,–—-•/·à(") and len(rest.split()) <= (8 if loose else 5)


def _opens_dialogue(words: str) -> bool:
    """A dash that opens speech between guillemets on a long line is still a list mark; «–30–» is not."""
    return bool(re.fullmatch(r"[-–—]\s?\d+\s?[-–—]", words))


def _is_heading(words: str) -> bool:
    """A short line without final punctuation, or a short question of its own («D'où vient l'argent ?»)."""
    if len(words) > HEADING_CHARACTERS or len(words.split()) > HEADING_WORDS:
        return False
    last = words[-1]
    if last in '»”"' and words.rstrip('»”" ')[-1:] in ".!?…":
        return False
    if last in "?!":
        return not re.search(r"[.!?…]\s", words[:-2]) and words[0] not in '«“"'
    if last in ".…" and not words.endswith(("...", "…")):
        return False
    if last in ":;,":
        return False
    return not (words[0] in '«“"‘' and last in '»”"’' and len(words.split()) > 4)


def _lead(kind: BlockKind, line: Line, before: list[Block]) -> int | None:
    """The block just above a list, that introduces it."""
    if kind != "bullet" or not before:
        return None
    if before[-1]["kind"] == "bullet":
        return before[-1]["lead"]
    return len(before) - 1 if before[-1]["kind"] in ("paragraph", "heading", "title") else None


def _name_title(text: str, blocks: list[Block]) -> None:
    """The first heading above the body is the title, unless it is only the label of a section."""
    top: list[Block] = []
    for block in blocks:
        if block["kind"] not in ("heading", "dateline", "boilerplate", "caption"):
            break
        if block["kind"] == "heading":
            top.append(block)
    for block in top:
        if len(text[block["start"] : block["end"]].split()) > LABEL_WORDS or block is top[-1]:
            block["kind"] = "title"
            return
    if not top:
        _promote_first_line(text, blocks)


def _promote_first_line(text: str, blocks: list[Block]) -> None:
    """A headline that ends with a full stop: one short sentence above a longer paragraph, set apart from it."""
    body = [block for block in blocks if block["kind"] not in ("dateline", "boilerplate", "caption")]
    if len(body) < 2 or body[0]["kind"] != "paragraph":
        return
    words = text[body[0]["start"] : body[0]["end"]]
    following = body[1]["end"] - body[1]["start"]
    if len(words) <= 130 and following > 2 * len(words) and words[-1] == "." and not re.search(r"[.!?…«]\s", words):
        body[0]["kind"] = "title"
