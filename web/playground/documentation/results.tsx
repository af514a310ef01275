import { examples } from '../examples.ts';
import type { Entry } from './entries.ts';
import { matches } from './matching.ts';

interface ResultsProps {
  readonly entries: readonly Entry[];
  readonly search: string;
  readonly onChoose: (entry: Entry) => void;
}

/** More than a reader looks through. */
const limit = 50;

/** What a search finds: examples by their question, then types and fields, those found by name first. */
export function Results({ entries, search, onChoose }: ResultsProps) {
  const queries = examples.filter(({ query }) => matches(query, search));
  const found = entries.filter(({ text }) => matches(text, search));
  const [named, described] = [true, false].map((byName) => found.filter(({ name }) => matches(name, search) === byName));
  return (
    <section className="documentation-results" aria-label="Search results">
      <p role="status">{`${queries.length} examples, ${found.length} types and fields`}</p>
      <ul>
        {queries.map((example) => (
          <li key={example.query}>
            <a href={addressOf(example)}>{questionOf(example.query)}</a>
          </li>
        ))}
        {[...(named ?? []), ...(described ?? [])].slice(0, limit).map((entry) => (
          <li key={entry.name}>
            <button type="button" onClick={() => onChoose(entry)}>
              {entry.name}
            </button>
            <p>{entry.description}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The comment that an example begins with. */
function questionOf(query: string): string {
  const lines = query.split('\n');
  const comment = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.slice(2));
  return comment.join(' ').replace(/(?<=\?).*/s, '');
}

/** The playground with an example as its operation. */
function addressOf({ query, variables }: (typeof examples)[number]): string {
  return `?${new URLSearchParams({ query, ...(variables === null ? {} : { variables }) }).toString()}`;
}
