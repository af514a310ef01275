/**
 * Where everything is drawn. The same steps always give the same picture: entities begin at places that their ids choose,
 * around the one that brought them, and the forces run for a fixed number of rounds. What was placed before moves little.
 */
import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Addition, Point, Positions } from './addition.ts';

/** The pictures of the steps so far, by what they add: a step that was laid out before is not laid out again. */
export class Layouts {
  private readonly pictures = new Map<string, Positions>();

  of(additions: readonly Addition[]): Positions {
    let [key, positions]: [string, Positions] = ['', new Map()];
    for (const [index, addition] of additions.entries()) {
      key = keyOf(key, addition);
      const picture = this.pictures.get(key) ?? grown(positions, additions.slice(0, index + 1));
      this.pictures.set(key, picture);
      positions = picture;
    }
    return positions;
  }
}

/** The picture after its last step. */
function grown(before: Positions, additions: readonly Addition[]): Positions {
  const graph = new UndirectedGraph();
  for (const { around, entities, relations } of additions) {
    const centre = (around === undefined ? undefined : before.get(around)) ?? { x: 0, y: 0 };
    for (const id of entities) graph.addNode(id, { ...(before.get(id) ?? placed(id, centre, entities.length)) });
    for (const [from, to] of relations) if (from !== to) graph.mergeEdge(from, to);
  }
  if (graph.order > 1) forceAtlas2.assign(graph, { iterations: roundsOf(graph.order), settings: settingsOf(graph.order) });
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x: Number(x), y: Number(y) }]));
}

/** A large graph is not moved for long: 5,000 entities take some seconds. */
const roundsOf = (order: number): number => Math.round(Math.min(400, Math.max(60, 60_000 / order)));

const settingsOf = (order: number) => ({
  ...forceAtlas2.inferSettings(order),
  gravity: 0.4, // opened entities stay near each other
  barnesHutOptimize: order > 500,
});

function placed(id: string, { x, y }: Point, among: number): Point {
  const chosen = hash(id);
  const angle = ((chosen % 3600) / 3600) * 2 * Math.PI;
  const radius = 10 + Math.sqrt(among) * (1 + (Math.floor(chosen / 3600) % 100) / 100) * 4;
  return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

const keyOf = (before: string, { around, entities, relations }: Addition): string =>
  `${hash(`${before} ${around} ${entities.join(' ')} ${relations.join(' ')}`)}:${before.length + entities.length}:${relations.length}`;
