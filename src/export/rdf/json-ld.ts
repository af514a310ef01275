import type { Literal, NamedNode, Quad } from 'n3';
import { groupBy } from '../../graph/group-by.js';
import type { GraphReader } from '../graph-reader.js';
import { statementsOf } from './graph-statements.js';
import { prefixes, term } from './vocabulary.js';

/** JSON-LD 1.1: one document, one node a line. A node that records of several kinds describe is repeated. */
export async function* jsonLd(graph: GraphReader): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify({ '@version': 1.1, ...prefixes })},\n"@graph":[`;
  let separator = '\n';
  for await (const quads of statementsOf(graph)) {
    const nodes = [...groupBy(quads, ({ subject }) => subject.value)].map(([iri, group]) => JSON.stringify(node(iri, group)));
    if (nodes.length === 0) continue;
    yield separator + nodes.join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

function node(iri: string, quads: readonly Quad[]): object {
  const byPredicate = groupBy(quads, ({ predicate }) => predicate.value);
  return {
    '@id': short(iri),
    ...Object.fromEntries(
      [...byPredicate].map(([predicate, group]) => {
        const objects = group.map(({ object }) => object as NamedNode | Literal);
        if (predicate === type) return ['@type', objects.map(({ value }) => short(value))];
        return [short(predicate), objects.length === 1 ? valueOf(objects[0] as Literal) : objects.map(valueOf)];
      }),
    ),
  };
}

const type = term('rdf', 'type').value;
const string = term('xsd', 'string').value;

function valueOf(object: NamedNode | Literal): unknown {
  if (object.termType === 'NamedNode') return { '@id': short(object.value) };
  if (object.language !== '') return { '@value': object.value, '@language': object.language };
  const datatype = object.datatype.value;
  return datatype === string ? object.value : { '@value': object.value, '@type': short(datatype) };
}

const beginnings = Object.entries(prefixes);

/** An IRI under the name that stands for its beginning; a name before "//" would be taken for the scheme of a whole IRI. */
function short(iri: string): string {
  const found = beginnings.find(([, beginning]) => iri.startsWith(beginning));
  const rest = found === undefined ? '//' : iri.slice(found[1].length);
  return rest.startsWith('//') ? iri : `${found?.[0]}:${rest}`;
}
