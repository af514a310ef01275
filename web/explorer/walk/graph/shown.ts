/** What is shown: the entities and relations that the open entities and the connections bring, each once. */
import type { FragmentOf } from '../../api/graphql.ts';
import type { entityLink } from '../../parts/entity-link.tsx';
import type { Certainty, Connection, Neighbour } from '../operations.ts';
import type { Addition } from '../layout/addition.ts';

type Entity = FragmentOf<typeof entityLink>;

/** An open entity, as far as its relations are loaded. */
export interface Opened {
  readonly entity: Entity;
  readonly neighbours: readonly Neighbour[];
  readonly total: number;
}

export interface ShownEntity {
  readonly entity: Entity;
  /** How many relations it has that the types allow; unknown of what only a connection passes. */
  readonly total: number | undefined;
  /** How many of them its pages hold; undefined while it is closed. */
  readonly loaded: number | undefined;
  readonly isOnPath: boolean;
}

export interface ShownRelation {
  readonly id: string;
  readonly type: Neighbour['type'];
  readonly from: string;
  readonly to: string;
  readonly certainty: Certainty;
  readonly validity: Neighbour['validity'];
  readonly isOnPath: boolean;
}

export interface Shown {
  readonly entities: ReadonlyMap<string, ShownEntity>;
  readonly relations: ReadonlyMap<string, ShownRelation>;
  /** What each step adds, for a layout that grows as the graph did. */
  readonly additions: readonly Addition[];
}

interface Loaded {
  /** Whether the first of the open entities is where the walk begins. */
  readonly hasBeginning: boolean;
  /** In the order of opening; undefined where an id is unknown. */
  readonly opened: readonly (Opened | undefined)[];
  readonly paths: readonly Connection[];
}

/** Where the walk begins comes first, then the connections, then what each open entity brings; one that is out of reach brings nothing. */
export function shownOf({ hasBeginning, opened, paths }: Loaded): Shown {
  const shown = new Growing();
  const [beginning, others] = hasBeginning ? [opened[0], opened.slice(1)] : [undefined, opened];
  if (beginning !== undefined) shown.open(beginning);
  if (paths.length > 0) shown.addPaths(paths);
  for (const each of others) if (each !== undefined && shown.entities.has(each.entity.id)) shown.open(each);
  return shown;
}

class Growing implements Shown {
  readonly entities = new Map<string, ShownEntity>();
  readonly relations = new Map<string, ShownRelation>();
  readonly additions: Addition[] = [];

  addPaths(paths: readonly Connection[]): void {
    this.addition(undefined, () => {
      for (const { nodes, relations } of paths) {
        for (const entity of nodes) this.addEntity({ entity, total: undefined, loaded: undefined, isOnPath: true });
        for (const { id, type, from, to, certainty, validity } of relations)
          this.addRelation({ id, type, from: from.id, to: to.id, certainty, validity, isOnPath: true });
      }
    });
  }

  open({ entity, neighbours, total }: Opened): void {
    this.addition(this.entities.has(entity.id) ? entity.id : undefined, () => {
      this.addEntity({ entity, total, loaded: neighbours.length, isOnPath: false });
      for (const { relationId, node, direction, type, certainty, validity } of neighbours) {
        this.addEntity({ entity: node, total: node.relations.totalCount, loaded: undefined, isOnPath: false });
        const [from, to] = direction === 'IN' ? [node.id, entity.id] : [entity.id, node.id];
        this.addRelation({ id: relationId, type, from, to, certainty, validity, isOnPath: false });
      }
    });
  }

  private addEntity(entity: ShownEntity): void {
    const { id } = entity.entity;
    const before = this.entities.get(id);
    this.entities.set(id, {
      entity: before?.entity ?? entity.entity,
      total: entity.total ?? before?.total,
      loaded: entity.loaded ?? before?.loaded,
      isOnPath: entity.isOnPath || before?.isOnPath === true,
    });
  }

  private addRelation(relation: ShownRelation): void {
    const isOnPath = relation.isOnPath || this.relations.get(relation.id)?.isOnPath === true;
    this.relations.set(relation.id, { ...relation, isOnPath });
  }

  private addition(around: string | undefined, add: () => void): void {
    const [entities, relations] = [this.entities.size, this.relations.size];
    add();
    this.additions.push({
      around,
      entities: [...this.entities.keys()].slice(entities),
      relations: [...this.relations.values()].slice(relations).map(({ from, to }) => [from, to]),
    });
  }
}
