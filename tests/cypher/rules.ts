/** What the text of a statement must keep so that both engines answer it the same: shared notes on the engines, and cypher/README.md. Each rule lists what breaks it. */
import { maxDepth } from '../../src/graph/lists/reach.js';
import { keyed } from '../../src/graph/stored/indexes.js';
import { labels, relationTypes } from '../../src/model/model.js';

export interface Rule {
  readonly name: string;
  /** The parts of a statement's text that break the rule. */
  readonly breaches: (text: string) => string[];
  /** A statement that breaks it. */
  readonly bad: string;
}

const storeLabels = [...keyed, 'DifferingClaim', 'DifferingValue', 'Vector', 'VectorState'];
const storeTypes = [
  'SUBJECT',
  'OBJECT',
  'EVIDENCED_BY',
  'ATTRIBUTED_TO',
  'RECORDED_IN',
  'RETRACTED_IN',
  'SUPERSEDED_BY',
  'CHANGED_IN',
  'MERGED_INTO',
  'MEASURES',
  'ABOUT',
  'OBSERVED_IN',
  'REPORTED_BY',
  'RANKED_IN',
  'SAID_AT',
  'SAID_TO',
];
const names = new Set<string>([...labels, ...relationTypes, ...storeLabels, ...storeTypes]);
const slots = new Set([
  'limit',
  'label',
  'from',
  'to',
  'type',
  'name',
  'property',
  'predicates',
  'applies',
  'pattern',
  'target',
  'index',
  'indexed',
  'reached',
  'items',
  'start',
  'back',
  'types',
  'reach',
  'filter',
  'before',
  'after',
  'order',
  'key',
  'measure',
  'unfold',
  'row',
  'column',
  'inside',
  'item',
  'result',
  'block',
  'relationType',
  'dimensions',
]);
/** Words of the store's own; everything else is a parameter. */
const literals = new Set(["'built-in'", "'store'", "''", "'DIRECT'", "'INHERITED'", "'PARTIAL'", "'whitespace'", "'cosine'"]);

const all = (text: string, pattern: RegExp, group = 0): string[] =>
  [...text.matchAll(pattern)].map((match) => match[group] ?? '');
const withoutComments = (text: string): string => text.replaceAll(/^\s*\/\/.*$/gm, '');

/** The patterns after MATCH, CREATE and MERGE, each up to the next clause. */
const patterns = (text: string): string[] =>
  all(
    text,
    /\b(?:MATCH|CREATE|MERGE)\b(?! (?:INDEX|CONSTRAINT))([\s\S]*?)(?=\b(?:MATCH|CREATE|MERGE|WHERE|WITH|RETURN|CALL|UNWIND|SET|DELETE|ORDER)\b|\}\s*$|$)/g,
    1,
  );
