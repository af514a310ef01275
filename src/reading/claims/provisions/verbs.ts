/** What acts and programs do, as verbs in all their forms. */

/** With a last letter that doubles marked by a plus sign: "ban+" is banned, banning. */
const bases =
  'encourage direct support ban+ prohibit require allow permit+ order mandate ask urge instruct propose stipulate specify introduce request restrict limit exempt grant offer outline emphasize emphasise stress promote ensure guide oblige guarantee define clarify raise lower abolish extend expand strengthen simplify streamline create fund subsidize subsidise recommend advise demand highlight tighten ease lift impose levy cap+ enable improve reduce increase standardize standardise regulate prioritize accelerate optimize optimise enhance deepen intensify focus provide call authorize authorise waive suspend scrap+ deploy';
const particles: Readonly<Record<string, string>> = { call: '(?: for| on| upon)', focus: '(?: on)', provide: '(?: for| that)?' };

interface Forms {
  readonly third: string;
  readonly past: string;
  readonly base: string;
  readonly participle: string;
}

const irregular: readonly Forms[] = [
  { base: 'forbid', third: 'forbids', past: 'forbade', participle: 'forbidding' },
  { base: 'set out', third: 'sets out', past: 'set out', participle: 'setting out' },
  { base: 'lay down', third: 'lays down', past: 'laid down', participle: 'laying down' },
  { base: 'lay out', third: 'lays out', past: 'laid out', participle: 'laying out' },
  { base: 'spell out', third: 'spells out', past: 'spelled out', participle: 'spelling out' },
  { base: 'phase out', third: 'phases out', past: 'phased out', participle: 'phasing out' },
  { base: 'step up', third: 'steps up', past: 'stepped up', participle: 'stepping up' },
  { base: 'cut', third: 'cuts', past: 'cut', participle: 'cutting' },
  { base: 'speed up', third: 'speeds up', past: 'sped up', participle: 'speeding up' },
];

function formsOf(marked: string): Forms {
  const base = marked.replace('+', '');
  const stem = marked.endsWith('+') ? base + base.slice(-1) : base.replace(/e$/u, '');
  const third = /(?:s|sh|ch|x)$/u.test(base) ? `${base}es` : base.replace(/(?<![aeo])y$/u, 'ie') + 's';
  return { base, third, past: `${stem.replace(/(?<![aeo])y$/u, 'i')}ed`, participle: `${stem}ing` };
}

const forms: readonly Forms[] = [...bases.split(' ').map(formsOf), ...irregular];
const withParticle = (form: string, { base }: Forms): string => `${form}${particles[base] ?? ''}`;

/** The third person or past of a verb, or its base after a modal. */
export const finiteVerbs = forms.flatMap((each) => [withParticle(each.third, each), withParticle(each.past, each)]).join('|');
export const baseVerbs = forms.map((each) => withParticle(each.base, each)).join('|');
export const participles = forms.map((each) => withParticle(each.participle, each)).join('|');

/** "Encourages" of encouraged, encourage and encouraging. */
export function thirdPerson(verb: string): string {
  const words = verb.toLowerCase();
  for (const { third, past, base, participle } of forms)
    for (const form of [third, past, participle, base])
      if (words === form || words.startsWith(`${form} `)) return third + words.slice(form.length);
  return words;
}
