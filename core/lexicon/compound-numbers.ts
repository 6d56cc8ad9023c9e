/**
 * Numbers that a language writes as one word: German "zweiundzwanzig", Dutch "tweeëntwintig", Italian "ventidue", and the simple
 * ones of Spanish, Portuguese and Swedish. Words are normalised tokens (core/text/normalise). Spellings follow the spell-out
 * rules of CLDR.
 */

interface Spelling {
  units: string;
  /** Ten, twenty … ninety. */
  tens: string;
  hundred: string;
  thousand: string;
  /** Between units and tens, units first (German, Dutch); '' where tens come first. */
  link: string;
}

const spellings: Record<string, Spelling> = {
  de: {
    units: `null eins|ein zwei|zwo drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn
      achtzehn neunzehn`,
    tens: 'zehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig',
    hundred: 'hundert',
    thousand: 'tausend',
    link: 'und',
  },
  nl: {
    units: `nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
      negentien`,
    tens: 'tien twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    hundred: 'honderd',
    thousand: 'duizend',
    link: 'en',
  },
  it: {
    units: `zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette
      diciotto diciannove`,
    tens: 'dieci venti|vent trenta|trent quaranta|quarant cinquanta|cinquant sessanta|sessant settanta|settant ottanta|ottant novanta|novant',
    hundred: 'cento',
    thousand: 'mila|mille',
    link: '',
  },
  es: {
    units: `cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho
      diecinueve`,
    tens: 'diez veinte|veinti treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    hundred: 'cien|ciento|cientos',
    thousand: 'mil',
    link: '',
  },
  pt: {
    units: `zero um dois|duas tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis|dezesseis
      dezassete|dezessete dezoito dezanove|dezenove`,
    tens: 'dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    hundred: 'cem|cento',
    thousand: 'mil',
    link: '',
  },
  sv: {
    units: `noll ett|en tva tre fyra fem sex sju atta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton`,
    tens: 'tio tjugo trettio fyrtio femtio sextio sjuttio attio nittio',
    hundred: 'hundra',
    thousand: 'tusen',
    link: '',
  },
};

/** Every number below a hundred. */
function belowHundred({ units, tens, link }: Spelling): Map<string, number> {
  const out = new Map<string, number>();
  const words = (list: string) =>
    list
      .trim()
      .split(/\s+/)
      .map((group) => group.split('|'));
  words(units).forEach((forms, value) => {
    for (const form of forms) out.set(form, value);
  });
  words(tens).forEach((forms, k) => {
    for (const ten of forms) {
      // Stems such as "vent" and "veinti" stand only before a unit.
      if (ten === forms[0]) out.set(ten, (k + 1) * 10);
      words(units)
        .slice(1, 10)
        .forEach((unitForms, u) => {
          if (k === 0) return;
          for (const unit of unitForms) out.set(link === '' ? `${ten}${unit}` : `${unit}${link}${ten}`, (k + 1) * 10 + u + 1);
        });
    }
  });
  return out;
}

interface Reader {
  small: Map<string, number>;
  hundred: string[];
  thousand: string[];
}

const readers = new Map<string, Reader>(
  Object.entries(spellings).map(([lang, spelling]) => [
    lang,
    { small: belowHundred(spelling), hundred: spelling.hundred.split('|'), thousand: spelling.thousand.split('|') },
  ]),
);

/** `word` cut at the first of the marks that stands in it: what multiplies it (1 for nothing) and what is added. */
function cut(word: string, marks: readonly string[]): [before: string, after: string] | null {
  for (const mark of marks) {
    const at = word.indexOf(mark);
    if (at >= 0) return [word.slice(0, at), word.slice(at + mark.length)];
  }
  return null;
}

function belowThousand(word: string, reader: Reader): number | null {
  const known = reader.small.get(word);
  if (known !== undefined) return known;
  const parts = cut(word, reader.hundred);
  if (!parts) return null;
  const times = parts[0] === '' ? 1 : reader.small.get(parts[0]);
  const rest = parts[1] === '' ? 0 : reader.small.get(parts[1].replace(/^(?:und|en)(?=.)/, ''));
  return times === undefined || rest === undefined || times > 19 ? null : times * 100 + rest;
}

/** The number that a word spells, up to 999,999; null for other words and other languages. One is an article: null, too. */
export function compoundNumber(word: string, lang: string): number | null {
  const reader = readers.get(lang);
  if (!reader) return null;
  const parts = cut(word, reader.thousand);
  if (!parts) {
    const value = belowThousand(word, reader);
    return value !== null && value > 1 ? value : null;
  }
  const times = parts[0] === '' ? 1 : belowThousand(parts[0], reader);
  const rest = parts[1] === '' ? 0 : belowThousand(parts[1], reader);
  return times === null || rest === null ? null : times * 1000 + rest;
}
