"""Whether the words around a place say that something happens there: «à Lomé», «chez nos voisins de Bade»."""

import re

from entente.facts.event_view import Seen, View
from entente.facts.event_words import words
from entente.lexicons.gated import Gated

WIDE = frozenset({"country", "region", "department"})
REACH = 90
"""Characters before a name in which the words that locate stand."""

DETERMINER = r"(?:la\s+|le\s+|les\s+|l['’]|notre\s+|nos\s+|son\s+|sa\s+|leur\s+)?"
GENERIC = (
    r"(?:(?:ville|capitale|cité|commune|municipalité|métropole|province|région|île|mairie|siège|locaux|hôtel\s+de\s+ville|"
    r"préfecture|sous-préfecture|village|quartier|canton|département|district|comté|principauté|agglomération|vallée|pays|port|campus)(?:\s+\w+)?\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?)?"
)
LOCATIVE = re.compile(
    rf"(?:(?<!\w)(?:(?:à|(?-i:A)|au|aux|en|dans|chez|sur|vers|devant|jusqu['’]à|passée?s?\s+par|rejoint|rejoindre|gagné|visité|découvert)\s+{DETERMINER}{GENERIC}"
    r"|(?:de\s+retour|revient|reviennent|revenue?s?|rentr\w+)\s+(?:de\s+la\s+|de\s+l['’]|des\s+|du\s+|de\s+|d['’])"
    r"|chez\s+(?:nos|leurs|ses|des|les)\s+\w+\s+(?:de\s+|d['’])"
    r"|(?:chez|à\s+la\s+(?:rencontre|découverte)\s+de)\s+(?:nos|leurs|ses|leur|son)\s+\w+\s+"
    r"|(?:visites?|découverte|excursion|crochet|détour|passage|halte)\s+(?:\w+\s+)?(?:par\s+|à\s+|de\s+la\s+|de\s+l['’]|du\s+|de\s+|d['’])"
    r"|(?:rassemblement|rencontres?|salon|festival|foire|marché|congrès|forum|carnaval|assises|colloque|sommet|séminaire|symposium|"
    r"biennale|kermesse|exposition|conférence)\s+(?:\w+\s+){0,3}(?:de\s+|d['’])"
    r"|(?:envol\w+|part(?:is?|ies?|ent|ira|iront|ant|aient|ait)?|embarqu\w+|décoll\w+)\s+(?:\w+\s+){0,2}pour\s+"
    r"(?:la\s+|le\s+|l['’])?|(?:cap\s+sur|à\s+destination\s+d[eu']|en\s+partance\s+pour|en\s+route\s+pour)\s+"
    r"(?:la\s+|le\s+|l['’])?"
    rf"|(?:hôtes?|invitée?s?)\s+(?:de\s+la\s+|de\s+l['’]|de\s+|d['’]|du\s+){GENERIC})"
    r"|(?:villes|communes|métropoles|étapes|pays|capitales)[^.;:]{0,25}\s?:\s*)$",
    re.IGNORECASE,
)
NO_VERB = r"(?!\s(?:ont|a|est|sont|se|s['’]\w+|sera|seront|aura|auront|étai\w+|avai\w+|viennent|vient)\s)"
OFFICE = Gated(
    rf"(?:(?:consul|ambassad)\w*(?:{NO_VERB}[^.;]){{0,75}}|(?:représentant|député|professeur)\w*(?:{NO_VERB}[^,.;]){{0,60}}|"
    rf"(?:adjoint|délégu|conseill|chargée?\b)\w*(?:{NO_VERB}[^.;]){{0,80}}à\s+la\s+(?:ville\s+(?:de\s+|d['’]))?)$",
    re.IGNORECASE,
)
APART = re.compile(r",\s*(?:à|au|aux|en|dans)\s+(?:la\s+|le\s+|l['’])?$", re.IGNORECASE)
BOUND = re.compile(
    r"\b(?:li(?:e|ent|ée?s?|ant|ait|aient)|uni(?:t|e|es|s|ssent|ssant)?|jumel(?:le|lent|er|ée?s?)|associ(?:e|ent|ée?s?|ant)|"
    r"attach(?:e|ent|ée?s?)|confi(?:e|ent|ée?s?)|adress(?:e|ent|ée?s?)|offerte?s?|apport(?:e|ent|ée?s?)|hommage|soutien)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
SCENE = re.compile(
    r"\s+(?:accueill|abrit|recevai|présent|expos|a\s+servi\s+de\s+cadre|servir|a\s+(?:accueilli|abrité|présenté|exposé))",
    re.IGNORECASE,
)
WELCOMES = re.compile(
    r"\s+(?:(?:a|ont|avait|vient\s+d['’e])\s*(?:accueilli|reçu|recevoir|abrité|hébergé|organisé|vécu|vibré)(?!e)|accueill(?:e|era|ait)\b|"
    r"reçoit|recev(?:ra|ait)|abrite|héberge|souhait(?:e|ait|era)\s+la\s+bienvenue|vibre|vivra|s['’]apprête|sera\b|organise|prépare)",
    re.IGNORECASE,
)
HOSTS = re.compile(
    r"\s+(?:qui\s+)?(?:accueill(?:e|era|erait)|accueillait|a\s+accueilli|abrite(?:ra)?|abritait)\b", re.IGNORECASE
)
JOB = re.compile(r",\s+[a-zà-ÿ]+(?:ière|ier|eur|euse|trice|iste|ien|ienne|maire)\s+à\s+$")
"""«…, potière à Apt»: where someone works."""

ABOUT = re.compile(r"\bsur\s+$", re.IGNORECASE)
RANGE = re.compile(r"\b[Dd]e\s+[^\W\da-zà-ÿ_][\w-]+\s+à\s+$")
"""«de Kiel à Husum»: how far something reaches, not where it is."""

HEADLINE = re.compile(r"\s?[:.]\s")


def is_located(view: View, item: Seen) -> bool:
    """True for a preposition of place, a place named bare, a town that receives, a venue that is the scene."""
    before = view.text[max(0, item.start - REACH) : item.start]
    return _located(item, before) or _bare(view, item) or _sets_scene(view, item)


def _located(item: Seen, before: str) -> bool:
    """«à Lomé», but not «le consul à Lille», «qui lie Kaolack à Cahors» or «une note sur la ville»."""
    if item.mention.kind != "name" and ABOUT.search(before):
        return False
    if not (item.mention.locative or _locates(before)):
        return False
    if before.rstrip().endswith("à") and (RANGE.search(before) or JOB.search(before)):
        return False
    return not (BOUND.search(before) or (OFFICE.search(before) and not APART.search(before)))


def _locates(before: str) -> bool:
    """Whether the words before a name are `LOCATIVE`; the last two mostly decide, whatever stands before them."""
    words = before[-TAIL:].lower().split()[-2:]
    if not words or not (before[-1].isspace() or before[-1] in "'’:"):
        return False
    if len(words) == 2 and words[-1] in PREPOSITIONS and before[-1].isspace():
        return True
    plain = all(word.isalpha() for word in words) and GENERIC_WORDS.isdisjoint(words)
    if plain and (words[-1] not in LOCATING or (words[-1] in DETERMINERS and words[0] not in LOCATING)):
        return False
    return LOCATIVE.search(before) is not None


TAIL = 60
"""Characters in which the last two words stand."""

PREPOSITIONS = frozenset({"à", "au", "aux", "en", "dans", "chez", "sur", "vers", "devant"})
"""With one of these right before the name, `LOCATIVE` fits."""

DETERMINERS = frozenset({"la", "le", "les", "notre", "nos", "son", "sa", "leur"})
"""Words that locate nothing by themselves: «…, le Togo», «aide la ville»."""

LOCATING = frozenset({
    "à", "a", "au", "aux", "en", "dans", "chez", "sur", "vers", "devant", "rejoint", "rejoindre", "gagné", "visité",
    "découvert", "par", "pour", "la", "le", "les", "notre", "nos", "son", "sa", "leur", "du", "des", "de",
})  # fmt: skip
"""What `LOCATIVE` ends with, but for a generic noun or the word after it."""

GENERIC_WORDS = frozenset({
    "ville", "capitale", "cité", "commune", "municipalité", "métropole", "province", "région", "île", "mairie", "siège",
    "locaux", "préfecture", "village", "quartier", "canton", "département", "district", "comté", "principauté",
    "agglomération", "vallée", "pays", "port", "campus", "nos", "leurs", "ses", "leur", "son",
})  # fmt: skip
"""Nouns of `GENERIC`, and the possessives of «chez nos voisins», which another word may follow."""


def _sets_scene(view: View, item: Seen) -> bool:
    """«L'hôtel de ville a servi de cadre à …»; the town before the colon of a headline."""
    if item.type == "venue":
        return SCENE.match(view.text, item.end) is not None
    if item.type == "city" and (
        (WELCOMES.match(view.text, item.end) and _opens(view, item)) or HOSTS.match(view.text, item.end)
    ):
        return True
    return view.heading and item.start < 3 and item.type == "city" and HEADLINE.match(view.text, item.end) is not None


def _opens(view: View, item: Seen) -> bool:
    """True for the subject at the head of a sentence or clause («Du 3 au 5 mai, notre commune …»)."""
    return item.start < 12 or OPENING.search(view.text, 0, item.start) is not None


OPENING = re.compile(
    r"(?:[,;:]\s+|^)(?:la\s+|le\s+|notre\s+|l['’])?(?:(?:ville|commune|métropole|municipalité)\s+(?:de\s+|d['’]))?$",
    re.IGNORECASE,
)


def _bare(view: View, item: Seen) -> bool:
    """A place without a preposition: «place de la Mairie», «…, salle Gaveau», «Prochaine session : Valence»."""
    before = view.text[: item.start]
    if item.type == "venue" and view.label is not None and before.rstrip().endswith(","):
        return True
    if item.type == "venue" and OPEN_PLACE.match(view.text, item.start):
        return HELD.search(before) is not None
    if item.type in {"city", "venue"} and "pour" in before and AIM.search(before):
        return words("voyager").search(view.text, max(0, item.start - AIM_REACH), item.start) is not None
    if item.type in {"city", "venue", *WIDE} and OBJECT.search(before):
        return True
    return item.type == "city" and NEXT.search(before) is not None


OPEN_PLACE = re.compile(r"(?:place|salle|esplanade|quai|espace|parc|parvis|cour|théâtre|halle)\b", re.IGNORECASE)
HELD = re.compile(r"\b(?:donn|tenu|sign|organis|install|réuni|retrouv|rassembl|célébr|jou)\w*\s+$", re.IGNORECASE)
AIM = re.compile(r"\bpour\s+(?:la\s+|le\s+|l['’])?$")
AIM_REACH = 80
"""Characters before «pour Opole» in which a word for going stands."""

OBJECT = Gated(
    r"\b(?:visit(?:é|ent|er\w*|ai\w+|èrent)|rejoint|rejoin\w+|ralli\w+|gagn(?:é|era|eront|ent)|découv\w+|parcouru\w*|sillonn\w+|arpent\w+|travers\w+)\s+"
    r"(?:[^,;:.()]{0,40}?\s)?(?:la\s+|le\s+|les\s+|l['’])?(?:[a-zà-ÿ-]+\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’]))?$",
    re.IGNORECASE,
)
"""The object of a verb of visiting, a day between or not («a visité dimanche la médina de Fès»)."""

NEXT = re.compile(
    r"^\W*(?:prochaine?s?|première|premier|dernière|dernier)\s+[^,;:.()]{3,40}\s?:\s*(?:à\s+)?$", re.IGNORECASE
)
