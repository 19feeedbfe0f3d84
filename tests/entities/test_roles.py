"""Offices in the shapes of the genre; no role is expected beyond those listed."""

import pytest
from named import named, told

from entente.annotations import get_entities
from entente.entities.roles import find_roles

CASES = {
    # after the name
    "Étaient présents {p:Anne Roy}, maire de {c:Volmont}, et {p:Paul Sy}.": "Anne Roy | mayor | Volmont",
    "{p:Anne Roy}, maire de {c:Volmont} et présidente de {i:Volmont Agglo}, a signé.": "Anne Roy | mayor | Volmont; Anne Roy | president | Volmont Agglo",
    "M. {p:Jean Faye} (Maire de {c:Nirac}) a pris la parole.": "Jean Faye | mayor | Nirac",
    "{p:Anne Roy} (PS), vice-présidente du conseil régional de {r:Bretagne} chargée de l'Europe, a conclu.": "Anne Roy | vice_president | Bretagne",
    "{p:Anne Roy}, première adjointe au maire de {c:Volmont} déléguée à la culture, arrive.": "Anne Roy | deputy_mayor | Volmont",
    "{p:Anne Roy}, adjointe à la culture et au tourisme de la ville de {c:Volmont}, arrive.": "Anne Roy | deputy_mayor | Volmont",
    "{p:Luc Brun}, échevin des Relations internationales de la Ville de {c:Wavreux}, était du voyage.": "Luc Brun | deputy_mayor | Wavreux",
    "{p:Luc Brun}, syndic de {c:Morgens}, a levé son verre.": "Luc Brun | mayor | Morgens",
    "{p:Luc Brun}, conseiller municipal délégué à la coopération de {c:Volmont}, était là.": "Luc Brun | councillor | Volmont",
    "Mme {p:Awa Ba}, députée-maire de {c:Nirac}, a salué l'accord.": "Awa Ba | mayor | Nirac",
    "{p:Awa Ba}, sénatrice de la {d:Drômelle}, était présente.": "Awa Ba | member_of_parliament | Drômelle",
    "S.E.M. {p:Koffi Aka}, ambassadeur du {n:Togo} en {n:France}, a remercié la ville.": "Koffi Aka | ambassador | Togo",
    "Son Excellence Madame {p:Rei Ito}, consule générale du {n:Japon} à {c:Volmont}, a planté un cerisier.": "Rei Ito | consul | Japon",
    "{p:Ali Trabelsi}, gouverneur de {r:Sfar}, et {p:Mona Jaziri}, présidente de la municipalité, ont suivi.": "Ali Trabelsi | governor | Sfar; Mona Jaziri | president | -",
    "{p:Luc Brun}, directeur général de {o:Volmont Port}, signe.": "Luc Brun | director | Volmont Port",
    "{p:Luc Brun}, directeur général chez {o:Textilor}, signe.": "Luc Brun | director | Textilor",
    "{p:Luc Brun}, recteur de l'{o:Université de Nirac}, et {p:Anne Roy}, présidente de l'{o:Université de Volmont}, signent.": "Anne Roy | president | Université de Volmont; Luc Brun | rector | Université de Nirac",
    "{p:Luc Brun}, secrétaire général de l'{o:AIMX}, et {p:Anne Roy}, déléguée générale du {r:Québec} à {c:Parville}, ont parlé.": "Anne Roy | delegate | Québec; Luc Brun | secretary_general | AIMX",
    "{p:Luc Brun}, fondateur et directeur de {o:Solidarité Nirac}, explique.": "Luc Brun | director | Solidarité Nirac; Luc Brun | founder | Solidarité Nirac",
    "{p:Luc Brun}, membre du conseil d'administration de {o:Solidarité Nirac}, explique.": "Luc Brun | member | Solidarité Nirac",
    "{p:Luc Brun}, ancien maire de {c:Volmont}, a rappelé les débuts.": "ex-Luc Brun | mayor | Volmont",
    "{p:Luc Brun}, ex-président de la {o:CCI de Volmont}, aussi.": "ex-Luc Brun | president | CCI de Volmont",
    "{p:Luc Brun} et {p:Awa Ba}, respectivement maires de {c:Volmont} et de {c:Nirac}, ont signé.": "Awa Ba | mayor | Nirac; Luc Brun | mayor | Volmont",
    "{p:Luc Brun} et {p:Awa Ba}, maires de {c:Volmont} et {c:Nirac}, ont signé.": "Awa Ba | mayor | Nirac; Luc Brun | mayor | Volmont",
    "{p:Luc Brun} et {p:Awa Ba}, respectivement maire de {c:Volmont} et présidente de {i:Nirac Métropole}, ont signé.": "Awa Ba | president | Nirac Métropole; Luc Brun | mayor | Volmont",
    "{p:Luc Brun}, maire (LR) de {c:Volmont}, a signé.": "Luc Brun | mayor | Volmont",
    "{p:Luc Brun} – maire de {c:Volmont} – a signé.": "Luc Brun | mayor | Volmont",
    "{p:Luc Brun}, maire de {c:Volmont}, {p:Awa Ba}, maire de {c:Nirac}, et {p:Koffi Aka}, préfet de la {d:Drômelle}, ont signé.": "Awa Ba | mayor | Nirac; Koffi Aka | prefect | Drômelle; Luc Brun | mayor | Volmont",
    "{p:Luc Brun}, président du Conseil départemental de la {d:Drômelle}, a reçu M. {p:Aka|Koffi Aka}, président du Conseil du cercle de {d:Kayor}.": "Koffi Aka | president | Kayor; Luc Brun | president | Drômelle",
    "{p:Luc Brun}, ministre de la Santé et de l'Hygiène publique du {n:Bénin}, était l'hôte.": "Luc Brun | minister | Bénin",
    "{p:Luc Brun}, ministre béninois de la Décentralisation, était l'hôte du {n:Bénin}.": "Luc Brun | minister | Bénin",
    "{p:Luc Brun}, Premier ministre du {r:Québec}, a ouvert la séance.": "Luc Brun | minister | Québec",
    "{p:Luc Brun}, préfète de la région {r:Bretagne}, préfète de {d:Drômelle}, a ouvert la séance.": "Luc Brun | prefect | Bretagne; Luc Brun | prefect | Drômelle",
    "{p:Luc Brun}, coprésident de {o:Eurocités}, a parlé.": "Luc Brun | president | Eurocités",
    "{p:Luc Brun}, bourgmestre en titre de {c:Wavreux}, a parlé.": "Luc Brun | mayor | Wavreux",
    "{p:Luc Brun}, premier vice-président de la {i:Communauté urbaine de Volmont} en charge des mobilités, et le maire de {c:Nirac}.": "Luc Brun | vice_president | Communauté urbaine de Volmont",
    "{p:Luc Brun}, conseillère régionale de {r:Bretagne}, et {p:Awa Ba}, conseillère départementale, sont venues.": "Awa Ba | councillor | -; Luc Brun | councillor | Bretagne",
    "M. {p:Luc Brun}\nMaire de {c:Volmont}": "Luc Brun | mayor | Volmont",
    # before the name
    "Le maire de {c:Volmont}, {p:Luc Brun}, a reçu la maire de {c:Nirac}, Mme {p:Awa Ba}.": "Awa Ba | mayor | Nirac; Luc Brun | mayor | Volmont",
    "Le maire de {c:Volmont} {p:Luc Brun} a reçu son homologue.": "Luc Brun | mayor | Volmont",
    "La Maire de {c:Volmont} et Présidente de {i:Volmont Agglo} Mme {p:Anne Roy} a signé.": "Anne Roy | mayor | Volmont; Anne Roy | president | Volmont Agglo",
    "Maire de {c:Volmont} depuis 2014, {p:Luc Brun} se réjouit.": "Luc Brun | mayor | Volmont",
    "en présence du préfet {p:Luc Brun}, du consul général du {n:Maroc}, M. {p:Driss Alami}, et de la sénatrice {p:Anne Roy}.": "Anne Roy | member_of_parliament | -; Driss Alami | consul | Maroc; Luc Brun | prefect | -",
    "L'ambassadeur du {n:Sénégal} en {n:France}, S.E. {p:Koffi Aka}, est venu.": "Koffi Aka | ambassador | Sénégal",
    "L'ambassadeur sénégalais {p:Koffi Aka} est venu du {n:Sénégal}.": "Koffi Aka | ambassador | Sénégal",
    "Les maires de {c:Volmont} et de {c:Nirac}, {p:Luc Brun} et {p:Awa Ba}, ont signé.": "Awa Ba | mayor | Nirac; Luc Brun | mayor | Volmont",
    "Les ministres {p:Luc Brun} ({n:France}) et {p:Awa Ba} ({n:Bénin}) ont signé.": "Awa Ba | minister | Bénin; Luc Brun | minister | France",
    "Les deux présidents, {p:Luc Brun} pour la {r:Bretagne} et {p:Awa Ba} pour la région de {r:Matar}, ont signé.": "Awa Ba | president | Matar; Luc Brun | president | Bretagne",
    "Trois recteurs : {p:Luc Brun} ({o:Université de Nirac}), {p:Awa Ba} ({o:Université de Volmont}) et {p:Jo Ly} ({o:Université de Sfar}).": "Awa Ba | rector | Université de Volmont; Jo Ly | rector | Université de Sfar; Luc Brun | rector | Université de Nirac",
    "La délégation conduite par le vice-président de la {r:Bretagne}, {p:Luc Brun}, est arrivée.": "Luc Brun | vice_president | Bretagne",
    "Le directeur du {o:Port de Nirac}, {p:Luc Brun}, accueillait le groupe.": "Luc Brun | director | Port de Nirac",
    "Le président-directeur général de {o:Textilor}, {p:Luc Brun}, accueillait le groupe.": "Luc Brun | president | Textilor",
    "Le wali de {r:Tissa}, {p:Luc Brun}, et le président de l'APC de {c:Tissala}, {p:Ali Bey}, étaient là.": "Ali Bey | president | Tissala; Luc Brun | governor | Tissa",
    "{c:Volmont}, représentée par son maire, {p:Luc Brun}, et {c:Nirac}, représentée par sa maire {p:Awa Ba}, ont signé.": "Awa Ba | mayor | Nirac; Luc Brun | mayor | Volmont",
    "L'{o:Université de Nirac} et son président {p:Luc Brun} reçoivent.": "Luc Brun | president | Université de Nirac",
    # by a verb
    "{p:Luc Brun}, qui préside l'{o:Association des jumelages}, a parlé.": "Luc Brun | president | Association des jumelages",
    "{p:Luc Brun}, à la tête de la {i:Communauté de communes du Val}, a parlé.": "Luc Brun | president | Communauté de communes du Val",
    "{p:Luc Brun}, à la tête d'une délégation de la ville de {c:Nirac}, est arrivé.": "",
    "L'{o:Association des jumelages}, présidée par {p:Luc Brun}, organise la soirée.": "Luc Brun | president | Association des jumelages",
    "La réunion, présidée par {p:Luc Brun}, a duré.": "",
    "La délégation de {c:Nirac} présidée par {p:Luc Brun} est arrivée.": "",
    "{p:Luc Brun} est le maire de {c:Volmont}.": "Luc Brun | mayor | Volmont",
    "{p:Luc Brun} a été élu président de l'{o:AIMX}.": "Luc Brun | president | AIMX",
    "{p:Luc Brun}, élu maire de {c:Volmont} en 2020, a parlé.": "Luc Brun | mayor | Volmont",
    "L'{o:AIMX}, dont le maire de {c:Volmont}, M. {p:Luc Brun}, assume la vice-présidence, se réunit.": "Luc Brun | mayor | Volmont; Luc Brun | vice_president | AIMX",
    "{p:Luc Brun} assure la présidence de l'{o:AIMX}.": "Luc Brun | president | AIMX",
    "L'{o:AIMX}, que préside {p:Luc Brun}, se réunit.": "Luc Brun | president | AIMX",
    "{c:Volmont} préside le réseau {o:Eurocités}.": "Volmont | president | Eurocités",
    "{c:Nirac}, ville dont {p:Luc Brun} était alors le maire, en a profité.": "Luc Brun | mayor | Nirac",
    "L'{o:AIMX}, fondée en 1979 par {p:Luc Brun}, se réunit.": "Luc Brun | founder | AIMX",
    # counterparts, lists, past offices, understood bodies
    "Le maire de {c:Volmont}, {p:Luc Brun}, et son homologue de {c:Nirac}, {p:Awa Ba}, ont signé.": "Awa Ba | mayor | Nirac; Luc Brun | mayor | Volmont",
    "La mairesse de {c:Volmont} {p:Anne Roy} et celui de {c:Nirac}, {p:Ali Bey}, ont signé.": "Ali Bey | mayor | Nirac; Anne Roy | mayor | Volmont",
    "{p:Anne Roy}, maire de {c:Volmont}, et {p:Ali Bey}, son homologue de {c:Nirac}, ont signé.": "Ali Bey | mayor | Nirac; Anne Roy | mayor | Volmont",
    "{p:Anne Roy}, maire de {c:Volmont}, et son homologue {p:Ali Bey} ont signé à {c:Nirac}.": "Ali Bey | mayor | Nirac; Anne Roy | mayor | Volmont",
    "{p:Anne Roy} est maire de {c:Volmont}.\n\nLa délégation de {c:Volmont} a été reçue à {c:Nirac} par le maire, {p:Ali Bey}.": "Ali Bey | mayor | Nirac; Anne Roy | mayor | Volmont",
    "{c:Nirac} (APS) – Une convention a été signée avec {c:Volmont}. Le maire, {p:Ali Bey}, s'en réjouit.": "Ali Bey | mayor | Nirac",
    "{c:Volmont} : un jumelage en vue avec {c:Nirac}\n\nLe conseil a voté. La bourgmestre {p:Anne Roy} part bientôt.": "Anne Roy | mayor | Volmont",
    "{o:Les Amis de Nirac} soutient le projet. La présidente de l'association, {p:Anne Roy}, s'en réjouit.": "Anne Roy | president | Les Amis de Nirac",
    "{p:Anne Roy}, présidente et fondatrice de {o:Les Amis de Nirac}, se réjouit.": "Anne Roy | founder | Les Amis de Nirac; Anne Roy | president | Les Amis de Nirac",
    "{p:Anne Roy}, présidente fondatrice de {o:Les Amis de Nirac}, se réjouit.": "Anne Roy | founder | Les Amis de Nirac; Anne Roy | president | Les Amis de Nirac",
    "{p:Anne Roy}, préfète de la MRC de {i:Valrive} et mairesse de {c:Volmont}, se réjouit.": "Anne Roy | mayor | Volmont; Anne Roy | prefect | Valrive",
    "{p:Anne Roy}, maire depuis 2014 de {c:Volmont}, se réjouit.": "Anne Roy | mayor | Volmont",
    "{c:Volmont} et {p:Anne Roy}, qui en est la maire, se réjouissent.": "Anne Roy | mayor | Volmont",
    "Les époux de {c:Nirac} ont vu {p:Anne Roy}, directrice des affaires culturelles à la Ville de {c:Volmont}.": "Anne Roy | director | Volmont",
    "{p:Anne Roy}, vice-présidente en charge de l'international à la métropole de {i:Volmont Métropole}, part.": "Anne Roy | vice_president | Volmont Métropole",
    "{p:Anne Roy}, 54 ans, avocate et maire de {c:Volmont}, part.": "Anne Roy | mayor | Volmont",
    "Le maire de {c:Volmont}, accompagné de son adjointe {p:Anne Roy}, part.": "Anne Roy | deputy_mayor | Volmont",
    "Le maire de {c:Volmont}, {p:Luc Brun}, accompagné d'{p:Anne Roy}, adjointe aux relations internationales, part pour {c:Nirac}.": "Anne Roy | deputy_mayor | Volmont; Luc Brun | mayor | Volmont",
    "Monsieur le Maire, {p:Luc Brun}, a accueilli Madame la Consule générale du {n:Japon}, {p:Rei Ito}, à {c:Volmont}.": "Luc Brun | mayor | Volmont; Rei Ito | consul | Japon",
    "La conseillère d'État {p:Anne Roy} et le président du Grand Conseil, {p:Luc Brun}, représentaient le canton de {r:Valdor}.": "Anne Roy | minister | Valdor; Luc Brun | president | Valdor",
    "{p:Anne Roy}, conseillère d'État du canton de {r:Valdor} en charge de l'éducation, part.": "Anne Roy | minister | Valdor",
    "{p:Anne Roy}, ministre des Relations internationales et de la Francophonie du {r:Québec}, part.": "Anne Roy | minister | Québec",
    "{p:Anne Roy}, présidente du comité de jumelage de {c:Volmont}, part.": "Anne Roy | president | Volmont",
    "{p:Anne Roy}, présidente du {o:comité de jumelage de Volmont}, et {p:Luc Brun}, trésorier du {o:comité de jumelage de Volmont}, partent.": "Anne Roy | president | comité de jumelage de Volmont; Luc Brun | other | comité de jumelage de Volmont",
    "{p:Anne Roy}, présidente de la commission Coopération décentralisée de {o:Cités Liées}, part.": "Anne Roy | president | Cités Liées",
    "{p:Anne Roy} ({c:Volmont}), {p:Luc Brun} ({c:Nirac}) et leurs équipes partent.": "",
    "Les maires {p:Anne Roy} ({c:Volmont}) et {p:Luc Brun} ({c:Nirac}) partent.": "Anne Roy | mayor | Volmont; Luc Brun | mayor | Nirac",
    "Les maires {p:Anne Roy}, de {c:Volmont}, et {p:Luc Brun}, de {c:Nirac}, partent.": "Anne Roy | mayor | Volmont; Luc Brun | mayor | Nirac",
    "Les trois maires, {p:Anne Roy} à {c:Volmont}, {p:Luc Brun} à {c:Nirac} et {p:Ali Bey} à {c:Sfar}, partent.": "Ali Bey | mayor | Sfar; Anne Roy | mayor | Volmont; Luc Brun | mayor | Nirac",
    "Pour la Ville de {c:Volmont}, c'est la maire {p:Anne Roy} qui a signé ; pour {c:Nirac}, le maire {p:Ali Bey}.": "Ali Bey | mayor | Nirac; Anne Roy | mayor | Volmont",
    "Ont signé : pour {c:Volmont}, {p:Anne Roy}, maire ; pour {c:Nirac}, {p:Ali Bey}, premier adjoint.": "Ali Bey | deputy_mayor | Nirac; Anne Roy | mayor | Volmont",
    "{p:Anne Roy} pour {c:Volmont} et {p:Ali Bey} pour {c:Nirac} ont signé.": "",
    "{p:Anne Roy}, de l'{o:Université de Nirac}, est venue avec {p:Luc Brun}, chercheur.": "",
    "Le secrétaire général de la préfecture de {d:Drômelle}, {p:Luc Brun}, est venu.": "Luc Brun | secretary_general | Drômelle",
    "Le sous-préfet {p:Luc Brun} est venu à {c:Nirac}, dans la {d:Drômelle}.": "Luc Brun | prefect | Drômelle",
    "Le président du {n:Togo}, {p:Koffi Aka}, est venu.": "Koffi Aka | president | Togo",
    "Le président togolais {p:Koffi Aka} a salué le {n:Togo}.": "Koffi Aka | president | Togo",
    "La ville est dirigée par la maire {p:Anne Roy}, à {c:Volmont}.": "Anne Roy | mayor | Volmont",
    "Sous la présidence de {p:Anne Roy}, maire de {c:Volmont}, le jury s'est réuni.": "Anne Roy | mayor | Volmont",
    "Au nom de la présidente de {r:Bretagne}, {p:Anne Roy}, le vice-président {p:Luc Brun} a parlé.": "Anne Roy | president | Bretagne; Luc Brun | vice_president | Bretagne",
    "{p:Luc Brun}, représentant {p:Anne Roy}, présidente de la {r:Bretagne}, a parlé.": "Anne Roy | president | Bretagne",
    "{p:Luc Brun}, élu à la mairie de {c:Volmont}, a parlé.": "",
    "{p:Luc Brun}, le nouveau maire de {c:Volmont}, a parlé.": "Luc Brun | mayor | Volmont",
    "Réélu en mars, le maire de {c:Volmont} {p:Luc Brun} a parlé.": "Luc Brun | mayor | Volmont",
    "{p:Luc Brun}, maire de {c:Volmont} de 1989 à 2008, a parlé.": "ex-Luc Brun | mayor | Volmont",
    "Feu {p:Luc Brun}, maire de {c:Volmont} à l'époque, a lancé le jumelage.": "ex-Luc Brun | mayor | Volmont",
    "Le maire de l'époque, {p:Luc Brun}, avait lancé le jumelage de {c:Volmont}.": "ex-Luc Brun | mayor | Volmont",
    "La {o:CCI de Volmont} et la {o:CCI de Nirac}, représentées par leurs présidents, {p:Luc Brun} et {p:Ali Bey}, ont signé.": "Ali Bey | president | CCI de Nirac; Luc Brun | president | CCI de Volmont",
    "{c:Volmont} et {c:Nirac} sont liées. Les deux maires, {p:Luc Brun} et {p:Ali Bey}, ont signé.": "Ali Bey | mayor | Nirac; Luc Brun | mayor | Volmont",
    "{p:Luc Brun} et {p:Ali Bey}, présidents respectifs de la {o:CCI de Volmont} et de la {o:CCI de Nirac}, ont signé.": "Ali Bey | president | CCI de Nirac; Luc Brun | president | CCI de Volmont",
    "Les trois présidents ont paraphé le texte mardi dans la soirée : {p:Luc Brun} pour la {o:CCI de Volmont}, {p:Ali Bey} pour la {o:CCI de Nirac}.": "Ali Bey | president | CCI de Nirac; Luc Brun | president | CCI de Volmont",
    "{p:Luc Brun} vient d'être porté à la présidence de l'{o:AIMX}.": "Luc Brun | president | AIMX",
    "{p:Luc Brun} a été élu à la présidence du {o:réseau Rives}.": "Luc Brun | president | réseau Rives",
    "L'{o:AIMX} et {p:Luc Brun}, qui en assure la présidence, signent.": "Luc Brun | president | AIMX",
    "{p:Luc Brun} occupe le poste de directeur de l'{o:AIMX}.": "Luc Brun | director | AIMX",
    "{p:Luc Brun}, qui exerce les fonctions de maire de {c:Volmont}, signe.": "Luc Brun | mayor | Volmont",
    "{p:Luc Brun} [maire de {c:Volmont}] signe.": "Luc Brun | mayor | Volmont",
    "Le maire de {c:Volmont},\n{p:Luc Brun}": "Luc Brun | mayor | Volmont",
    "Président de l'{o:AIMX} : {p:Luc Brun}": "Luc Brun | president | AIMX",
    "Jumelage à {c:Volmont}, l'amie de {c:Nirac}\n\n{c:Volmont} accueille {c:Nirac}. La délégation de {c:Nirac} est arrivée hier. Elle a vu l'adjointe aux jumelages, {p:Anne Roy}, et visité {c:Volmont}.": "Anne Roy | deputy_mayor | Volmont",
    "Étaient là {p:Luc Brun}, président de la {o:CCI de Volmont}, {p:Ali Bey}, de la {o:CCI de Nirac}, et {p:Awa Ba}, de la {o:CCI de Sfar}.": "Ali Bey | president | CCI de Nirac; Awa Ba | president | CCI de Sfar; Luc Brun | president | CCI de Volmont",
    "Étaient là {p:Luc Brun}, maire de {c:Volmont}, {p:Ali Bey}, de l'{o:Association des Rives}, et {p:Awa Ba}.": "Luc Brun | mayor | Volmont",
    "Le président de la {o:CCI de Volmont}, {p:Luc Brun}, et ceux de la {o:CCI de Nirac} et de la {o:CCI de Sfar}, {p:Ali Bey} et {p:Awa Ba}, signent.": "Ali Bey | president | CCI de Nirac; Awa Ba | president | CCI de Sfar; Luc Brun | president | CCI de Volmont",
    "Le président {p:Luc Brun} de la {o:CCI de Volmont} et son homologue {p:Ali Bey} de la {o:CCI de Nirac} signent.": "Ali Bey | president | CCI de Nirac; Luc Brun | president | CCI de Volmont",
    "Le maire {p:Luc Brun} de {c:Volmont} signe.": "Luc Brun | mayor | Volmont",
    "Les présidents suivants ont signé le texte :\n- {p:Luc Brun}, {o:CCI de Volmont} ;\n- {p:Ali Bey} ({o:CCI de Nirac}) ;\n- {o:CCI de Sfar} : {p:Awa Ba}.": "Ali Bey | president | CCI de Nirac; Awa Ba | president | CCI de Sfar; Luc Brun | president | CCI de Volmont",
    "Les présidents des universités, {p:Luc Brun} ({o:Université de Volmont}) et {p:Ali Bey} ({o:Université de Nirac}), signent.": "Ali Bey | president | Université de Nirac; Luc Brun | president | Université de Volmont",
    "Ont signé les présidents {p:Luc Brun}, {o:Université de Volmont}, et {p:Ali Bey}, {o:Université de Nirac}.": "Ali Bey | president | Université de Nirac; Luc Brun | president | Université de Volmont",
    "{p:Luc Brun} a présenté son projet à {c:Nirac}. « Nous signerons bientôt », a indiqué le maire écologiste de {c:Volmont}.": "Luc Brun | mayor | Volmont",
    "{p:Luc Brun} a vu {p:Ali Bey} à {c:Nirac}. « Nous signerons bientôt », a indiqué le maire de {c:Volmont}.": "",
    "Étaient là Mme {p:Anne Roy}, M. {p:Luc Brun}, conseiller municipal de {c:Volmont} et président du {o:Comité des Rives}.": "Luc Brun | councillor | Volmont; Luc Brun | president | Comité des Rives",
    "La {o:Chambre de Volmont} invite. La présidente du conseil d'arrondissement, {p:Anne Roy}, représentait {c:Volmont}.": "Anne Roy | president | Volmont",
    "La présidente de l'{o:Association des Rives} (ADR), Mme {p:Anne Roy}, est venue à {c:Volmont}.": "Anne Roy | president | Association des Rives",
    "Le maire de {c:Volmont} (Togo) et président de l'{o:Association des Rives} (ADR), {p:Luc Brun}, est venu.": "Luc Brun | mayor | Volmont; Luc Brun | president | Association des Rives",
    "{o:Rivages}, une entreprise, aide {c:Volmont}. {p:Anne Roy}, adjointe et vice-présidente, la remercie au nom de {i:Volmont Agglo}.": "Anne Roy | deputy_mayor | Volmont; Anne Roy | vice_president | Volmont Agglo",
    "La ministre béninoise de la Femme, {p:Awa Ba}, est venue en {n:France}.": "Awa Ba | minister | -",
    "Le syndic {p:Luc Brun} et la municipale {p:Anne Roy} ont reçu {c:Volmont}.": "Anne Roy | councillor | Volmont; Luc Brun | mayor | Volmont",
    # nobody holds these
    "Le maire de {c:Volmont} a reçu {p:Luc Brun}.": "",
    "Le conseil des maires s'est réuni à {c:Volmont} avec {p:Luc Brun}.": "",
    "Les maires des deux villes ont salué {p:Luc Brun}, musicien.": "",
    "{p:Luc Brun} a rencontré le maire de {c:Volmont}.": "",
    "{p:Luc Brun} a rencontré {p:Awa Ba}, maire de {c:Nirac}, et le maire de {c:Volmont}.": "Awa Ba | mayor | Nirac",
    "{p:Luc Brun}, représentant le maire de {c:Volmont}, a parlé.": "",
    "{p:Luc Brun} et le maire de {c:Volmont} ont parlé.": "",
    # an understood body
    "{c:Volmont} reçoit {c:Nirac}\n\nLe texte est prêt depuis longtemps, dit-on ici.\n\nLe maire, {p:Luc Brun}, a salué les invités de {c:Nirac}.": "Luc Brun | mayor | Volmont",
    "{c:Volmont}, le 3 mars 2021\n\n{c:Nirac} et ses amis en fête\n\nLa mairesse {p:Anne Roy} a salué les élus présents ce jour-là.": "Anne Roy | mayor | Volmont",
    "La {r:Bretagne} et le {n:Togo} coopèrent. Le président de la Région, {p:Luc Brun}, s'en félicite.": "Luc Brun | president | Bretagne",
    "{i:Volmont Agglo} finance le puits. Le vice-président de l'agglomération, {p:Luc Brun}, s'en félicite.": "Luc Brun | vice_president | Volmont Agglo",
}


@pytest.mark.parametrize(("markup", "roles"), CASES.items())
def test_who_holds_which_office(markup: str, roles: str) -> None:
    assert "; ".join(told(markup)) == roles


def test_the_label_keeps_the_portfolio() -> None:
    doc = named("{p:Anne Roy}, première adjointe chargée de la jeunesse, est arrivée à {c:Volmont}.")
    assert [role["label"] for role in find_roles(doc)] == ["première adjointe chargée de la jeunesse"]


def test_every_piece_of_evidence_stands_in_the_text() -> None:
    doc = named("Le maire de {c:Volmont}, {p:Luc Brun}, signe. {p:Luc Brun}, maire de {c:Volmont}, sourit.")
    (role,) = find_roles(doc)
    assert [doc.text[start:end] for start, end in role["evidence"]] == [
        "maire de Volmont", "Luc Brun", "Luc Brun", "maire de Volmont",
    ]  # fmt: skip
    assert get_entities(doc)[role["person"]]["name"] == "Luc Brun"


def test_an_office_whose_complement_ends_the_text_is_read() -> None:
    doc = named("Visite du Roi à {c:Liège} : le bourgmestre évoque {c:Lubumbashi}")
    assert find_roles(doc) == []
