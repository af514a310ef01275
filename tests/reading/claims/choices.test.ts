import { expect, it } from 'vitest';
import { proposalsOf } from '../../../src/reading/claims/propose.js';
import { Lexicon, type NamedEntity } from '../../../src/reading/mentions/lexicon.js';
import { readText } from '../../../src/reading/read-text.js';

const named = (id: string, label: NamedEntity['label'], name: string): NamedEntity => ({
  id,
  label,
  names: [{ value: name, lang: 'en', kind: 'PREFERRED' }],
  kinds: [],
  parents: [],
});

/** The claim about the place that the used-broom pilot covers, where so many places have its name. */
function covered(places: number) {
  const regions = Array.from({ length: places }, (_, index) => named(`region:${index}`, 'Region', 'Iskar'));
  const lexicon = new Lexicon([...regions, named('program:pilot', 'Program', 'Broom Pilot')]);
  const proposals = proposalsOf(readText('The Broom Pilot covers Iskar.', { date: '2026-06-15' }, lexicon), lexicon);
  return proposals.find((each) => each.kind === 'CLAIM' && each.claim.predicate === 'COVERS');
}

it('a claim about one of four places has them to choose from', () => {
  const candidates = ['region:0', 'region:1', 'region:2', 'region:3'].map((id) => expect.objectContaining({ id }));
  expect(covered(4)).toMatchObject({ claim: { object: 'region:0' }, choices: [{ field: 'object', candidates }] });
});

it('a claim about a place that no other has the name of has nothing to choose', () => {
  expect(covered(1)).toMatchObject({ claim: { object: 'region:0' } });
  expect(covered(1)).not.toHaveProperty('choices');
});

it('a claim about one of five places is not proposed', () => {
  expect(covered(5)).toBeUndefined();
});
