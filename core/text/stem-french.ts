/**
 * French stems in the manner of Savoy (1999) and of Snowball, on words whose diacritics are already folded: common irregular
 * verbs, plural and gender, verb endings, then derived nouns and adjectives down to what the verb leaves, too.
 */

/** base: forms. */
const irregular = `etre:est sont etait etaient ete sera seront serait soit soient fut furent suis es sommes etes etant;
avoir:a ont avait avaient aura auront aurait ait aient eu eut ayant ai as avons avez;
faire:fait faits faite faites font faisait faisaient fera feront fasse fit firent faisant;
aller:va vont allait allaient ira iront aille alla vais;pouvoir:peut peuvent pouvait pouvaient pourra pourront pourrait pourraient puisse pu put;
vouloir:veut veulent voulait voulaient voudra voudrait veuille voulu voulut;devoir:doit doivent devait devaient devra devront devrait devraient;
savoir:sait savent savait savaient saura sache su;voir:voit voient voyait verra vu vus vue vues vit;
dire:dit dits disent disait disaient dira diront disant;prendre:prend prennent prenait prendra prenne pris prise prises prit prenant;
venir:vient viennent venait viendra vienne venu venus venue venues vint;tenir:tient tiennent tenait tiendra tenu tenus tenue tenues tint tinrent;
mettre:met mettent mettait mettra mette mis mise mises mit;croire:croit croient croyait cru;vivre:vit vivent vivait vecu;
mourir:meurt meurent mourut mourra mort morts morte mortes;naitre:nait naissent naquit;connaitre:connait connaissent connu connus connue;
ecrire:ecrit ecrits ecrivent ecrivait ecrite;lire:lit lisent lisait lu;suivre:suit suivent suivait suivi;
recevoir:recoit recoivent recevait recevra recu recus;perdre:perd perdent perdu perdus perdue perte pertes;
rendre:rend rendent rendu rendue;ouvrir:ouvre ouvrent ouvert ouverte ouverts;offrir:offre offrent offert offerte;
paraitre:parait paraissent paru;permettre:permet permettent permis permise;soutenir:soutient soutiennent soutenu soutien soutiens;
obtenir:obtient obtiennent obtenu;maintenir:maintient maintiennent maintenu maintien;devenir:devient deviennent devenu;
oeil:yeux;travail:travaux;ciel:cieux;israel:israelien israelienne israeliens israeliennes;palestin:palestinien palestinienne palestiniens palestiniennes palestine;
yemen:yemenite yemenites;egypte:egyptien egyptienne egyptiens egyptiennes;france:francais francaise francaises;angleterre:anglais anglaise anglaises;
britann:britannique britanniques;americain:americaine americains americaines amerique;russe:russie russes;chine:chinois chinoise chinoises;
europe:europeen europeenne europeens europeennes;allemagne:allemand allemande allemands allemandes;japon:japonais japonaise;
liban:libanais libanaise libanaises;syrie:syrien syrienne syriens syriennes;irak:irakien irakienne irakiens irakiennes;
iran:iranien iranienne iraniens iraniennes;turquie:turc turque turcs turques;italie:italien italienne italiens italiennes;
espagne:espagnol espagnole espagnols espagnoles;algerie:algerien algerienne algeriens algeriennes;tunisie:tunisien tunisienne tunisiens tunisiennes;
maroc:marocain marocaine marocains marocaines;soudan:soudanais soudanaise;ukraine:ukrainien ukrainienne ukrainiens ukrainiennes;
coree:coreen coreenne coreens coreennes;inde:indien indienne indiens indiennes;canada:canadien canadienne canadiens canadiennes;
australie:australien australienne australiens australiennes;afrique:africain africaine africains africaines;pays:pays;mois:mois;fois:fois;temps:temps;
plus:plus;corps:corps;proces:proces;succes:succes;acces:acces;progres:progres;fils:fils;gaz:gaz;voix:voix;paix:paix;prix:prix;choix:choix`;

