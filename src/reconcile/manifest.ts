/** What the service is and can do, as each version of the protocol says it. */
import { labels } from '../model/model.js';
import { searchWork } from '../graph/loaders/search-loader.js';
import { limits } from '../limits.js';
import { programVersion } from '../program-version.js';
import { namespaces } from '../export/rdf/vocabulary.js';
import { typeName } from './answers.js';
import { cell, mostQueries } from './input.js';

export type Version = '0.2' | '1.0-draft';
const versions: readonly Version[] = ['0.2', '1.0-draft'];

export interface ManifestOptions {
  /** Where the service is: "https://example.org/graph". */
  readonly base: string;
  /** How many entities the graph has. */
  readonly entities: number;
  /** Whether requests need a key. */
  readonly isClosed: boolean;
}

const size = { width: 430, height: 240 };

const limit = {
  type: 'number',
  default: 0,
  help: `The most values of a cell; 0 for as many as there are, up to ${cell.value}.`,
} as const;

/** Of OpenAPI, and of Swagger 2 alike. */
const keys = {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  description: 'A key of the role READER or above: "Bearer KEY".',
} as const;

export const manifestOf = (version: Version, options: ManifestOptions): object => ({
  versions,
  name: 'PolicyGraph',
  serviceVersion: programVersion,
  defaultTypes: labels.map(typeName),
  batchSize: batchSize(options.entities),
  ...(options.isClosed ? { authentication: keys } : {}),
  ...(version === '0.2' ? secondManifest(options) : firstManifest(options)),
});

/** As many queries as are sure to fit the work that one operation may take; more are accepted, and are refused when they do not. */
const batchSize = (entities: number): number =>
  Math.max(1, Math.min(mostQueries.value, Math.floor(limits.operation.work.value / searchWork(entities))));

const firstManifest = ({ base }: ManifestOptions) => ({
  lang: 'en',
  view: { url: `${base}/entity/{id}` },
  preview: { url: `${base}/reconcile/preview?id={{id}}`, ...size }, // the test bench still reads the address from here
  suggest: { entity: true, property: true, type: true },
  extend: {
    proposeProperties: true,
    propertySettings: [{ id: 'limit', name: 'Limit', type: limit.type, default: limit.default, helpText: limit.help }],
  },
  standardizedScore: true,
});

const secondManifest = ({ base }: ManifestOptions) => ({
  identifierSpace: namespaces.ids,
  schemaSpace: namespaces.terms,
  view: { url: `${base}/entity/{{id}}` },
  preview: { url: `${base}/reconcile/preview?id={{id}}`, ...size },
  suggest: Object.fromEntries(
    ['entity', 'property', 'type'].map((kind) => [
      kind,
      {
        service_url: base,
        service_path: `/reconcile/suggest/${kind}`,
        flyout_service_path: `/reconcile/flyout/${kind}?id=\${id}`,
      },
    ]),
  ),
  extend: {
    propose_properties: { service_url: base, service_path: '/reconcile/extend/propose' },
    property_settings: [{ name: 'limit', label: 'Limit', type: limit.type, default: limit.default, help_text: limit.help }],
  },
});
