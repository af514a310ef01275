/** A text of a world that is not, and a model that answers what a test says. */
import { LanguageModel } from '../../../src/reading/language-model/asked-model.js';
import { proposalsByModel } from '../../../src/reading/language-model/proposals-by-model.js';
import { Lexicon, type NamedEntity } from '../../../src/reading/mentions/lexicon.js';
import { readText } from '../../../src/reading/read-text.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { json, scriptedEndpoint, type Answer } from '../../support/scripted-endpoint.js';

const entity = (id: string, label: NamedEntity['label'], ...names: readonly string[]): NamedEntity => ({
  id,
  label,
  names: names.map((value) => ({ value, lang: /\p{Script=Han}/u.test(value) ? 'zh' : 'en', kind: 'PREFERRED' })),
  kinds: label === 'Agency' ? ['MINISTRY'] : [],
  parents: [],
});

const lexicon = new Lexicon([
  entity('agency:magic', 'Agency', 'Ministry of Magic', '魔法部'),
  entity('agency:goblins', 'Agency', 'Office of Goblins'),
  entity('policy:wand-notice', 'Policy', 'Wand Export Notice'),
  entity('region:NARNIA', 'Region', 'Narnia'),
  entity('region:OZ', 'Region', 'Oz'),
  entity('region:SPRING-1', 'Region', 'Springfield'),
  entity('region:SPRING-2', 'Region', 'Springfield'),
  entity('program:wand-pilot', 'Program', 'Wand Pilot'),
  entity('organization:owl-post', 'Organization', 'Owl Post'),
  { ...entity('indicator:wands-sold', 'Indicator', 'Wands sold abroad'), unit: '{wand}' },
]);

export const article = [
  'The Ministry of Magic issued the Wand Export Notice on March 4, 2024.',
  'Jane Doe, director of the Ministry of Magic, said that “nearly 2,700 wands” were sold abroad in 2023, worth 2.38 trillion yuan.',
  'The Wand Pilot covers Narnia and Oz.',
].join('\n\n');

export const issued = {
  quote: 'The Ministry of Magic issued the Wand Export Notice on March 4, 2024.',
  paragraph: 1,
  kind: 'CLAIM',
  claim: { subject: 'agency:magic', predicate: 'ISSUED', object: 'policy:wand-notice', from: '2024-03-04' },
  confidence: 0.8,
  why: 'It says “issued”.',
  summary: 'The ministry issued the notice on 4 March 2024.',
};

/** The same with other parts. */
export const like = (more: object, claim: object = {}): object => ({
  ...issued,
  ...more,
  claim: { ...issued.claim, ...claim },
});

export const completion = (content: unknown, usage?: object) => ({
  choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }],
  ...(usage === undefined ? {} : { usage }),
});

/** An answer with these items. */
export const items = (...list: readonly unknown[]) => json(completion(JSON.stringify({ items: list })));
/** An answer with this text. */
export const says = (text: string) => json(completion(text));

interface Asked {
  readonly text?: string;
  readonly signal?: AbortSignal;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Has a text read by a model that answers so. `proposals` are the model's, `all` have those of the text itself too. */
export async function readBy(script: readonly Answer[], { text = article, signal, environment = {} }: Asked = {}) {
  const { url, requests } = await scriptedEndpoint(...script);
  const { model } = parseSettings({ POLICYGRAPH_MODEL_URL: url, POLICYGRAPH_MODEL: 'small', ...environment });
  const reading = readText(text, { date: '2024-03-05', outlet: 'Owl Post' }, lexicon);
  const asked = proposalsByModel(reading, lexicon, {
    model: new LanguageModel(model!, 1),
    signal: signal ?? new AbortController().signal,
  });
  const { proposals: all, model: record } = await asked;
  return { all, proposals: all.filter(({ rule }) => rule === 'model'), model: record, requests };
}
