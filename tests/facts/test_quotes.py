"""Direct speech and its speakers; no quote is expected beyond those listed."""

import pytest
from named import named

from entente.annotations import get_entities, set_roles
from entente.entities.roles import find_roles
from entente.facts.quotes import find_quotes

CASES = {
    "{p:Luc Brun} a reçu {p:Awa Ba}, maire de {c:Nirac}. De son côté, la maire de {c:Nirac} a relevé que « ce voyage change notre regard ».": "Awa Ba: ce voyage",
    "« Un glacier ne demande pas de passeport », sourit {p:Luc Brun}, maire de {c:Volmont}.": "Luc Brun: Un glacier",
    "{p:Anne Roy} est venue. « Ce voyage change notre regard sur nos voisins », confie-t-elle.": "Anne Roy: Ce voyage",
    "« Ce voyage change notre regard », confie la maire, {p:Anne Roy}. « Nous reviendrons tous ici », promet-elle.": "Anne Roy: Ce voyage; Anne Roy: Nous reviendrons",
    "« Ce voyage change notre regard », confie {p:Anne Roy}, maire de {c:Volmont}, avant de conclure : « Nous reviendrons bientôt ici. »": "Anne Roy: Ce voyage; Anne Roy: Nous reviendrons",
    "Pour {p:Anne Roy}, « ce voyage change notre regard sur nos voisins ».": "Anne Roy: ce voyage",
    "Selon {p:Anne Roy}, maire de {c:Volmont}, « ce voyage change notre regard ».": "Anne Roy: ce voyage",
    "{p:Anne Roy} : « Ce voyage change notre regard. »": "Anne Roy: Ce voyage",
    "{p:Anne Roy}, maire de {c:Volmont} : « Ce voyage change notre regard. »": "Anne Roy: Ce voyage",
    "{p:Anne Roy} a tenu à remercier ses hôtes : « Ce voyage change notre regard. »": "Anne Roy: Ce voyage",
    "{p:Anne Roy} se félicite de cet accord. « Ce voyage change notre regard et nos habitudes. »": "Anne Roy: Ce voyage",
    "Et {p:Anne Roy} d'ajouter : « Ce voyage change notre regard. »": "Anne Roy: Ce voyage",
    "« Ce voyage change notre regard », s'est félicitée {p:Anne Roy} devant ses hôtes.": "Anne Roy: Ce voyage",
    "« Ce voyage change notre regard », se réjouit le président, {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », a pour sa part souligné {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », a tenu à rappeler {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », dit {p:Luc Brun}. Son homologue, {p:Ali Bey}, renchérit : « Nous reviendrons bientôt ici. »": "Luc Brun: Ce voyage; Ali Bey: Nous reviendrons",
    "« Ce voyage change notre regard », dit {p:Luc Brun}. « Nous reviendrons bientôt ici », répond {p:Ali Bey}.": "Luc Brun: Ce voyage; Ali Bey: Nous reviendrons",
    "« Ce voyage change notre regard », dit {p:Luc Brun}, maire de {c:Volmont}. « Nous reviendrons bientôt ici », répond son homologue {p:Ali Bey}.": "Luc Brun: Ce voyage; Ali Bey: Nous reviendrons",
    "{p:Luc Brun}, maire de {c:Volmont}, a reçu {p:Ali Bey}, maire de {c:Nirac}. « Ce voyage change notre regard », a dit le maire de {c:Nirac}.": "Ali Bey: Ce voyage",
    "{p:Luc Brun}, maire de {c:Volmont}, a reçu {p:Rei Ito}, ambassadrice du {n:Japon}. « Ce voyage change notre regard », a dit la diplomate.": "Rei Ito: Ce voyage",
    "{p:Luc Brun}, maire de {c:Volmont}, a reçu {p:Rei Ito}, ambassadrice du {n:Japon}. « Ce voyage change notre regard », a-t-elle dit.": "Rei Ito: Ce voyage",
    "{p:Luc Brun}, maire de {c:Volmont}, a reçu Mme {p:Rei Ito}. « Ce voyage change notre regard », a dit cette dernière.": "Rei Ito: Ce voyage",
    "{o:AIMX} se réjouit de l'accord. « Ce voyage change notre regard », indique l'association dans un communiqué.": "AIMX: Ce voyage",
    "« Ce voyage change notre regard », indique un communiqué de l'{o:AIMX}.": "AIMX: Ce voyage",
    "« Ce voyage change notre regard », peut-on lire dans le communiqué de la {o:Chambre de Volmont}.": "Chambre de Volmont: Ce voyage",
    "« Ce voyage change notre regard », explique-t-on à la mairie de {c:Volmont}.": "Volmont: Ce voyage",
    "Dans un communiqué, la Ville de {c:Volmont} a affirmé que « ce voyage change notre regard sur le monde ».": "Volmont: ce voyage",
    "« Ce voyage change notre regard », explique {p:Luc Brun}, qui poursuit : « Nous reviendrons bientôt ici. »": "Luc Brun: Ce voyage; Luc Brun: Nous reviendrons",
    "Le maire, {p:Luc Brun}, salue « un partenariat qui change notre regard sur nos voisins ».": "Luc Brun: un partenariat",
    "Il existe à {c:Nirac} un « pont des arts » et une « fête de la mer ».": "",
    "L'exposition « Nous sommes tous voisins » ouvre à {c:Nirac}.": "",
    "Le projet « Eau pour tous, tous pour l'eau » démarre.": "",
    "Le programme « Jeunes qui bougent » est soutenu par {p:Luc Brun}.": "",
    "“Ce voyage change notre regard”, assure {p:Luc Brun}.": "Luc Brun: Ce voyage",
    '"Ce voyage change notre regard", assure {p:Luc Brun}.': "Luc Brun: Ce voyage",
    "'Ce voyage change notre regard', assure {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "« Ce voyage, a dit {p:Luc Brun}, change notre regard. »": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard. Nous reviendrons ! » s'exclame {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "« Voulons-nous vraiment partir ? », s'interroge {p:Luc Brun}.": "Luc Brun: Voulons-nous",
    "« Ce voyage change notre regard.\n« Nous reviendrons bientôt », conclut {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "{p:Luc Brun}, maire de {c:Volmont}, a pris la parole :\n\n« Ce voyage change notre regard. »": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard sur nos voisins. »\n{p:Luc Brun}, maire de {c:Volmont}\n\nLa visite reprend.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard sur nos voisins. »\n– {p:Luc Brun}, maire de {c:Volmont}\n\nLa visite reprend.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard sur nos voisins. » ({p:Luc Brun}, maire de {c:Volmont})": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard sur nos voisins. » {p:Luc Brun}, maire de {c:Volmont}.": "Luc Brun: Ce voyage",
    "Comme l'a rappelé {p:Luc Brun}, « ce voyage change notre regard sur le monde ».": "Luc Brun: ce voyage",
    "Interrogé sur le sujet, {p:Luc Brun} répond sans détour : « Ce voyage change notre regard. »": "Luc Brun: Ce voyage",
    "{p:Luc Brun} a accueilli {p:Ali Bey} : « Ce voyage change notre regard. »": "Luc Brun: Ce voyage",
    "{p:Luc Brun} accueillait ce jour-là la délégation conduite par {p:Ali Bey}. Ce dernier l'a remercié : « Ce voyage change notre regard. »": "Ali Bey: Ce voyage",
    "« Ce voyage change notre regard », nous a confié {p:Luc Brun} à son retour de {c:Nirac}.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », lance, tout sourire, {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », a déclaré à l'agence le directeur du {o:Port de Nirac}, {p:Luc Brun}.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », ont déclaré {p:Luc Brun} et {p:Ali Bey}.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », ont-ils déclaré.": "-: Ce voyage",
    "{c:Volmont}, le 3 mars 2021\n\nLe maire, {p:Luc Brun}, a reçu {p:Ali Bey}, maire de {c:Nirac}. « Ce voyage change notre regard », a dit le maire.": "Luc Brun: Ce voyage",
    "« Ce voyage change notre regard », dit {p:Luc Brun}, maire de {c:Volmont}. « Nous reviendrons bientôt ici », renchérit son homologue. {p:Ali Bey} est maire de {c:Nirac}.": "Luc Brun: Ce voyage; Ali Bey: Nous reviendrons",
    "{p:Luc Brun}, maire de {c:Volmont}, a vu {p:Mia Sol}. Le maire n'exclut rien. « Ce voyage change notre regard », glisse-t-il.": "Luc Brun: Ce voyage",
    "{p:Luc Brun} est préfet de la {d:Drômelle}. L'autorité préfectorale a exhorté chacun : « Ne perdez jamais de vue la jeunesse. »": "Luc Brun: Ne perdez",
    "{p:Anne Roy} est adjointe au maire de {c:Volmont}. « Ce voyage change notre regard », lui a répondu, dans un français parfait, l'adjointe.": "Anne Roy: Ce voyage",
    "«Nous n'avions plus personne au bout du fil.» En une phrase, la syndique {p:Anne Roy} résume la décision.": "Anne Roy: Nous n'avions",
    "« Ce voyage change notre regard », a réagi le délégué, {p:Luc Brun}. Le maire dément.": "Luc Brun: Ce voyage",
    "« C'est une chance pour nous », dit-elle. {p:Anne Roy} a pris la parole.": "Anne Roy: C'est une chance",
    "« Mission accomplie », sourit {p:Luc Brun}.": "Luc Brun: Mission accomplie",
    "« Quand on veut, disait-on chez nous, on peut », a lancé {p:Luc Brun} aux élèves.": "Luc Brun: Quand on veut",
    "Il s'agira, « si tous en sont bien d'accord », de passer au jumelage avec {c:Nirac}.": "",
    "– Nous voulions tous ce jumelage, répond {p:Anne Roy}, et nous l'avons.": "Anne Roy: Nous voulions",
    "« Ce voyage change notre regard », raconte un élève du collège.": "-: Ce voyage",
    "{p:Luc Brun} préside le comité. « Ce voyage change notre regard », raconte une lycéenne de {c:Nirac}.": "-: Ce voyage",
}


