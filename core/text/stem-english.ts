/**
 * English stems: irregular forms to their base, then suffixes in the manner of Porter (1980), but deeper for derived nouns,
 * because a translation often turns a verb into a noun ("they agreed" / "leur accord").
 */

/** base: forms. Only forms that suffix stripping would miss. */
const irregular = `be:am is are was were been being;have:has had having;do:does did done doing;go:goes went gone going;say:said;
make:made;take:took taken;come:came;see:saw seen;know:knew known;get:got gotten;give:gave given;find:found;think:thought;
tell:told;become:became;leave:left;feel:felt;put:putting;bring:brought;begin:began begun beginning;keep:kept;hold:held;
write:wrote written;stand:stood;hear:heard;mean:meant;meet:met;run:ran running;pay:paid;sit:sat;speak:spoke spoken;lie:lay lain lying;
lead:led;grow:grew grown;lose:lost;fall:fell fallen;send:sent;build:built;understand:understood;draw:drew drawn;break:broke broken;
spend:spent;cut:cutting;rise:rose risen;drive:drove driven;buy:bought;wear:wore worn;choose:chose chosen;seek:sought;throw:threw thrown;
catch:caught;deal:dealt;win:won winning;forget:forgot forgotten;sell:sold;fight:fought;teach:taught;eat:ate eaten;sing:sang sung;
strike:struck stricken;hang:hung;shake:shook shaken;ride:rode ridden;feed:fed;shoot:shot;drink:drank drunk;hit:hitting;arise:arose arisen;
fly:flew flown;spread:spreading;sleep:slept;cause:causing;bear:bore borne born;beat:beaten;bend:bent;bind:bound;bite:bit bitten;
blow:blew blown;breed:bred;burn:burnt;cling:clung;creep:crept;dig:dug;dream:dreamt;flee:fled;forbid:forbade forbidden;
foresee:foresaw foreseen;forgive:forgave forgiven;freeze:froze frozen;hide:hid hidden;kneel:knelt;lay:laid;learn:learnt;
lend:lent;light:lit;mistake:mistook mistaken;overcome:overcame;overthrow:overthrew overthrown;quit:quitting;ring:rang rung;
seize:seized;shed:shedding;shine:shone;shrink:shrank shrunk;sink:sank sunk;slide:slid;spin:spun;steal:stole stolen;stick:stuck;
sting:stung;swear:swore sworn;sweep:swept;swim:swam swum;swing:swung;tear:tore torn;undergo:underwent undergone;undertake:undertook undertaken;
wake:woke woken;weep:wept;withdraw:withdrew withdrawn withdrawal;withhold:withheld;withstand:withstood;uphold:upheld;
child:children;man:men;woman:women;person:people persons;foot:feet;tooth:teeth;goose:geese;mouse:mice;life:lives;wife:wives;knife:knives;
leaf:leaves;half:halves;self:selves;thief:thieves;wolf:wolves;crisis:crises;analysis:analyses;basis:bases;thesis:theses;
good:better best;bad:worse worst;die:dying died dies death dead;strong:strength;long:length;high:height;deep:depth;wide:width;
proof:prove proven;belief:believe;loss:losses;choice:choices;growth:growths;decision:decide;success:succeed;speech:speeches;flight:flights;
defence:defense defend defender;offence:offense offend;response:respond responder;arrival:arrive;refusal:refuse;approval:approve;proposal:propose;
denial:deny;trial:try tries tried;renewal:renew;survival:survive;removal:remove;pursuit:pursue;complaint:complain;behaviour:behave behavior;
knowledge:knowledges;marriage:marry married;news:news;his:his;this:this;its:its;us:us;as:as;has:has;was:was;yes:yes;gas:gases;bus:buses;
israel:israeli israelis;palestin:palestinian palestinians palestine;yemen:yemeni yemenis;iraq:iraqi iraqis;iran:iranian iranians;
saud:saudi saudis;kuwait:kuwaiti kuwaitis;oman:omani omanis;qatar:qatari qataris;emirat:emirati emiratis emirates emirate;
lebanon:lebanese;sudan:sudanese;china:chinese;japan:japanese;france:french;britain:british briton britons;spain:spanish;germany:german germans;
england:english;poland:polish;turkey:turkish;denmark:danish;sweden:swedish;ireland:irish;netherland:netherlands dutch;greece:greek greeks;
egypt:egyptian egyptians;syria:syrian syrians;libya:libyan libyans;russia:russian russians;europe:european europeans;america:american americans;
africa:african africans;asia:asian asians;italy:italian italians;india:indian indians;pakistan:pakistani pakistanis;afghan:afghanistan afghans;
ukraine:ukrainian ukrainians;algeria:algerian algerians;tunisia:tunisian tunisians;morocco:moroccan moroccans;jordan:jordanian jordanians;
exceed:exceeds exceeded exceeding;proceed:proceeds proceeded proceeding proceedings;indeed:indeed;speed:speeds speeding;
australia:australian australians;canada:canadian canadians;mexico:mexican mexicans;brazil:brazilian brazilians;korea:korean koreans`;

