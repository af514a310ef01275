import { entities } from './entities.js';
import type { ListedModel } from './properties.js';
import { records, type Listed } from './records.js';

/** What is listed: entities by their labels, claims and observations. */
export const listedModels: Readonly<Record<Listed, ListedModel>> = { ...entities, ...records };

/** Claims and observations are nodes, but no entities. */
export const isRecord = (listed: Listed | 'Entity'): listed is keyof typeof records => Object.hasOwn(records, listed);
