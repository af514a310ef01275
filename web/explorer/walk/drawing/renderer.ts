/** Draws a picture on a canvas by WebGL, and says what is clicked. */
import { MultiDirectedGraph } from 'graphology';
import { animateNodes } from 'sigma/utils';
import { namedOf } from './names.ts';
import { shortened, type DrawnEntity, type DrawnRelation, type Picture } from './picture.ts';
import { optionsOf, type Detail, type GestureWords } from './renderer-options.ts';
import { shapeAttributes } from './sigma-shape.ts';
import { SteadySigma } from './steady-sigma.ts';
import type { Palette } from './theme.ts';

export interface Handlers {
  readonly onEntity: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onRelation: (from: string, to: string) => void;
  readonly onNothing: () => void;
}

/** A larger picture is not moved from place to place, but shown. */
const mostMoved = 1_500;

export class Renderer {
  private readonly graph = new MultiDirectedGraph();
  private readonly sigma: SteadySigma;
  private stopMoving = () => {};
  private entities: readonly DrawnEntity[] = [];
  private extent = 1;
  /** How many pixels a unit of the picture had when names were chosen. */
  private namedAt = 0;

  constructor(
    container: HTMLElement,
    private readonly palette: Palette,
    words: GestureWords,
    detail: Detail,
    handlers: () => Handlers,
  ) {
    this.sigma = new SteadySigma(this.graph, container, optionsOf(palette, words, detail));
    this.sigma.on('beforeRender', () => this.nameAgain());
    this.sigma.on('clickNode', ({ node }) => handlers().onEntity(node));
    this.sigma.on('doubleClickNode', (event) => {
      event.preventSigmaDefault(); // which is to zoom
      handlers().onOpen(event.node);
    });
    this.sigma.on('clickEdge', ({ edge }) => handlers().onRelation(this.graph.source(edge), this.graph.target(edge)));
    this.sigma.on('clickStage', () => handlers().onNothing());
  }

  draw({ entities, relations }: Picture, isStill: boolean): void {
    this.stopMoving();
    const moves = !isStill && this.graph.order > 0 && entities.length <= mostMoved;
    this.drop(entities, relations);
    for (const entity of entities) this.put(entity, moves);
    for (const relation of relations) this.join(relation);
    this.entities = entities;
    this.extent = Math.max(extentOf(entities.map(({ x }) => x)), extentOf(entities.map(({ y }) => y)), 1e-6);
    this.name(this.scale());
    if (moves) this.move(entities);
  }

  /** Marks what is selected: an entity with its relations, or the two ends of a relation and what is between them. */
  select([first, second]: readonly string[]): void {
    const ends = new Set([first, second]);
    this.graph.forEachNode((id) => this.mark('Node', id, ends.has(id)));
    this.graph.forEachEdge((id, _attributes, source, target) => {
      const isBetween = ends.has(source) && ends.has(target);
      this.mark('Edge', id, second === undefined ? ends.has(source) || ends.has(target) : isBetween);
    });
  }

  zoom(by: 'in' | 'out' | 'fit', isStill: boolean): void {
    const camera = this.sigma.getCamera();
    const options = { duration: isStill ? 0 : 200 };
    void (by === 'in' ? camera.zoomIn(options) : by === 'out' ? camera.zoomOut(options) : camera.reset(options));
  }

  kill(): void {
    this.stopMoving();
    this.sigma.kill();
  }

  /** Names have room, or lose it, when the camera has come nearer or gone farther. */
  private nameAgain(): void {
    const scale = this.scale();
    if (scale !== this.namedAt && !this.sigma.getCamera().isAnimating()) this.name(scale);
  }

  /** Shows the names that overlap no other. */
  private name(scale: number): void {
    this.namedAt = scale;
    const named = new Set(namedOf(this.entities, ({ x, y }) => [x * scale, -y * scale]).map(({ id }) => id));
    this.graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, named: named.has(id) ? 'auto' : 'hidden' }));
  }

  /** How many pixels a unit of the picture has, which fits the canvas while the camera is not moved. */
  private scale(): number {
    const { width, height } = this.sigma.getDimensions();
    const room = Math.min(width, height) - 2 * this.sigma.getStagePadding();
    return room / this.extent / this.sigma.getCamera().ratio;
  }

  private mark(what: 'Node' | 'Edge', id: string, isHighlighted: boolean): void {
    if (what === 'Node' && this.sigma.getNodeState(id).isHighlighted !== isHighlighted)
      this.sigma.setNodeState(id, { isHighlighted });
    if (what === 'Edge' && this.sigma.getEdgeState(id).isHighlighted !== isHighlighted)
      this.sigma.setEdgeState(id, { isHighlighted });
  }

  private drop(entities: readonly DrawnEntity[], relations: readonly DrawnRelation[]): void {
    const stay = new Set([...entities, ...relations].map(({ id }) => id));
    for (const id of this.graph.edges()) if (!stay.has(id)) this.graph.dropEdge(id);
    for (const id of this.graph.nodes()) if (!stay.has(id)) this.graph.dropNode(id);
  }

  private put({ id, x, y, kind, label, size, side, isOpen, isOnPath }: DrawnEntity, moves: boolean): void {
    const color = this.palette.isDark ? kind.dark : kind.light;
    const attributes = {
      label,
      shortLabel: shortened(label),
      size,
      side,
      color,
      ...shapeAttributes(kind.shape),
      isOpen,
      isOnPath,
    };
    const isNew = !this.graph.hasNode(id);
    this.graph.mergeNode(id, isNew || !moves ? { ...attributes, x, y } : attributes);
  }

  private join({ id, from, to, label, dash: { dash, gap }, isNamed, isOnPath }: DrawnRelation): void {
    this.graph.mergeEdgeWithKey(id, from, to, { label, dash, gap, isNamed, isOnPath });
  }

  private move(entities: readonly DrawnEntity[]): void {
    this.stopMoving = animateNodes(this.graph, Object.fromEntries(entities.map(({ id, x, y }) => [id, { x, y }])), {
      duration: 400,
    });
  }
}

const extentOf = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), -Infinity) -
  values.reduce((least, value) => Math.min(least, value), Infinity);
