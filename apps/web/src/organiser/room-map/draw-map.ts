import type { Kind } from '@tsunagu/contracts';
import type { Layout, PlacedLink, PlacedNode } from './lay-out.js';

export interface View { scale: number; x: number; y: number }
export interface Colours extends Record<Kind, string> { ink: string; soft: string; line: string; card: string; role: string }
export interface MapPicture { layout: Layout; view: View; width: number; height: number; density: number; colours: Colours; chosen: string | undefined }

const KINDS: Kind[] = ['skill', 'interest', 'seeking'];
const MOST_LABELS = 70;
const FADED = 0.12;
const FONT = '"Hiragino Sans", "BIZ UDPGothic", "Noto Sans JP", "Noto Sans CJK JP", sans-serif';

/** Paints the map. Lines and dots of one colour are one path each: a thousand of them cost what a few paths cost. */
export function drawMap(context: CanvasRenderingContext2D, { layout, view, width, height, density, colours, chosen }: MapPicture): void {
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  context.translate(width / 2 + view.x, height / 2 + view.y);
  context.scale(view.scale, view.scale);
  const near = chosen === undefined ? undefined : neighbours(layout.links, chosen);
  drawLinks(context, layout.links, colours, chosen, view.scale);
  drawNodes(context, layout.nodes, colours, near);
  drawLabels(context, layout.nodes, colours, near, view.scale);
}

function neighbours(links: readonly PlacedLink[], id: string): Set<string> {
  const near = new Set([id]);
  for (const { source, target } of links) {
    if (source.id === id) near.add(target.id);
    if (target.id === id) near.add(source.id);
  }
  return near;
}

function drawLinks(context: CanvasRenderingContext2D, links: readonly PlacedLink[], colours: Colours, chosen: string | undefined, scale: number): void {
  for (const kind of KINDS) {
    for (const lit of [false, true]) {
      context.beginPath();
      for (const { source, target, kind: own } of links) {
        if (own !== kind || (source.id === chosen || target.id === chosen) !== lit) continue;
        context.moveTo(source.x, source.y);
        context.lineTo(target.x, target.y);
      }
      context.strokeStyle = colours[kind];
      context.globalAlpha = lit ? 0.9 : chosen === undefined ? 0.28 : FADED;
      context.lineWidth = (lit ? 2 : 1) / Math.max(0.6, scale);
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

const mainKind = ({ kinds }: { kinds: Record<Kind, number> }): Kind => KINDS.reduce((best, kind) => (kinds[kind] > kinds[best] ? kind : best));

function drawNodes(context: CanvasRenderingContext2D, nodes: readonly PlacedNode[], colours: Colours, near: Set<string> | undefined): void {
  const groups = new Map<string, PlacedNode[]>();
  for (const node of nodes) {
    const colour = node.type === 'person' ? colours.soft : node.role ? colours.role : colours[mainKind(node)];
    const key = `${!near || near.has(node.id) ? 1 : FADED} ${colour}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  for (const [key, members] of groups) {
    const [alpha, ...colour] = key.split(' ');
    context.beginPath();
    for (const { x, y, radius } of members) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, 2 * Math.PI);
    }
    context.globalAlpha = Number(alpha);
    context.fillStyle = colour.join(' ');
    context.fill();
  }
  context.globalAlpha = 1;
}

interface Box { left: number; right: number; top: number; bottom: number }
const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Names, the largest first; one that would lie over another waits until there is room. */
function drawLabels(context: CanvasRenderingContext2D, nodes: readonly PlacedNode[], colours: Colours, near: Set<string> | undefined, scale: number): void {
  const named = near
    ? nodes.filter(({ id }) => near.has(id)).slice(0, MOST_LABELS)
    : nodes.filter((node) => node.type === 'topic' || scale > 1.6).sort((a, b) => b.size - a.size).slice(0, MOST_LABELS);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.strokeStyle = colours.card;
  const taken: Box[] = [];
  for (const node of named) {
    const size = (node.type === 'person' ? 12 : 12 + Math.min(8, node.radius / 3)) / scale ** 0.65;
    context.font = `${node.type === 'person' ? 500 : 700} ${size}px ${FONT}`;
    context.lineWidth = size / 3.5;
    const y = node.y + node.radius + size * 0.75;
    const half = context.measureText(node.label).width / 2;
    const box = { left: node.x - half, right: node.x + half, top: y - size * 0.6, bottom: y + size * 0.6 };
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    context.strokeText(node.label, node.x, y);
    context.fillStyle = node.type === 'person' ? colours.soft : colours.ink;
    context.fillText(node.label, node.x, y);
  }
}
