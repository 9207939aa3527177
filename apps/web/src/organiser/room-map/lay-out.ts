import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type Simulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import type { MapGraph, MapLink, MapNode } from './build-graph.js';

export type PlacedNode = MapNode & SimulationNodeDatum & { x: number; y: number; radius: number };
export type PlacedLink = SimulationLinkDatum<PlacedNode> & { source: PlacedNode; target: PlacedNode; kind: MapLink['kind'] };

const radiusOf = (node: MapNode): number => (node.type === 'person' ? 4 : Math.min(22, 5 + 2.2 * Math.sqrt(node.size)));
/** Whom nothing ties to the others would drift to the edge and make all the rest small. */
const inward = ({ size }: PlacedNode): number => (size === 0 ? 3 : 1);
/** How roughly what is far away counts; the first steps are rough, since they run before the browser has compiled them. */
const [ROUGH, EXACT, ROUGH_STEPS] = [3, 1.1, 3];
/** A new node begins near the middle, each at an angle of its own, so that a layout is the same every time. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places a graph so that people with the same topics lie together. What stays keeps its place when the graph changes:
 * the map moves, it does not jump. Coordinates have their origin in the middle.
 */
export class Layout {
  nodes: PlacedNode[] = [];
  /** topics and people, those with most ties first */
  largestFirst: PlacedNode[] = [];
  links: PlacedLink[] = [];
  readonly #simulation: Simulation<PlacedNode, PlacedLink>;
  readonly #apart = forceManyBody<PlacedNode>().strength((node) => (node.type === 'person' ? -30 : -140)).distanceMax(320);
  #steps = 0;

  constructor() {
    this.#simulation = forceSimulation<PlacedNode, PlacedLink>([]).stop()
      .force('apart', this.#apart)
      .force('x', forceX<PlacedNode>(0).strength((node) => 0.04 * inward(node))).force('y', forceY<PlacedNode>(0).strength((node) => 0.085 * inward(node)))
      .force('touch', forceCollide<PlacedNode>((node) => node.radius + (node.type === 'person' ? 3 : 14)));
  }

  set(graph: MapGraph): void {
    const old = new Map(this.nodes.map((node) => [node.id, node]));
    const first = this.nodes.length === 0;
    this.nodes = graph.nodes.map((node, place) => {
      const known = old.get(node.id);
      const far = 14 * Math.sqrt(place + 0.5);
      return Object.assign(known ?? { x: far * Math.cos(place * GOLDEN), y: far * Math.sin(place * GOLDEN) }, node, { radius: radiusOf(node) }) as PlacedNode;
    });
    this.largestFirst = [...this.nodes].sort((a, b) => b.size - a.size);
    const byId = new Map(this.nodes.map((node) => [node.id, node]));
    this.links = graph.links.map(({ source, target, kind }) => ({ source: byId.get(source)!, target: byId.get(target)!, kind }));
    this.#simulation.nodes(this.nodes).force('ties', forceLink<PlacedNode, PlacedLink>(this.links).distance(56).strength(0.25));
    this.#simulation.alpha(first ? 1 : Math.max(0.25, this.#simulation.alpha()));
  }

  get settled(): boolean {
    return this.#simulation.alpha() <= this.#simulation.alphaMin();
  }

  /** Works for about so many milliseconds. @param now a clock in milliseconds */
  work(milliseconds: number, now: () => number): void {
    const end = now() + milliseconds;
    do {
      this.#apart.theta(this.#steps++ < ROUGH_STEPS ? ROUGH : EXACT);
      this.#simulation.tick();
    } while (!this.settled && now() < end);
  }

  /** The node under a point, or undefined. */
  at(x: number, y: number, slack: number): PlacedNode | undefined {
    return this.nodes.filter((node) => Math.hypot(node.x - x, node.y - y) <= node.radius + slack).sort((a, b) => Math.hypot(a.x - x, a.y - y) - Math.hypot(b.x - x, b.y - y))[0];
  }

  /** The box that holds everything. */
  box(): { left: number; top: number; right: number; bottom: number } {
    const [xs, ys] = [this.nodes.map(({ x }) => x), this.nodes.map(({ y }) => y)];
    return { left: Math.min(...xs, -60), right: Math.max(...xs, 60), top: Math.min(...ys, -60), bottom: Math.max(...ys, 60) };
  }
}
