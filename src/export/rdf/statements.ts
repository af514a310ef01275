/** Records as RDF. Every node has a name, so that two exports can be compared line by line. */
import type { Literal, NamedNode, Quad } from 'n3';
import {
  givenFields,
  claimFields,
  entities,
  evidenceFields,
  observationFields,
  propertiesOfId,
  relationModel,
  type EntityModel,
  type Fields,
  type PropertyType,
} from '../../model/model.js';
import type {
  EntityRecord,
  EvidenceRecord,
  Locator,
  ObservationRecord,
  Redirect,
  RelationRecord,
} from '../../graph/stored/record-types.js';
import type { ExportedChangeset, ExportedClaim } from '../graph-reader.js';
import {
  claimTerms,
  edtf,
  item,
  literal,
  observationTerms,
  own,
  propertyTerm,
  quad,
  relationTerms,
  scheme,
  term,
  typesOf,
} from './vocabulary.js';

type Objects = NamedNode | Literal | undefined | readonly (NamedNode | Literal)[];
type Facts = readonly (readonly [predicate: NamedNode, objects: Objects])[];
type RecordFields = ReturnType<typeof givenFields>;

const type = term('rdf', 'type');
const wasDerivedFrom = term('prov', 'wasDerivedFrom');

function about(subject: NamedNode, facts: Facts): Quad[] {
  return facts.flatMap(([predicate, objects]) => [objects ?? []].flat().map((object) => quad(subject, predicate, object)));
}

const text = (value: string | undefined): Literal | undefined => (value === undefined ? undefined : literal(value));
const date = (value: string | undefined): Literal | undefined => (value === undefined ? undefined : literal(value, edtf));
const instant = (value: string): Literal => literal(value, term('xsd', 'dateTime'));
const items = (ids: readonly string[]): NamedNode[] => ids.map(item);

/** As an integer or a decimal; what only an exponent writes short is a double, in its canonical form. */
function number(value: number): Literal {
  const written = String(value);
  if (!written.includes('e')) return literal(written, term('xsd', Number.isInteger(value) ? 'integer' : 'decimal'));
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return literal(`${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`, term('xsd', 'double'));
}

function valueOf(value: string | number | undefined, kind: PropertyType | undefined): Literal | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number') return number(value);
  if (kind === 'date') return date(value);
  return kind === 'url' ? literal(value, term('xsd', 'anyURI')) : literal(value);
}

/** The fields of a kind of record but for those that have a form of their own in RDF. */
function fieldsBut(fields: Fields, names: readonly string[]): RecordFields {
  return givenFields(fields).filter(([name]) => !names.includes(name));
}

export function entityStatements({ id, label, names, description, codes, identifiers, properties }: EntityRecord): Quad[] {
  const model: EntityModel['properties'] = entities[label].properties;
  return about(item(id), [
    [type, [own(label), ...(typesOf[label] ?? [])]],
    ...names.flatMap(nameFacts),
    [term('schema', 'description'), text(description)],
    ...codes.map(({ scheme: of, value }) => [term('skos', 'notation'), literal(value, scheme(of))] as const),
    ...identifiers.map(({ scheme: of, value }) => [term('schema', 'identifier'), literal(value, scheme(of))] as const),
    ...Object.entries(properties).map(([name, value]) => [propertyTerm(name), valueOf(value, model[name]?.type)] as const),
  ]);
}

/** SKOS has preferred and other names; the graph's own terms mark which others are abbreviations or former names. */
function nameFacts({ value, lang, kind }: EntityRecord['names'][number]): Facts {
  const name = literal(value, lang);
  if (kind === 'PREFERRED') return [[term('skos', 'prefLabel'), name]];
  return [
    [term('skos', 'altLabel'), name],
    [own(kind.toLowerCase()), kind === 'ALIAS' ? undefined : name],
  ];
}

/** Both ids mean one thing; the current id is that of the remaining entity. */
export const redirectStatements = ({ id, into }: Redirect): Quad[] =>
  about(item(id), [
    [term('owl', 'sameAs'), item(into)],
    [term('dcterms', 'isReplacedBy'), item(into)],
  ]);

/** Only that it holds or held; its claims carry the dates and the sources. */
export function relationStatements({ type, from, to }: RelationRecord): Quad[] {
  return about(item(from), [
    [own(type), item(to)],
    [relationTerms[type] ?? own(type), relationTerms[type] === undefined ? undefined : item(to)],
  ]);
}

