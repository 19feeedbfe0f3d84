"""Ordinary French local news that this project wrote, recombined so that thousands of distinct items can be made.

Each file of `neutral/` is a topic: titles, leads, sentences of a body and last sentences, with slots («{ville}»). An item
takes a title, a lead, some sentences in a random order and perhaps a last one; it is no near-duplicate of another.
"""

import random
import re
from functools import cache
from pathlib import Path

TOPICS = Path(__file__).parent / "neutral"
SECTIONS = ("titres", "chapeaux", "corps", "fins")
SLOT = re.compile(r"\{(\w+)\}")

TOWNS = """Aubenas Aurillac Autun Auxerre Avallon Bagnols Barjac Bayeux Bellac Bernay Bourganeuf Brive Brioude Caussade Chaumont
Clamecy Clisson Cognac Combourg Commercy Coutances Craponne Decazeville Dinan Domfront Dreux Elbeuf Espalion Falaise Figeac
Flers Foix Fougères Gaillac Ganges Gannat Gien Gisors Gourdon Guéret Guingamp Hazebrouck Hennebont Issoire Issoudun Joigny
Jonzac Lamballe Langeac Langres Lannion Lisieux Lodève Loudun Lunéville Mamers Marvejols Mauriac Mayenne Millau Mirande
Montluçon Moulins Muret Nérac Neufchâteau Niort Nogaro Nontron Nyons Pithiviers Pontivy Privas Provins Quillan Quimperlé
Remiremont Rethel Riom Roanne Rodez Romorantin Rumilly Sarlat Saumur Semur Senlis Sisteron Soissons Souillac Tarare Thiers Thouars
Tonnerre Tulle Ussel Uzès Vendôme Vervins Vichy Vierzon Villefranche Vitré Vouziers Yssingeaux Yvetot""".split()
DEPARTMENTS = "Cantal Cher Doubs Finistère Gard Gers Jura Loiret Lot Morbihan Pas-de-Calais Tarn Vaucluse".split()
FIRST_NAMES = """Adèle Agnès Alain Aline Amandine André Antoine Armelle Arnaud Aurélie Baptiste Béatrice Benoît Bernard Brigitte Camille
Cédric Chantal Christophe Claire Clément Corinne Damien Delphine Denis Didier Élodie Émilie Éric Estelle Fabien Fanny Florian Franck
Gaëlle Gérard Gilles Guillaume Hélène Hervé Inès Jeanne Jérôme Joël Julien Justine Laurent Léa Lionel Louise Lucas Magali Marc
Mathilde Maxime Michel Monique Nadine Nicolas Noémie Odile Olivier Pascal Paul Pauline Philippe Quentin Raphaël Régis Rémi Romain
Sabine Sandrine Solène Sophie Suzanne Sylvie Thierry Thomas Valérie Véronique Vincent Xavier Yann Yvette""".split()
SURNAMES = """Aubertin Ballandras Barbotin Bessonnet Blancheteau Bonnefoy Boudinot Bourdelas Brunetaud Cailleteau Carpentras Chabanel
Chalopin Chastaing Clavreul Coquelard Courtillat Cressonnier Daguerre Delbosc Deschanel Drouillard Dubosquet Estournel Fauconnet
Ferrandin Fontanille Fourcadelle Gabillard Garnavault Gaudichon Girandier Goncourtel Grandjouan Guérineau Hautefeuille Hébrardin
Jacquemet Jaubertie Kerbiriou Labarrère Lacoustille Lamarque Landreval Larroquette Lavigerie Lecointre Lemarquis Lestrade Lhommeau
Mabillard Malaterre Marchadour Massicard Mazeyrat Mercadal Monestier Morvillier Moutonnet Noirault Oudinard Pailloux Peyrebrune
Philibeaux Pincemaille Plantevin Pouliquen Quéméner Rabotin Rambourg Ravenel Renaudot Riboulet Roquecave Rousselin Sabathier
Salvignac Sauvageot Sénéchal Taillandier Terrasson Thibaudin Tourneboeuf Trébuchet Vauquelin Verdalle Vialatoux Vigouroux Villeminot""".split()
STREETS = """des Tanneurs|du Moulin|de la Gare|des Lilas|Pasteur|du Pressoir|de l'Abreuvoir|des Remparts|du Four|de la Liberté|Jules-Ferry
|des Écoles|du Faubourg|de la Poterne|des Capucins|aux Herbes|du Champ-de-Foire|Voltaire""".replace("\n", "").split("|")
DAYS = "lundi mardi mercredi jeudi vendredi samedi".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()

SENTENCES = (3, 14)
"""Fewest and most sentences of a body: items of 500 to 2,000 characters, as local papers print them."""

PARAGRAPH = (1, 4)
"""Fewest and most sentences of a paragraph."""


def neutral_item(draw: random.Random, topic: str | None = None) -> tuple[str, str]:
    """Title and text of one item: the same drawings give the same item."""
    name = topic or draw.choice(topics())
    parts = _sections(name)
    body = draw.sample(parts["corps"], draw.randint(*SENTENCES))
    sentences = [draw.choice(parts["chapeaux"]), *body]
    if draw.random() < 0.7:
        sentences.append(draw.choice(parts["fins"]))
    title = fill(draw.choice(parts["titres"]), draw)
    return title, "\n\n".join(_paragraphs([fill(sentence, draw) for sentence in sentences], draw))


def neutral_sentences(draw: random.Random, count: int) -> list[str]:
    """Sentences of one topic, filled."""
    return [fill(sentence, draw) for sentence in draw.sample(_sections(draw.choice(topics()))["corps"], count)]


@cache
def topics() -> list[str]:
    """The names of the topics, sorted."""
    return sorted(path.stem for path in TOPICS.glob("*.txt"))


def fill(sentence: str, draw: random.Random) -> str:
    """The sentence with a value in each slot: «à {ville}» → «à Gannat»."""
    return SLOT.sub(lambda slot: _value(slot[1], draw), sentence)


def _value(slot: str, draw: random.Random) -> str:
    if slot == "nom":
        return f"{draw.choice(FIRST_NAMES)} {draw.choice(SURNAMES)}"
    if slot == "jour_majuscule":
        return draw.choice(DAYS).capitalize()
    if slot in RANGES:
        return str(draw.randint(*RANGES[slot]))
    return draw.choice(CHOICES[slot])


RANGES = {"n": (11, 89), "petit": (2, 9), "n2": (2, 28), "centaine": (120, 980), "heure": (2, 23)}
"""Slots of numbers, with the least and the greatest."""

CHOICES = {
    "ville": TOWNS,
    "departement": DEPARTMENTS,
    "prenom": FIRST_NAMES,
    "famille": SURNAMES,
    "rue": STREETS,
    "jour": DAYS,
    "mois": MONTHS,
}


def _paragraphs(sentences: list[str], draw: random.Random) -> list[str]:
    """The lead alone, then paragraphs of some sentences."""
    paragraphs, rest = [sentences[0]], sentences[1:]
    while rest:
        size = draw.randint(*PARAGRAPH)
        paragraphs.append(" ".join(rest[:size]))
        rest = rest[size:]
    return paragraphs


@cache
def _sections(topic: str) -> dict[str, list[str]]:
    """The lines of a topic by section."""
    parts: dict[str, list[str]] = {name: [] for name in SECTIONS}
    current = parts[SECTIONS[0]]
    for line in (TOPICS / f"{topic}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            current = parts[line[2:]]
        elif line:
            current.append(line)
    return parts
