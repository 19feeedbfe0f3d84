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

SENTENCES += [
    # people of many tongues
    "La lord-maire de <city>Cork</city>, <person>Caitríona O’Donnell-Hurley</person>, a remercié la coopération.",
    "Le jumelage réunit <person>Phouvong Inthara</person> et Mme <person>Souk Bounleut</person>.",
    "M. <person>Abd el-Kader Ould M'hamed</person> a salué la coopération.",
    "Le maire, M. <person>LE GOFF Yann</person>, a salué la coopération.",
    "De là vient <person>Stavroula Megas</person>, 22 ans, qui suit le partenariat.",
    "Le maire de <city>Libourne</city> signe avec son homologue de <city>Quelbourg</city> <person>Andreas Feller</person>.",
    "La délégation comprend <person>Pape Seck</person>, maire de <city>Ndem</city>.",
    # organs are their territory
    "La <department>commission permanente du Conseil départemental de l'Aude</department> a voté la convention.",
    # institutions in other languages
    "Le jumelage lie le <organization>Museo del Oro</organization> de <city>Bogota</city> et le <organization>Tereora College</organization>.",
    "Les élèves de la <organization>scuola media Giovanni-Paolo</organization> suivent le jumelage.",
    "Le jumelage est fêté au <venue>World Equestrian Center</venue>.",
    "Une convention lie la <organization>Technische Universität Dresden</organization> et la commune.",
    # extents
    "La coopération est née au <venue>Musée du chemin de fer</venue>.",
    "La convention lie l'<organization>Agence de l'eau Artois-Picardie</organization> 90 000 euros et la commune.",
    "L'association <organization>Nord vaudois-Kikwit</organization> suit la coopération.",
    "La <intercommunality>Communauté de communes du Val de Morteau</intercommunality> et les <organization>Transports publics neuchâtelois</organization> (<organization>transN</organization>) suivent le partenariat.",
    "Le <organization>Consulat général de France à Miami</organization> suit le jumelage.",
    # places
    "La coopération lie le gouverneur de l'<region>Ogooué-Maritime</region> et la commune.",
    "Mission de coopération\nMardi 19 – <city>Nakai</city>. La délégation a tout vu.",
    "<city>Saint-Jean</city>, le 3 mai\n<city>Saint-Lazare-de-Quelbourg</city>, le 26 septembre 2019. – La commune signe la convention.",
    "<city>Differdange</city> (<country>Luxembourg</country>) et <city>Laval</city> (<region>Québec</region>) signent la convention.",
    "La coopération lie <city>Curepipe</city>, à <country>Maurice</country>, et la commune.",
    "Le partenaire est l'<region>Émilie-Romagne</region>, dit la convention.",
    "L'<region>État de Rio de Janeiro</region> a signé la convention.",
    "À la <city>Chaux-de-Fonds</city>, on suit la coopération.",
    # companies and networks
    "L'usine <organization>Quelmer</organization> et les <organization>Chaussures Vernaison</organization> aident le jumelage.",
    "Le partenariat plaît à <organization>Horizons Solidaires</organization> et à <organization>Cités Unies Liban</organization>.",
]  # fmt: skip

NOTHING = [
    "Le col d'Ibardin, le golfe de Guinée et la vallée de la Chiers, dit la convention, se visitent.",
    "Le jumelage passe par la route de Pessan et la rue du Thil.",
    "Suivez le partenariat sur LinkedIn, X et Instagram.",
    "La commune versera 15 000 $ US pour le partenariat.",
    "La coopération continue.\n\nT. A. K.",
    "Le conseil municipal, vu la convention,\nAPPROUVE les termes de ladite convention ;",
    "Nos amis de la commune et les hôtes de la ville jumelle sont repartis.",
    "L'acte II du partenariat s'ouvre à l'automne.",
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
