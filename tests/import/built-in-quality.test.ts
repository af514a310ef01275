/** What the built-in data promises beyond being right: it is linked, and little of it is loose prose. */
import { describe, expect, it } from 'vitest';
import { builtInData } from '../support/built-in-data.js';

const { entities, claims, observations } = builtInData;
/** Claims that rest on passages, rather than on records of data sets. */
const ofTexts = claims.filter(({ evidence }) => evidence.some(({ locator }) => locator !== undefined));
const idOf = ({ id }: { readonly id: string }) => id;

describe('the built-in data', () => {
  it('has fewer than 8 % notes among the claims of its texts', () => {
    const notes = ofTexts.filter(({ predicate }) => predicate === 'NOTE');
    expect(ofTexts.length).toBeGreaterThan(500);
    expect(notes.length / ofTexts.length).toBeLessThan(0.08);
  });

  it('says of every statement what it is about', () => {
    const statements = ofTexts.filter(({ predicate }) => predicate === 'STATED');
    expect(statements.length).toBeGreaterThan(50);
    expect(statements.filter(({ about = [] }) => about.length === 0).map(idOf)).toEqual([]);
  });

  it('attributes no statement to anybody but its subject', () => {
    const statements = claims.filter(({ predicate }) => predicate === 'STATED');
    expect(statements.filter(({ attributedTo }) => attributedTo.length > 0).map(idOf)).toEqual([]);
  });

  it('joins every entity to something by more than a mention', () => {
    const joining = claims.filter(({ predicate, object }) => object !== undefined && predicate !== 'MENTIONS');
    const measured = observations.flatMap(({ indicator, about, region, reportedBy }) => [
      indicator,
      ...about,
      region,
      reportedBy,
    ]);
    const joined = new Set<string | undefined>([...joining.flatMap(({ subject, object }) => [subject, object]), ...measured]);
    const loose = entities.filter(({ id, label }) => label !== 'Document' && !joined.has(id));
    expect(loose.map(idOf)).toEqual([]);
  });

  it('has a value for every indicator', () => {
    const measured = new Set(observations.map(({ indicator }) => indicator));
    const indicators = entities.filter(({ label }) => label === 'Indicator');
    expect(indicators.length).toBeGreaterThan(20);
    expect(indicators.filter(({ id }) => !measured.has(id)).map(idOf)).toEqual([]);
  });

  it('gives complete lists of members the day that they are of', () => {
    const lists = claims.filter(({ predicate }) => predicate === 'LISTS_ALL_MEMBERS');
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.filter(({ from, until }) => from === undefined || until === undefined).map(idOf)).toEqual([]);
  });
});
