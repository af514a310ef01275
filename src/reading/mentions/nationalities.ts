/** Adjectives for countries and parts of the world: "Japanese", "Southeast Asian". */
import type { Lexicon } from './lexicon.js';
import type { Mention } from './mention.js';

/** Code and adjectives. Codes are those of the ids of regions: ISO 3166-1, and M49 for parts of the world. */
const table =
  'CN Chinese|JP Japanese|KR South Korean,Korean|KP North Korean|US American,U.S.,US|GB British,UK,U.K.|FR French|DE German|IT Italian|ES Spanish|PT Portuguese|NL Dutch|BE Belgian|CH Swiss|AT Austrian|SE Swedish|NO Norwegian|DK Danish|FI Finnish|IE Irish|PL Polish|CZ Czech|HU Hungarian|RO Romanian|BG Bulgarian|GR Greek|RU Russian|UA Ukrainian|BY Belarusian|TR Turkish|IL Israeli|IR Iranian|IQ Iraqi|SA Saudi,Saudi Arabian|AE Emirati|QA Qatari|EG Egyptian|ZA South African|NG Nigerian|KE Kenyan|ET Ethiopian|MA Moroccan|DZ Algerian|IN Indian|PK Pakistani|BD Bangladeshi|LK Sri Lankan|NP Nepalese|VN Vietnamese|TH Thai|MY Malaysian|SG Singaporean|ID Indonesian|PH Filipino,Philippine|KH Cambodian|LA Laotian|MM Burmese|KZ Kazakh|UZ Uzbek|KG Kyrgyz|TJ Tajik|TM Turkmen|MN Mongolian|AU Australian|NZ New Zealand|CA Canadian|MX Mexican|BR Brazilian|AR Argentine,Argentinian|CL Chilean|PE Peruvian|CO Colombian|VE Venezuelan|CU Cuban|RS Serbian|HR Croatian|SK Slovak|SI Slovenian|LT Lithuanian|LV Latvian|EE Estonian|IS Icelandic|TW Taiwanese|M49-002 African|M49-142 Asian|M49-150 European|M49-143 Central Asian|M49-035 Southeast Asian,South-East Asian,South-Eastern Asian|M49-034 South Asian|M49-030 East Asian|M49-151 Eastern European,East European|M49-155 Western European,West European|M49-419 Latin American|M49-005 South American|M49-021 North American|M49-009 Oceanian';

const byAdjective = new Map(
  table.split('|').flatMap((row) => {
    const [code, names] = [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)];
    return names.split(',').map((name) => [name, `region:${code}`] as const);
  }),
);

const alternatives = (keep: (id: string) => boolean): string =>
  [...byAdjective]
    .filter(([, id]) => keep(id))
    .map(([name]) => name.replaceAll('.', String.raw`\.`))
    .toSorted((a, b) => b.length - a.length)
    .join('|');

/** Parts of regular expressions. */
export const ofCountries = alternatives((id) => !id.includes('M49'));
export const ofPartsOfTheWorld = alternatives((id) => id.includes('M49'));

/** The region of an adjective as what a text mentions; nothing where the graph does not have it. */
export function regionOf(adjective: string, lexicon: Lexicon): Mention[] {
  const entity = byAdjective.get(adjective);
  if (entity === undefined || lexicon.entity(entity) === undefined) return [];
  const reason = `${adjective} is of ${entity}`;
  return [
    {
      start: 0,
      end: 0,
      text: lexicon.entity(entity)?.names[0]?.value ?? adjective,
      how: 'NAME',
      label: 'Region',
      entity,
      confidence: 0.9,
      reason,
    },
  ];
}

/** Whether a mention is of a country. */
export const isCountry = ({ entity = '', label }: Mention, lexicon: Lexicon): boolean =>
  label === 'Region' && lexicon.entity(entity)?.kinds.includes('COUNTRY') === true;