const bases = new Map<string, string>();
for (const entry of irregular.replace(/\n/g, '').split(';')) {
  const [base = '', forms = ''] = entry.split(':');
  for (const form of forms.split(' ')) bases.set(form, base);
  if (!bases.has(base)) bases.set(base, base);
}

const vowel = /[aeiouy]/;
const hasVowel = (stem: string) => vowel.test(stem);

/** suffix, replacement, least letters that must stand before it. First match counts. */
const derivational: readonly (readonly [string, string, number])[] = [
  ['isational', 'ise', 3],
  ['izational', 'ise', 3],
  ['isation', 'ise', 3],
  ['ization', 'ise', 3],
  ['fulness', '', 3],
  ['iveness', '', 4],
  ['ousness', 'ous', 3],
  ['ability', '', 4],
  ['ibility', '', 4],
  ['ational', '', 4],
  ['tional', 't', 3],
  ['ically', '', 4],
  ['ication', 'y', 3],
  ['ation', '', 3],
  ['ition', '', 4],
  ['ately', '', 4],
  ['ingly', '', 3],
  ['edly', '', 3],
  ['ively', '', 4],
  ['ement', '', 4],
  ['ments', '', 3],
  ['ment', '', 3],
  ['iness', 'y', 3],
  ['ness', '', 3],
  ['less', '', 3],
  ['ful', '', 3],
  ['ance', '', 4],
  ['ancy', '', 4],
  ['ence', '', 4],
  ['ency', '', 4],
  ['able', '', 4],
  ['ible', '', 4],
  ['ator', '', 4],
  ['ative', '', 4],
  ['ical', '', 4],
  ['ally', '', 4],
  ['ily', 'y', 3],
  ['ise', '', 5],
  ['ize', '', 5],
  ['ify', '', 4],
  ['ate', '', 4],
  ['ant', '', 5],
  ['ent', '', 5],
  ['ist', '', 4],
  ['ism', '', 4],
  ['ity', '', 4],
  ['ive', '', 4],
  ['ous', '', 4],
  ['ship', '', 4],
  ['sion', 's', 4],
  ['tion', 't', 3],
  ['ian', '', 4],
  ['ic', '', 4],
  ['al', '', 4],
  ['er', '', 4],
  ['or', '', 4],
  ['ly', '', 3],
];

function undouble(stem: string): string {
  const last = stem.at(-1);
  return last === stem.at(-2) && last !== undefined && !'lsz'.includes(last) && !vowel.test(last) ? stem.slice(0, -1) : stem;
}

function inflection(word: string): string {
  let stem = word;
  if (stem.length > 3) {
    if (stem.endsWith('sses')) stem = stem.slice(0, -2);
    else if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
    else if (/(?:x|ch|sh|ss|z)es$/.test(stem)) stem = stem.slice(0, -2);
    else if (/[^su]s$/.test(stem) && !stem.endsWith('is')) stem = stem.slice(0, -1);
  }
  if (stem.endsWith('ing') && stem.length > 5 && hasVowel(stem.slice(0, -3))) return restoreE(undouble(stem.slice(0, -3)));
  if (stem.endsWith('eed') && stem.length > 5) return stem.slice(0, -1);
  if (stem.endsWith('ied') && stem.length > 4) return `${stem.slice(0, -3)}y`;
  if (stem.endsWith('ed') && stem.length > 4 && !stem.endsWith('eed') && hasVowel(stem.slice(0, -2)))
    return undouble(stem.slice(0, -2));
  return stem;
}

/** "coordinating" leaves "coordinat": the rules below expect "coordinate". */
const restoreE = (stem: string) => (stem.length > 4 && /(?:at|bl|iz)$/.test(stem) ? `${stem}e` : stem);

/** The stem of a normalised English word. */
export function stemEnglish(word: string): string {
  const known = bases.get(word);
  if (known !== undefined) return known;
  let stem = inflection(word);
  stem = bases.get(stem) ?? stem;
  for (let round = 0; round < 2; round += 1) {
    const rule = derivational.find(([suffix, , least]) => stem.endsWith(suffix) && stem.length - suffix.length >= least);
    if (!rule) break;
    stem = stem.slice(0, stem.length - rule[0].length) + rule[1];
    if (rule[1] !== '') break;
  }
  if (stem.length > 4 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > 3 && stem.endsWith('y')) stem = `${stem.slice(0, -1)}i`;
  return bases.get(stem) ?? stem;
}
