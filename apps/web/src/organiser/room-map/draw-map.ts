import type { Kind } from '@tsunagu/contracts';
import { drawSprite, type LabelSprites } from './label-sprites.js';
import type { Layout, PlacedLink, PlacedNode } from './lay-out.js';

export interface View { scale: number; x: number; y: number }
export interface Colours extends Record<Kind, string> { ink: string; soft: string; line: string; card: string; role: string }
export interface MapPicture { layout: Layout; labels: LabelSprites; view: View; width: number; height: number; density: number; colours: Colours; chosen: string | undefined }

const KINDS: Kind[] = ['skill', 'interest', 'seeking'];
const MOST_LABELS = 70;
const FADED = 0.12;
/** Under one pixel a browser draws hairlines; a rounding above it, three thousand lines become outlines and take 130 ms. */
const HAIRLINE = 0.95;
/** For names that have not been painted yet, of each frame. */
const PAINT_MS = 5;

/**
 * Paints the map. Lines and dots of one colour are one path each: a thousand of them cost what a few paths cost.
 * @returns false where it is to be painted again, since not all names are there yet
 */
export function drawMap(context: CanvasRenderingContext2D, picture: MapPicture): boolean {
  const { layout, view, width, height, density, colours, chosen } = picture;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  context.translate(width / 2 + view.x, height / 2 + view.y);
  context.scale(view.scale, view.scale);
  const near = chosen === undefined ? undefined : neighbours(layout.links, chosen);
  drawLinks(context, layout.links, colours, chosen, view.scale);
  drawNodes(context, layout.nodes, colours, near);
  return drawLabels(context, picture, near);
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
      context.lineWidth = (lit ? 2 : HAIRLINE) / Math.max(0.6, scale);
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

/**
 * Names, the largest first; one that would lie over another waits until there is room.
 * @returns false where some are still to be painted: draw again
 */
function drawLabels(context: CanvasRenderingContext2D, { layout, view: { scale }, colours, labels, density }: MapPicture, near: Set<string> | undefined): boolean {
  const named = (near ? layout.largestFirst.filter(({ id }) => near.has(id)) : layout.largestFirst.filter(({ type }) => type === 'topic' || scale > 1.6)).slice(0, MOST_LABELS);
  const now = (): number => performance.now();
  const until = now() + PAINT_MS;
  const taken: Box[] = [];
  let complete = true;
  for (const node of named) {
    const letters = node.type === 'person' ? 12 : Math.round(12 + Math.min(8, node.radius / 3));
    const size = letters / scale ** 0.65;
    const sprite = labels.find(node.label, { size: letters, weight: node.type === 'person' ? 500 : 700, ink: node.type === 'person' ? colours.soft : colours.ink, ground: colours.card, density }, until, now);
    if (!sprite) {
      complete = false;
      continue;
    }
    const y = node.y + node.radius + size * 0.75;
    const half = sprite.wide * size / 2;
    const box = { left: node.x - half, right: node.x + half, top: y - size * 0.6, bottom: y + size * 0.6 };
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    drawSprite(context, sprite, node.x, y, size);
  }
  return complete;
}
