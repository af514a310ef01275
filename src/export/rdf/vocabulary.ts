/** The graph's RDF terms: those of well-known vocabularies where they fit, and its own. */
import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3';
import { labels, type Label, type RelationType } from '../../model/model.js';

/** The namespace of the graph's own names; nobody has to own or serve it. An id follows it unchanged. */
const base = 'urn:policygraph:';
/** The graph's own types, relations and properties. */
const ownTerms = `${base}term:`;
/** The namespaces of ids, and of types, relations and properties. */
export const namespaces = { ids: base, terms: ownTerms };
/** The schemes of codes, percent-encoded. */
const schemes = `${base}scheme:`;

const vocabularies = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  measure: 'http://purl.org/linked-data/sdmx/2009/measure#',
  dimension: 'http://purl.org/linked-data/sdmx/2009/dimension#',
  attribute: 'http://purl.org/linked-data/sdmx/2009/attribute#',
} as const;

/** Names that stand for the beginning of an IRI: an id of the graph, such as region:CN, is its own short form. */
export const prefixes: Readonly<Record<string, string>> = {
  ...vocabularies,
  term: ownTerms,
  scheme: schemes,
  ...Object.fromEntries(
    [...labels.map((label) => label.toLowerCase()), 'claim', 'observation', 'changeset', 'evidence', 'selector'].map((name) => [
      name,
      `${base}${name}:`,
    ]),
  ),
};

const namedNode = (iri: string): NamedNode => DataFactory.namedNode(iri);

/** A text, with its language or its datatype. */
export const literal = (value: string, of?: string | NamedNode): Literal => DataFactory.literal(value, of);
export const quad = (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal): Quad =>
  DataFactory.quad(subject, predicate, object);

/** `term('skos', 'prefLabel')`. */
export const term = (vocabulary: keyof typeof vocabularies, name: string): NamedNode =>
  namedNode(`${vocabularies[vocabulary]}${name}`);
export const own = (name: string): NamedNode => namedNode(`${ownTerms}${name}`);
/** The IRI of an id in the graph. Clients choose changesets' ids, so characters that an IRI must not contain are encoded. */
export const item = (id: string): NamedNode => namedNode(`${base}${encodeURI(id.toWellFormed())}`);
export const scheme = (name: string): NamedNode => namedNode(`${schemes}${encodeURIComponent(name.toWellFormed())}`);

/** The datatype of the Library of Congress for dates in EDTF. */
export const edtf = namedNode('http://id.loc.gov/datatypes/edtf');

/** An entity's type in other vocabularies. No other vocabulary has a term that fits a program. */
export const typesOf: Readonly<Partial<Record<Label, readonly NamedNode[]>>> = {
  Policy: [term('schema', 'Legislation')],
  Agency: [term('schema', 'GovernmentOrganization'), term('prov', 'Agent')],
  Organization: [term('schema', 'Organization'), term('prov', 'Agent')],
  Person: [term('schema', 'Person'), term('prov', 'Agent')],
  Region: [term('schema', 'Place')],
  Sector: [term('skos', 'Concept')],
  Product: [term('schema', 'Product')],
  Topic: [term('skos', 'Concept')],
  Event: [term('schema', 'Event')],
  Indicator: [term('skos', 'Concept')],
  Document: [term('schema', 'CreativeWork'), term('prov', 'Entity')],
};

/** Relations that also have a term elsewhere. */
export const relationTerms: Readonly<Partial<Record<RelationType, NamedNode>>> = {
  PART_OF: term('skos', 'broader'),
  INCLUDES: term('skos', 'narrower'),
  LOCATED_IN: term('schema', 'location'),
  OWNS: term('schema', 'owns'),
  HAS_TOPIC: term('dcterms', 'subject'),
};

const propertyTerms: Readonly<Record<string, NamedNode>> = {
  title: term('dcterms', 'title'),
  publishedOn: term('dcterms', 'issued'),
  publisher: term('dc', 'publisher'),
  language: term('dc', 'language'),
  url: term('schema', 'url'),
  startedOn: term('schema', 'startDate'),
  endedOn: term('schema', 'endDate'),
};

export const propertyTerm = (name: string): NamedNode => propertyTerms[name] ?? own(name);

/** Fields of claims and of observations that have a term elsewhere. */
export const claimTerms: Readonly<Record<string, NamedNode>> = { attributedTo: term('prov', 'wasAttributedTo') };
export const observationTerms: Readonly<Record<string, NamedNode>> = {
  region: term('dimension', 'refArea'),
  period: term('dimension', 'refPeriod'),
  value: term('measure', 'obsValue'),
  unit: term('attribute', 'unitMeasure'),
};
