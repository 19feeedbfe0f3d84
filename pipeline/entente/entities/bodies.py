"""Bodies without a head: known networks, acronyms with or without their long name, and what the model calls ORG."""

from dataclasses import replace

from entente.entities.candidates import Candidate, Found, Labels
from entente.entities.places import Atlas, preposition
from entente.entities.vocabulary import body_words, club_letters, networks, people_words, plain_words
from entente.entities.words import ARTICLES, CONNECTORS, OF, Words

LONGEST = 14
"""Most words of a long name before its acronym."""


def block_media(found: Found) -> None:
    """Keep newspapers and agencies from being read: a source is no entity."""
    words, media = found.words, plain_words()["medias"]
    for i in range(len(words)):
        if not words.capitals[i] and words.folds[i] != "l":
            continue
        key = ""
        for j in range(i, min(i + 5, len(words))):
            if j > i and not words.together(j):
                break
            key = f"{key} {words.folds[j]}" if key else words.folds[j]
            alone = (
                j == i
                and (words.capital_at(i + 1) or words.fold_at(i - 1) in {"le", "la"})
                and not words.texts[i].isupper()
            )
            small = len(key) <= 4 and not words.texts[i].isupper()
            if key in media and words.capitals[j] and not alone and not small:
                found.block(i, j + 1)


def find_defined(found: Found) -> dict[int, int]:
    """Claim long names that an acronym in brackets follows or goes before, with their acronyms.

    Returns the long name's first word by the acronym's word: they are one entity.
    """
    words = found.words
    pairs: dict[int, int] = {}
    for i in range(1, len(words) - 2):
        if words.texts[i] != "(" or not words.together(i):
            continue
        if is_acronym(words, i + 1) and words.texts[i + 2] in {")", ",", "-", ";"}:
            first = _long_name(words, i, words.texts[i + 1])
            if first is not None and found.free(first, i) and i - first > 1:
                found.add(Candidate(first, i, "organization", words.text(first, i), "defined"))
                found.add(Candidate(i + 1, i + 2, "organization", words.text(first, i), "acronym"))
                pairs[i + 1] = first
        elif is_acronym(words, i - 1) and words.capitals[i + 1]:
            last = next((j for j in range(i + 1, min(i + LONGEST, len(words))) if words.texts[j] == ")"), i)
            initials = [words.folds[j][0] for j in range(i + 1, last) if words.folds[j] not in CONNECTORS]
            spelt = _spells("".join(initials), words.folds[i - 1])
            woven = last > i + 3 and _woven(words.folds[i - 1], "".join(words.folds[i + 1 : last]))
            if last > i + 2 and (spelt or woven) and found.free(i - 1, last):
                found.add(Candidate(i + 1, last, "organization", words.text(i + 1, last), "defined"))
                found.add(Candidate(i - 1, i, "organization", words.text(i + 1, last), "acronym"))
                pairs[i - 1] = i + 1
    return pairs


def find_bracketed(found: Found, labels: Labels) -> dict[int, int]:
    """Claim the acronyms in brackets right after a body that a head opened: «… des maires d'Haïti (FENAMH)».

    Returns the body's first word by the acronym's word.
    """
    words = found.words
    pairs: dict[int, int] = {}
    for body in list(found.candidates):
        i = body.last
        if body.type not in {"organization", "intercommunality", "venue"} or body.rule == "acronym":
            continue
        if not (i + 2 < len(words) and words.texts[i] == "(" and words.texts[i + 2] in {")", ",", "-", ";"}):
            continue
        short = words.texts[i + 1]
        if found.taken[i + 1] or not words.capitals[i + 1] or len(short) > 14 or labels[i + 1] == "PER":
            continue
        if (
            is_acronym(words, i + 1)
            or labels[i + 1] == "ORG"
            or _woven(words.folds[i + 1], "".join(words.folds[body.first : body.last]))
        ):
            found.add(Candidate(i + 1, i + 2, body.type, body.name, "acronym", subtype=body.subtype))
            pairs[i + 1] = body.first
    return pairs


