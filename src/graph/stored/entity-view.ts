/** Entities as the API shows them. */
import { entities, labels, type EntityModel, type Label } from '../../model/model.js';
import { dateOf } from './fields.js';
import { lazyView, type Parts } from './lazy-view.js';
import type { Code, Name } from './record-types.js';
import { entityOwn, ownLabel } from './storage.js';

export type Properties = Readonly<Record<string, unknown>>;

export interface NodeRow {
  readonly node: Properties;
  readonly labels: readonly string[];
  /** What the claims that were known at an instant give, when one is requested; it replaces the node's own properties. */
  readonly claimed?: Properties;
}

/** An entity with everything that its node holds, including the model's properties of its label. */
export interface Entity {
  readonly id: string;
  readonly label: Label;
  readonly version: number;
  readonly name: string;
  readonly names: readonly Name[];
  readonly description: string | undefined;
  readonly codes: readonly Code[];
  readonly identifiers: readonly Code[];
  /** When the graph first had it. */
  readonly recordedAt: string | undefined;
  readonly [property: string]: unknown;
}

export const entityOf = (row: NodeRow): Entity => new views[ownLabel(row.labels)](row);

/** The parts that every entity has. */
const common: Parts<NodeRow> = {
  id: ({ node }) => node['id'],
  label: (row) => ownLabel(row.labels),
  version: ({ node }) => node['version'] ?? 1,
  name: ({ node }) => node['name'],
  names: (row) => entityOwn(row).names,
  description: ({ node }) => node['description'] ?? undefined,
  codes: (row) => entityOwn(row).codes,
  identifiers: (row) => entityOwn(row).identifiers,
  recordedAt: ({ node }) => node['recordedAt'] ?? undefined,
};

type View = new (row: NodeRow) => Entity;
const views = Object.fromEntries(labels.map((label) => [label, viewOf(label)])) as Readonly<Record<Label, View>>;

function viewOf(label: Label): View {
  const model: EntityModel['properties'] = entities[label].properties;
  const own = Object.entries(model).map(([name, { type }]): [string, (row: NodeRow) => unknown] => [
    name,
    type === 'date' ? (row) => dateOf(nodeOf(row), name) : (row) => nodeOf(row)[name] ?? undefined,
  ]);
  return lazyView<NodeRow, Entity>({ ...Object.fromEntries(own), ...common });
}

const nodeOf = ({ node, claimed }: NodeRow): Properties => (claimed === undefined ? node : { ...node, ...claimed });