def heard(markup: str) -> list[str]:
    """Quotes as `speaker: words`; an unknown speaker is `-`."""
    doc = named(markup)
    set_roles(doc, find_roles(doc))
    entities = get_entities(doc)
    return [
        f"{'-' if quote['speaker'] is None else entities[quote['speaker']]['name']}: "
        + " ".join(doc.text[start:end] for start, end in quote["evidence"])
        for quote in find_quotes(doc)
    ]


@pytest.mark.parametrize(("markup", "quotes"), CASES.items())
def test_who_says_what(markup: str, quotes: str) -> None:
    found, expected = heard(markup), quotes.split("; ") if quotes else []
    assert len(found) == len(expected), found
    assert all(words.startswith(start) for words, start in zip(found, expected, strict=True)), found


def test_a_quotation_broken_by_an_attribution_is_one_quote() -> None:
    (quote,) = heard("« Ce voyage change notre regard », a dit {p:Luc Brun}. « Nous reviendrons bientôt ici. »")
    assert quote == "Luc Brun: Ce voyage change notre regard Nous reviendrons bientôt ici."


def test_an_incise_is_no_part_of_the_quote() -> None:
    (quote,) = heard('"Ce voyage, indique le maire, {p:Luc Brun}, change notre regard. Nous reviendrons."')
    assert quote == "Luc Brun: Ce voyage change notre regard. Nous reviendrons."