def _woven(short: str, name: str) -> bool:
    """True when the letters of a short form come in the name in their order: «Feicom»."""
    letters = iter(name)
    return all(letter in letters for letter in short) and short[:1] == name[:1]


def find_lettered(found: Found, atlas: Atlas) -> None:
    """Claim names that capital letters open: «CAE Rumilly-Alby Développement», «R.C. Saint-Joseph», «EH Bildu»."""
    words, i = found.words, 0
    while i < len(words) - 1:
        last = _lettered(found, atlas, i)
        if last > i:
            found.add(Candidate(i, last, "organization", words.text(i, last), "letters"))
        i = max(i + 1, last)


def _lettered(found: Found, atlas: Atlas, i: int) -> int:
    words = found.words
    text, plain = words.texts[i], plain_words()["mots"]
    letters = text.replace(".", "").replace("-", "")
    if found.taken[i] or text == "ONG" or not (2 <= len(letters) <= 6 and letters.isupper()) or words.folds[i] in plain:
        return 0
    if not is_acronym(words, i) or _shouting(words, i) or words.folds[i] in people_words()["honorifiques"]:
        return 0
    if _roman(text):
        return 0
    j = i + 1
    while j < min(len(words), i + LONGEST) and words.together(j) and words.capitals[j] and words.texts[j][0].isalpha():
        if found.taken[j] or words.folds[j] in people_words()["fonctions"] | people_words()["honorifiques"]:
            break
        j = max(j + 1, atlas.place_end(j)) if not found.taken[j] else j
    return j if j > i + 1 and found.free(i, j) else 0