const relationships = (pattern: string): string[] => all(pattern, /-\[|--|\{\{(?:pattern|back)\}\}/g);
const variables = (text: string): Set<string> => new Set([...all(text, /\((\w+)[):{ ]/g, 1), ...all(text, /-\[(\w+)[\]:*]/g, 1)]);

/** The columns of every RETURN. */
function columns(text: string): string[] {
  return all(text, /\bRETURN\b(?: DISTINCT)?([\s\S]*?)(?=\bORDER BY\b|\bLIMIT\b|\bUNION\b|\n\s*\}|$)/g, 1).flatMap(topLevel);
}

/** Parts between the commas outside brackets. */
function topLevel(list: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of list) {
    depth += Number('([{'.includes(character)) - Number(')]}'.includes(character));
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

function withoutAlias(text: string): string[] {
  const aliases = new Set(all(text, /\bAS (\w+)/g, 1));
  return columns(text).filter((column) => !/ AS (?:\w+|\{\{name\}\})$|^\{\{result\}\}$/.test(column) && !aliases.has(column));
}

function bareNodes(text: string): string[] {
  const bound = variables(text);
  for (const alias of all(text, /\bAS (\w+)/g, 1)) if (!new RegExp(`\\(${alias}:|\\[${alias}:`).test(text)) bound.delete(alias);
  const returned = columns(text).map((column) => column.replace(/ AS \w+$/, ''));
  return [...returned, ...all(text, /collect\((?:DISTINCT )?(\w+)\)/g, 1)].filter((expression) => bound.has(expression));
}

function unknownNames(text: string): string[] {
  const ofNodes = all(text, /\(\w*:([^)\s{]+|\{\{\w+\}\})/g, 1);
  const ofRelationships = all(text, /-\[\w*:([^\]*\s]+|\{\{\w+\}\})/g, 1).flatMap((types) => types.split('|'));
  const set = all(text, /\bSET \w+:(\S+)/g, 1);
  return [...ofNodes, ...ofRelationships, ...set].filter((name) => !name.startsWith('{{') && !names.has(name));
}

function unboundedPaths(text: string): string[] {
  const brackets = all(text, /\[[^\]]*\*[^\]]*\]/g).filter((bracket) => bracket.includes(':') || /^\[\w*\*/.test(bracket));
  const unbounded = brackets.filter((bracket) => !/^\[:(?:[A-Z_|]+|\{\{type\}\})\*\d+\.\.\d+\]$/.test(bracket));
  const nameless = patterns(text).filter(
    (pattern) => brackets.some((bracket) => pattern.includes(bracket)) && !/^\s*\w+ = \(/.test(pattern),
  );
  return [...unbounded, ...nameless];
}

export const rules: readonly Rule[] = [
  {
    name: 'a hierarchy is walked as deep as it may be, and no deeper',
    breaches: (text) =>
      [...text.matchAll(/:PART_OF\*\d\.\.(\d+)/g)].filter(([, depth]) => Number(depth) !== maxDepth).map(([part]) => part),
    bad: 'MATCH path = (a)-[:PART_OF*1..5]->(b) RETURN b.id AS id',
  },
  {
    name: 'the first line is a sentence that says what it gives',
    breaches: (text) => (/^\/\/ [A-Z].*[?.]\n/.test(text) ? [] : [text.split('\n')[0] ?? '']),
    bad: '// regions\nMATCH (node:Region) RETURN node.id AS id',
  },
  {
    name: 'labels and types are those of the model and of the store',
    breaches: unknownNames,
    bad: 'MATCH (n:Company)-[:OWNED|OWNS]->(m:Organization) SET m:Firm',
  },
  {
    name: 'slots are known',
    breaches: (text) =>
      all(text, /\{\{([^{}]*)\}\}/g, 1).filter(
        (slot) =>
          !slots.has(slot) &&
          !/^(?:(?:holds|known|live|present|labels of|source of) \w+|of (?:entity|relation|claim|evidence|observation)|(?:neo4j|embedded): .*)$/.test(
            slot,
          ),
      ),
    bad: 'MATCH (n:Region) WHERE {{where}} RETURN n.id AS id',
  },
  {
    name: 'what a record has, and its labels, are read in the way of each engine',
    breaches: (text) =>
      /only on Neo4j/.test(text)
        ? []
        : all(text, /\b(?:node|claim|evidence|observation) \{\.\*\}|\blabels\((?:node|source|target)\)/g),
    bad: '// What?\nMATCH (node:Region) RETURN node {.*} AS node, labels(node) AS labels',
  },
  {
    name: 'a pattern has one relationship',
    breaches: (text) => patterns(text).filter((pattern) => relationships(pattern).length > 1),
    bad: 'MATCH (a:Region)-[:PART_OF]->(b:Region)<-[:COVERS]-(c:Program) RETURN a.id AS id',
  },
  {
    name: 'variable length is bounded, with a variable for the path',
    breaches: unboundedPaths,
    bad: 'MATCH (a:Region)-[steps:PART_OF*]->(b:Region) RETURN a.id AS id',
  },
  { name: 'columns have aliases', breaches: withoutAlias, bad: 'MATCH (n:Region) RETURN n.id, count(n)' },
  {
    name: 'nodes and relationships are not returned as they are',
    breaches: bareNodes,
    bad: 'MATCH (n:Region)<-[e:COVERS]-(p:Program) RETURN n AS node, collect(e) AS edges',
  },
  {
    name: 'values are parameters',
    breaches: (text) => all(withoutComments(text), /'[^']*'|"[^"]*"/g).filter((literal) => !literals.has(literal)),
    bad: `MATCH (n:Region {id: "region:CN"}) RETURN n.id AS id`,
  },
  {
    name: 'nothing is loaded, no procedure is called but those of the full-text and the vector index',
    breaches: (text) =>
      all(withoutComments(text), /\bLOAD CSV\b|\bapoc\b|\bCALL\s+\w+[.(]?\S*/gi).filter(
        (found) => !/^CALL\s+(?:\(|db\.index\.(?:fulltext|vector)\.queryNodes\(|db\.create\.setNodeVectorProperty\()/.test(found),
      ),
    bad: 'CALL apoc.load.json($url) YIELD value RETURN value.id AS id',
  },
  {
    name: 'nothing is matched optionally',
    breaches: (text) => all(text, /\bOPTIONAL MATCH\b/g),
    bad: 'UNWIND $ids AS id OPTIONAL MATCH (n:Entity {id: id}) RETURN n.id AS id',
  },
  {
    name: 'a node has one label in a pattern',
    breaches: (text) => all(text, /\(\w*:[^)\s{]*[|&!][^)]*\)/g),
    bad: 'MATCH (n:Policy|Program) RETURN n.id AS id',
  },
  {
    name: 'no COLLECT subquery, no quantified pattern, no shortest path',
    breaches: (text) => all(text, /\bCOLLECT\s*\{|\)\)\s*[+*{]|\b(?:ALL)?SHORTEST/gi),
    bad: 'MATCH (n:Region) RETURN COLLECT { MATCH (n)-[:PART_OF]->(m:Region) RETURN m.id } AS ids',
  },
  {
    name: 'EXISTS and COUNT hold a pattern and no clause but WHERE',
    breaches: (text) => all(text, /\b(?:EXISTS|COUNT)\s*\{[^}]*\b(?:RETURN|WITH)\b[^}]*\}/g),
    bad: 'MATCH (n:Region) WHERE EXISTS { MATCH (n)-[:PART_OF]->(m:Region) RETURN m } RETURN n.id AS id',
  },
  {
    name: 'LIMIT and SKIP take a number or a parameter',
    breaches: (text) => all(text, /\b(?:LIMIT|SKIP)\s+(?!(?:\d+|\$\w+)\s*(?:\n|\}|$|LIMIT|RETURN)).*/g),
    bad: 'MATCH (n:Region) RETURN n.id AS id LIMIT $size + 1',
  },
  {
    name: 'days are compared as text',
    // The clock of Neo4j may say how long a process may write: all processes share it.
    breaches: (text) =>
      all(
        text.replace(/(?<=Only on Neo4j[^]*= )timestamp\(\)/, ''),
        /\b(?:date|datetime|localdatetime|time|duration|timestamp)\s*\(/g,
      ),
    bad: 'MATCH (n:Policy) WHERE date(n.announcedOn) > $on RETURN n.id AS id',
  },
  {
    name: 'no more than 100 clauses',
    breaches: (text) =>
      all(text, /\b(?:MATCH|CREATE|MERGE|WITH|RETURN|UNWIND|SET|CALL)\b/g).length > 100 ? ['too many clauses'] : [],
    bad: 'MATCH (n:Region) '.repeat(101),
  },
];