const claimRest = fieldsBut(claimFields, ['subject', 'predicate', 'object', 'value', 'from', 'until']);

export function claimStatements(claim: ExportedClaim): Quad[] {
  const { id, subject, predicate, object, value, attributes, from, until, evidence, recordedAt, recordedIn } = claim;
  const attributeModel = relationModel(predicate)?.attributes ?? {};
  const isProperty = relationModel(predicate) === undefined;
  return [
    ...about(item(id), [
      [type, [own('Claim'), term('rdf', 'Statement'), term('prov', 'Entity')]],
      [term('rdf', 'subject'), item(subject)],
      [term('rdf', 'predicate'), isProperty ? propertyTerm(predicate) : own(predicate)],
      [term('rdf', 'object'), object === undefined ? valueOf(value, propertyType(subject, predicate)) : item(object)],
      [own('validFrom'), date(from)],
      [own('validUntil'), date(until)],
      ...Object.entries(attributes).map(([name, each]) => [own(name), valueOf(each, attributeModel[name]?.type)] as const),
      ...fieldFacts(claim, claimRest, claimTerms),
      [term('prov', 'generatedAtTime'), instant(recordedAt)],
      [term('prov', 'wasGeneratedBy'), item(recordedIn)],
      [wasDerivedFrom, evidence.map((_, position) => partOf(claim, 'evidence', position))],
    ]),
    ...evidence.flatMap((each, position) => evidenceStatements(claim, each, position)),
  ];
}

/** The values of a record's fields: items under links, literals elsewhere. */
function fieldFacts(record: object, fields: RecordFields, terms: Readonly<Record<string, NamedNode>> = {}): Facts {
  const values = record as Readonly<Record<string, string | number | readonly string[] | undefined>>;
  return fields.map(([name, { edge, type: kind }]) => {
    const value = values[name];
    const isLink = edge !== undefined;
    return [terms[name] ?? own(name), isLink ? items([value ?? []].flat() as string[]) : valueOf(value as string, kind)];
  });
}

const propertyType = (subject: string, predicate: string): PropertyType | undefined => propertiesOfId(subject)[predicate]?.type;

const evidenceRest = fieldsBut(evidenceFields, ['document', 'start', 'end', 'sha256', 'summary']);

/** The document, and where in it: characters of its text, or a record of a data set. */
function evidenceStatements(
  claim: ExportedClaim,
  { document, locator, summary, ...rest }: EvidenceRecord,
  position: number,
): Quad[] {
  const evidence = partOf(claim, 'evidence', position);
  const selector = partOf(claim, 'selector', position);
  return [
    ...about(evidence, [
      [type, [term('oa', 'SpecificResource'), term('prov', 'Entity')]],
      [term('oa', 'hasSource'), item(document)],
      [wasDerivedFrom, item(document)],
      [term('schema', 'description'), literal(summary)],
      ...fieldFacts(rest, evidenceRest),
      [term('oa', 'hasSelector'), locator === undefined ? undefined : selector],
    ]),
    ...(locator === undefined ? [] : selectorStatements(selector, locator)),
  ];
}

const selectorStatements = (selector: NamedNode, { start, end, sha256 }: Locator): Quad[] =>
  about(selector, [
    [type, term('oa', 'TextPositionSelector')],
    [term('oa', 'start'), characters(start)],
    [term('oa', 'end'), characters(end)],
    [own('sha256'), literal(sha256)],
  ]);

const characters = (value: number): Literal => literal(String(value), term('xsd', 'nonNegativeInteger'));
const partOf = ({ id }: ExportedClaim, kind: 'evidence' | 'selector', position: number): NamedNode =>
  item(`${kind}:${id.replace(/^claim:/, '')}-${position + 1}`);

export const observationStatements = (observation: ObservationRecord): Quad[] =>
  about(item(observation.id), [
    [type, own('Observation')],
    ...fieldFacts(observation, givenFields(observationFields), observationTerms),
  ]);

export function changesetStatements({ id, author, reason, origin, recordedAt, dataVersion }: ExportedChangeset): Quad[] {
  return about(item(id), [
    [type, [own('Changeset'), term('prov', 'Activity')]],
    [term('prov', 'endedAtTime'), instant(recordedAt)],
    [term('dc', 'creator'), literal(author)],
    [term('schema', 'description'), literal(reason)],
    [own('origin'), literal(origin)],
    [own('dataVersion'), text(dataVersion ?? undefined)],
  ]);
}