def find_compounds(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim runs of capitals that are bodies by their make: a town or country and a word that is neither, in one name.

    «Sherbrooke Innopole», «Orange Madagascar», «Königin-Mathilde-Gymnasium», «X sans frontières».
    """
    words, i = found.words, 0
    while i < len(words):
        last = _compound(found, atlas, labels, i)
        if last > i:
            found.add(Candidate(i, last, "organization", words.text(i, last), "compound"))
        i = max(i + 1, last)


def _compound(found: Found, atlas: Atlas, labels: Labels, i: int) -> int:
    words = found.words
    if found.taken[i] or not words.capitals[i] or _shouting(words, i) or _ordinary(words, i):
        return 0
    last = i + 1
    while (
        last < min(len(words), i + LONGEST) and words.together(last) and words.capitals[last] and not found.taken[last]
    ):
        if _ordinary(words, last) or not words.texts[last][0].isalpha() or last - i > 6:
            break
        last += 1
    if words.fold_at(last) == "sans" and words.fold_at(last + 1) == "frontieres":
        return last + 2
    if any(words.folds[k].split()[-1].endswith(tuple(body_words()["etrangers"])) for k in range(i, last)):
        return last
    if last - i > 1 and {words.texts[i], words.texts[last - 1]} & club_letters():
        return last
    if last - i > 1 and words.folds[last - 1] in body_words()["marques"] and (labels[i] or not words.opens[i]):
        return last
    if last - i > 1 and labels[i] == "ORG" and labels.end(i) >= last and not atlas.known(i, last):
        return last
    middle = atlas.place_end(i)
    towns = i < middle < last == atlas.place_end(middle) and middle + 1 < last
    if towns and labels[i] == "LOC" and not atlas.known(i, last) and atlas.large(i):
        return last
    if last - i != 2 or words.opens[i] or (labels[i] == "PER" and atlas.country(i + 1, last) is None):
        return 0
    before, article = preposition(words, i)
    if atlas.known(i, last) or (before in {"a", "de", "entre", "vers"} and not article) or words.fold_at(i - 1) == ".":
        return 0
    if words.fold_at(i - 1) in people_words()["honorifiques"] | people_words()["fonctions"]:
        return 0
    first_known, second_known = atlas.large(i), atlas.large(i + 1)
    if first_known and second_known and labels[i] == "LOC":
        return last
    return last if first_known != second_known and not (first_known and labels[i + 1] == "PER") else 0


def _ordinary(words: Words, i: int) -> bool:
    people = people_words()
    return (
        words.folds[i] in people["fonctions"]
        or words.folds[i] in people["honorifiques"]
        or (words.folds[i] in plain_words()["mots"])
    )


def find_repeats(found: Found) -> None:
    """Claim every other occurrence of a name that a rule was sure of once."""
    words = found.words
    known: dict[str, list[tuple[list[str], Candidate]]] = {}
    for candidate in found.candidates:
        tokens = words.texts[candidate.first : candidate.last]
        sure = candidate.rule in {"compound", "office", "defined", "acronym", "letters"} or len(tokens) > 1
        if sure and candidate.type not in {"person"} and not candidate.head and words.capitals[candidate.first]:
            known.setdefault(tokens[0], []).append((tokens, candidate))
        if candidate.inner:
            tokens = candidate.inner.split()
            known.setdefault(tokens[0], []).append((tokens, replace(candidate, inner="")))
    for i in range(len(words)):
        if found.taken[i] or words.texts[i] not in known:
            continue
        for tokens, candidate in known[words.texts[i]]:
            last = i + len(tokens)
            if words.texts[i:last] == tokens and found.free(i, last) and not _inside_name(found, i, last):
                found.add(replace(candidate, first=i, last=last, locative=False))
                break


def _inside_name(found: Found, first: int, last: int) -> bool:
    """True when a free capitalised word stands right before or after, so that the words are part of another name."""
    words = found.words
    before = words.together(first) and words.capitals[first - 1] and not found.taken[first - 1]
    after = last < len(words) and words.together(last) and words.capitals[last] and not found.taken[last]
    return (before and not words.opens[first - 1]) or after


def _shouting(words: Words, i: int) -> bool:
    """True where a word on either side or the whole line is in capitals too."""
    return words.shouting[i] or any(
        0 <= j < len(words) and words.texts[j].isupper() and len(words.texts[j]) > 3 and words.texts[j].isalpha()
        and not words.breaks[max(i, j)]
        for j in (i - 1, i + 1)
    )  # fmt: skip


def _roman(text: str) -> bool:
    return text.rstrip("e").strip("IVXLCM") == "" or text.rstrip("ème").strip("IVXLCM") == ""


def is_acronym(words: Words, i: int) -> bool:
    """True for «AFD», «SS2i», «Feicom» not; «U.E.» is one."""
    text = words.texts[i]
    capitals = sum(c.isupper() for c in text)
    if text[1:].islower() or len(text) > 14:
        return False
    letters = text.replace(".", "").split("-")[0]
    loud = sum(c.isupper() for c in letters)
    return capitals >= 2 and letters.isalnum() and loud * 2 >= len(letters)


def is_camel(text: str) -> bool:
    """True for names with a capital inside: «BioWin», «UCLouvain»; not for «McGuigan»."""
    inner = any(c.isupper() for c in text[2:])
    return (
        inner and any(c.islower() for c in text) and text.isalpha() and not text.startswith(("Mc", "Mac", "De", "Le"))
    )


def _long_name(words: Words, end: int, acronym: str) -> int | None:
    """First word of the name before `end` whose initials spell the acronym; None when there is none."""
    letters = "".join(c for c in acronym.casefold() if c.isalnum())
    initials = ""
    for j in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if words.texts[j] == ",":
            continue
        if not words.texts[j][0].isalnum() or words.breaks[j + 1]:
            return None
        if words.folds[j] not in CONNECTORS:
            initials = words.folds[j][0] + initials
        opening = words.capitals[j] and not words.texts[j].endswith(("'", "’")) and words.folds[j] not in ARTICLES
        if opening and words.folds[j][0] == letters[0] and _spells(initials, letters):
            return j
    return None


def _spells(initials: str, acronym: str) -> bool:
    """True when the acronym's letters come in the initials' order, most of them used: AFD, «a f d»."""
    letters = [c for c in acronym.casefold() if c.isalpha()]
    position = matched = 0
    for letter in letters:
        at = initials.find(letter, position)
        if at >= 0:
            matched, position = matched + 1, at + 1
    return matched >= 2 and matched >= 0.7 * len(letters) and initials[:1] == letters[0]


def find_acronyms(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim bare acronyms that an article or the model marks as a body: «l'AFIDESA», «la CCPBS»."""
    words = found.words
    for i in range(len(words)):
        if found.taken[i] or len(words.texts[i]) < 3 or not _lettered_word(words, i):
            continue
        if words.folds[i] in plain_words()["mots"] or words.texts[i][0].isdigit() or _roman(words.texts[i]):
            continue
        if _shouting(words, i) or words.folds[i] in people_words()["honorifiques"]:
            continue
        if _is_project(words, i) or (labels[i] == "ORG" and labels.spans[i][0] < i and found.free(*labels.spans[i])):
            continue
        before, article = preposition(words, i)
        if atlas.known(i, i + 1) and not (article and _town_only(atlas, i)):
            continue
        bracketed = words.fold_at(i - 1) == "(" and words.fold_at(i + 1) == ")"
        person = bracketed and any(c.last == i - 1 and c.type == "person" for c in found.candidates)
        if bracketed and (person or not any(c.last == i - 1 and c.type == "organization" for c in found.candidates)):
            continue
        camel = is_camel(words.texts[i]) and labels[i] != "PER" and not words.capital_at(i - 1)
        loud = camel or (labels[i] in {"LOC", "MISC"} and len(words.texts[i]) >= 4 and words.texts[i].isupper())
        if article or loud or labels[i] == "ORG" or before in {"a", "de", "avec", "par", "et"}:
            community = words.texts[i].startswith("CC") and len(words.texts[i]) > 3 and words.texts[i] != "CCIR"
            kind = "intercommunality" if community else "organization"
            last = _of_place(found, atlas, i + 1)
            found.add(Candidate(i, last, kind, words.text(i, last), "acronym"))


def _lettered_word(words: Words, i: int) -> bool:
    text = words.texts[i]
    return text[0].isupper() and not text[1:].islower() and (is_acronym(words, i) or is_camel(text))


def _is_project(words: Words, i: int) -> bool:
    """True after «le projet», «la loi», «le programme»: the letters name no body."""
    before = words.fold_at(i - 1)
    return (before if before not in ARTICLES else words.fold_at(i - 2)) in body_words()["projets"]


def _town_only(atlas: Atlas, i: int) -> bool:
    """True when a word names only towns, which take no article: «l'UTICA» is none of them."""
    return atlas.country(i, i + 1) is None and all(place.kind == "city" for place in atlas.options(i, i + 1))


def _of_place(found: Found, atlas: Atlas, j: int) -> int:
    """Past the place that belongs to an acronym at `j`: «CIUSSS de l'Estrie», «CCAS de Caen»."""
    words = found.words
    if words.together(j) and words.texts[j].isdigit() and len(words.texts[j]) <= 2:
        return j + 1
    if not words.together(j) or words.fold_at(j) not in OF:
        return j
    k = j + 1 + (words.fold_at(j + 1) in ARTICLES)
    if words.capital_at(k) and words.together(k) and not found.taken[k] and words.fold_at(j - 1) not in networks():
        return max(atlas.place_end(k), k + 1)
    return j


def find_employers(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim the unknown names that only an office tells to be bodies: «co-fondatrice de Solarvie», «chez Solarvie»."""
    words = found.words
    for i in range(2, len(words)):
        if found.taken[i] or not words.capitals[i] or words.folds[i] in plain_words()["mots"]:
            continue
        before, article = preposition(words, i)
        work = before == "de" and words.fold_at(i - 2) in body_words()["employes"] and not article
        if not work and not (before == "chez" and not article):
            continue
        last = i + 1
        while (
            last < min(len(words), i + LONGEST)
            and words.together(last)
            and words.capitals[last]
            and not found.taken[last]
        ):
            if _ordinary(words, last):
                break
            last += 1
        if atlas.place_end(i) == i and not (before == "chez" and words.folds[i].endswith("s")):
            found.add(Candidate(i, last, "organization", words.text(i, last), "office"))


def find_announced(found: Found, labels: Labels) -> None:
    """Claim names that an apposition tells to be bodies: «X, filiale tunisienne de …»."""
    words = found.words
    for i in range(1, len(words) - 1):
        if (
            words.folds[i] not in body_words()["appositions"]
            or words.texts[i - 1] != ","
            or words.capitals[i]
            or labels[i - 2] == "PER"
        ):
            continue
        first = i - 1
        while (
            first > max(0, i - LONGEST)
            and words.capitals[first - 1]
            and not found.taken[first - 1]
            and words.together(first)
        ):
            first -= 1
        if first < i - 1 and not _ordinary(words, first) and not words.shouting[first]:
            found.add(Candidate(first, i - 1, "organization", words.text(first, i - 1), "office"))


def find_listed(found: Found) -> None:
    """Claim the names in «les groupes X et Y», «les entreprises X, Y et Z»."""
    words = found.words
    for i in range(len(words)):
        if words.folds[i] not in body_words()["pluriels"]:
            continue
        j = i + 1
        while j < len(words) and words.together(j) and words.capitals[j] and not found.taken[j]:
            last = j + 1
            while (
                last < min(len(words), i + LONGEST)
                and words.together(last)
                and words.capitals[last]
                and not found.taken[last]
            ):
                last += 1
            found.add(Candidate(j, last, "organization", words.text(j, last), "office"))
            j = last + 1 if words.fold_at(last) in {",", "et"} else len(words)


def find_model_bodies(found: Found, atlas: Atlas, labels: Labels) -> None:
    """Claim what the model calls an organization and no rule has read otherwise."""
    words, i = found.words, 0
    while i < len(words):
        if labels[i] != "ORG" or found.taken[i] or not words.capitals[i]:
            i += 1
            continue
        last = i
        while (
            last < len(words)
            and labels[last] == "ORG"
            and not found.taken[last]
            and (last == i or words.together(last))
        ):
            last += 1
        whole = last
        while last > i and not words.capitals[last - 1]:
            last -= 1
        cut = whole > last and last - i == 1
        if words.folds[i] in body_words()["assemblees"] and whole - i > 2 and not words.opens[i]:
            last, cut = whole, False
            while words.folds[last - 1] in OF | ARTICLES:
                last -= 1
        person = (words.fold_at(i - 1) in {"(", "/"} and last - i == 1) or _portfolio(words, i)
        rest = next((k for k in range(i + 1, last) if words.capitals[k]), last)
        if (
            words.folds[i] in plain_words()["mots"]
            and words.folds[i] not in body_words()["assemblees"]
            and atlas.known(rest, last)
        ):
            cut = True
        if last > i and not cut and not person and _body(words, i, last) and not atlas.known(i, last):
            found.add(Candidate(i, last, "organization", words.text(i, last), "model"))
        i = max(i + 1, last)


def _portfolio(words: Words, i: int) -> bool:
    """True after «ministre des», «adjointe à la»: the words say what the office is for."""
    j = i - 1
    while j > 0 and words.together(j + 1) and words.folds[j] in ARTICLES | OF | {"a", "au", "aux"}:
        j -= 1
    return words.fold_at(j) in people_words()["fonctions"] | {"charge", "chargee", "deleguee", "delegue"}


def _body(words: Words, first: int, last: int) -> bool:
    """True unless it is made of ordinary words, or is one capitalised word at the start of a sentence."""
    plain, offices = plain_words()["mots"], people_words()["fonctions"]
    proper = [
        j for j in range(first, last)
        if words.capitals[j] and words.folds[j] not in plain and words.folds[j] not in offices
        and words.folds[j] not in OF
    ]  # fmt: skip
    if words.folds[first] in body_words()["assemblees"] and last - first > 2 and not words.opens[first]:
        return True
    if not proper or words.folds[first] in offices:
        return False
    if last - first == 1:
        if words.fold_at(first - 1) in {"les", "des", "aux"} and words.folds[first].endswith("s"):
            return False
        return not words.opens[first] and preposition(words, first)[0] != "a"
    return True