const bases = new Map<string, string>();
for (const entry of irregular.replace(/\n/g, '').split(';')) {
  const [base = '', forms = ''] = entry.split(':');
  if (!bases.has(base)) bases.set(base, base);
  for (const form of forms.split(' ')) if (!bases.has(form)) bases.set(form, base);
}

const suffixes: readonly (readonly [string, string, number])[] = [
  ['issements', '', 3],
  ['issement', '', 3],
  ['issaient', '', 3],
  ['issantes', '', 3],
  ['issante', '', 3],
  ['issants', '', 3],
  ['issant', '', 3],
  ['issait', '', 3],
  ['issent', '', 3],
  ['isation', '', 3],
  ['isateur', '', 3],
  ['ication', 'iqu', 3],
  ['erions', '', 3],
  ['eraient', '', 3],
  ['iraient', '', 3],
  ['erait', '', 3],
  ['irait', '', 3],
  ['eront', '', 3],
  ['iront', '', 3],
  ['atrice', '', 3],
  ['ateur', '', 3],
  ['ation', '', 3],
  ['ition', '', 4],
  ['ution', 'u', 3],
  ['ement', '', 3],
  ['emment', 'ent', 3],
  ['amment', 'ant', 3],
  ['ment', '', 4],
  ['aient', '', 3],
  ['antes', '', 3],
  ['ante', '', 3],
  ['ants', '', 3],
  ['ance', '', 3],
  ['ence', '', 4],
  ['euse', '', 3],
  ['eur', '', 4],
  ['eux', '', 4],
  ['able', '', 3],
  ['ible', '', 3],
  ['isme', '', 3],
  ['iste', '', 3],
  ['ique', '', 3],
  ['iere', '', 3],
  ['aire', '', 4],
  ['elle', 'el', 3],
  ['ienne', 'ien', 3],
  ['enne', 'en', 3],
  ['onne', 'on', 3],
  ['ette', 'et', 3],
  ['ite', '', 5],
  ['ive', '', 4],
  ['erent', '', 3],
  ['irent', '', 3],
  ['ait', '', 3],
  ['ant', '', 3],
  ['era', '', 3],
  ['ira', '', 3],
  ['ees', '', 3],
  ['ons', '', 3],
  ['age', '', 4],
  ['ure', '', 4],
  ['tion', 't', 3],
  ['sion', 's', 3],
  ['ent', '', 3],
  ['ier', '', 4],
  ['ien', '', 4],
  ['oir', '', 4],
  ['ee', '', 3],
  ['er', '', 3],
  ['ez', '', 3],
  ['ir', '', 3],
  ['re', '', 4],
  ['if', '', 4],
  ['ie', '', 4],
  ['al', '', 4],
  ['el', '', 4],
  ['es', '', 3],
  ['is', '', 4],
  ['it', '', 4],
  ['e', '', 3],
  ['i', '', 4],
  ['u', '', 4],
];

/** The stem of a normalised French word (no elided article: the tokeniser has cut it off). */
export function stemFrench(word: string): string {
  const known = bases.get(word);
  if (known !== undefined) return known;
  let stem = word;
  if (stem.length > 4) {
    if (stem.endsWith('aux') && !stem.endsWith('eaux')) stem = `${stem.slice(0, -3)}al`;
    else if (/[^s]s$|x$/.test(stem)) stem = stem.slice(0, -1);
  }
  const singular = bases.get(stem);
  if (singular !== undefined) return singular;
  for (let round = 0; round < 2; round += 1) {
    const rule = suffixes.find(([suffix, , least]) => stem.endsWith(suffix) && stem.length - suffix.length >= least);
    if (!rule) break;
    stem = stem.slice(0, stem.length - rule[0].length) + rule[1];
    if (rule[1] !== '' || stem.length < 6) break;
  }
  if (stem.length > 3 && stem.at(-1) === stem.at(-2)) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.endsWith('y')) stem = `${stem.slice(0, -1)}i`;
  return stem;
}
