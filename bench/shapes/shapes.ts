import { evidence } from './evidence.js';
import { hops } from './hops.js';
import { hubs } from './hubs.js';
import { lists } from './lists.js';
import type { Shape } from './shape.js';

export const shapes: readonly Shape[] = [...hops, ...lists, ...hubs, ...evidence];
