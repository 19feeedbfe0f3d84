"""Names and their types, in sentences of our own."""

import pytest
from tagged import render

SENTENCES = [
    # people
    "Le député-maire de <city>Nouadhibou</city>, <person>El Ghassem Ould Bellali</person>, a pris la parole.",
    "<person>Rachida Tahri</person> (trésorière) et <person>Youssef Aït Lahcen</person> (secrétaire général) composent le bureau.",
    "<person>Joaquim Pinto da Silva</person>, conseiller municipal de <city>Braga</city>, était du voyage.",
    "L'ambassadeur du <country>Rwanda</country> en <country>France</country>, SEM <person>François Nkulikiyimfura</person>, a applaudi.",
    "Étaient présents : MM. <person>Toussaint Dossou</person> et <person>Noël Akissi</person>.",
    "On a reconnu Mmes <person>Sato</person> et <person>Suzuki</person>, venues de <city>Takamatsu</city>.",
    "<person>Trần Thị Thu</person>, interprète, accompagnait la délégation de <city>Hanoï</city>.",
    # cities, known and unknown, homonyms of regions and countries
    "Le maire de <city>Québec</city> a rencontré le premier ministre du <region>Québec</region>.",
    "La délégation, venue de <city>Luxembourg</city>, repart demain ; le <country>Luxembourg</country> finance le projet.",
    "Le <department>département de la Vienne</department> a reçu une délégation à <city>Vienne</city>, en <country>Autriche</country>.",
    "<city>Tours</city> est jumelée avec <city>Mülheim an der Ruhr</city> (<country>Allemagne</country>) et <city>Parme</city> (<country>Italie</country>).",
    "Le <city>village de Zéguédéguin</city> attend son forage.",
    "<city>Delémont</city>, le 5 octobre 2006",
    "Les villes de <city>Québec</city>, <city>Lyon</city> et <city>Genève</city> préparent un colloque.",
    # territories by their heads
    "La <city>Ville de Kigali</city> remercie le <department>Conseil départemental de l'Essonne</department>.",
    "Le <region>Conseil régional de Bretagne</region> et la <region>province du Shandong</region> ont signé.",
    "Il a été reçu par le gouverneur de la <region>région de l'Adamaoua</region>.",
    "La <intercommunality>communauté urbaine de Ngaoundéré</intercommunality> et <intercommunality>Nantes Métropole</intercommunality> coopèrent.",
    "La <intercommunality>MRC de Bellechasse</intercommunality> suit le dossier.",
    # institutions
    "L'<organization>Agence de l'Eau Rhin-Meuse</organization> apporte son appui.",
    "La <organization>Chambre de métiers et de l'artisanat de l'Isère</organization> y participe.",
    "Elle préside l'<organization>Union nationale des chambres de commerce, d'industrie et d'agriculture du Sénégal</organization> (<organization>UNCCIAS</organization>).",
    "Le <organization>ministère de l'Enseignement supérieur et de la Recherche</organization> a donné son accord.",
    "L'<organization>université de Lac Hong</organization> et le <organization>lycée Jean Ralaimongo</organization> échangeront des élèves.",
    "La société tunisienne <organization>Grands Moulins</organization> s'implante en <country>Libye</country>.",
    "La start-up est dirigée par la co-fondatrice de <organization>Solarvie</organization>.",
    "L'association <organization>Touraine-Japon</organization> organise un échange.",
    "Le <organization>CHU de Caen</organization> a promis du matériel.",
    "La <organization>FENAMH</organization>, ou <organization>Fédération nationale des maires d'Haïti</organization>, a signé.",
    "<organization>Sherbrooke Innopole</organization> prend part au projet.",
    # venues
    "La cérémonie a eu lieu dans les <venue>salons de l'Hôtel de Ville de Nice</venue>.",
    "On a visité le <venue>château de Peyrepertuse</venue> et l'<venue>abbaye de Fontfroide</venue>.",
    "La fête s'est finie au <venue>stade Léopold Sédar Senghor</venue>.",
]  # fmt: skip

SENTENCES += [
    "<person>M'Balou Fofana</person>, maire de <city>Kindia</city>, a reçu <person>Sid'Ahmed Ould Raïss</person>.",
    "Son Excellence <person>Macky Sall</person> présidait la séance.",
    "Le maire, <person>Jacques JESSON</person>, a remercié Mme de <person>La Tour</person>.",
    "<city>Le Puy-en-Velay</city> accueille <city>Tonbridge</city>.",
    "<city>Beautor</city> et <city>Abashiri</city> fêtent leurs vingt ans de jumelage.",
    "Une convention lie <city>Lillebonne</city> à <city>Kaolack</city> depuis 2003.",
    "Le marché se tient dans le centre de <city>Kigali</city>, loin du port.",
    "<intercommunality>Grand Poitiers</intercommunality> et <intercommunality>Morlaix Communauté</intercommunality> suivront.",
    "Le parti de la mairesse, selon <organization>Veolia</organization>, attendra.",
    "Le <organization>Port autonome de Cotonou</organization> a écrit au <organization>Rotary Club de Vannes</organization>.",
    "La <region>Région wallonne</region> et le <region>Land de Saxe-Anhalt</region> ont signé.",
]  # fmt: skip

NOTHING = [
    "La ministre, chargée de la Culture et de la Francophonie, présidera la séance.",
    "Les Entretiens Jacques Cartier se tiendront en novembre.",
    "La Coupe de France et le Trophée Mare-Gaillard ont passionné les Joséphins.",
    "Les Béninois et les Québécois ont dansé jusqu'au soir.",
    "L'Europe et l'Afrique de l'Ouest se rapprochent.",
    "Vers midi, au son des tambours, chacun a repris la route.",
    "Le TGV, les PME et les ONG étaient au programme de la Semaine.",
    "Cette convention prévoit un appui à la jeunesse, au sport et à la santé.",
    "La ville durable et la mobilité douce seront au cœur des échanges.",
]


@pytest.mark.parametrize("tagged", SENTENCES)
def test_names_have_their_type(tagged: str) -> None:
    assert render(tagged) == tagged


@pytest.mark.parametrize("text", NOTHING)
def test_no_name_where_there_is_none(text: str) -> None:
    assert render(text) == text
