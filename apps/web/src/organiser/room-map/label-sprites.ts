import { CANVAS_FONT } from '../../look/canvas-font.js';

/** Painted a little larger than shown, so that a label stays sharp when the map is zoomed in. */
const FINER = 1.4;
/** Of the letters' size: a line of the ground's colour around them, and room above and below. */
const HALO = 1 / 3.5;
const HEIGHT = 1.5;
const MOST = 600;

export interface Sprite { canvas: HTMLCanvasElement; /** widths of the letters against their size */ wide: number }
interface Look { size: number; weight: number; ink: string; ground: string; density: number }

/**
 * Names painted once and then copied: outlined Japanese letters take a browser without a graphics card a hundred times as
 * long as a copy. A frame that finds many new names paints some of them and leaves the rest to the next one.
 */
export class LabelSprites {
  readonly #made = new Map<string, Sprite>();

  /** All names are to be painted anew: other colours. */
  clear(): void {
    this.#made.clear();
  }

  /** @param until a moment of `now` after which nothing more is painted; undefined where the name has to wait for it */
  find(label: string, look: Look, until: number, now: () => number): Sprite | undefined {
    const key = `${look.weight} ${look.size} ${look.density} ${label}`;
    const known = this.#made.get(key);
    if (known || now() >= until) return known;
    if (this.#made.size >= MOST) this.#made.clear();
    const made = paint(label, look);
    this.#made.set(key, made);
    return made;
  }
}

function paint(label: string, { size, weight, ink, ground, density }: Look): Sprite {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const pixels = size * density * FINER;
  const font = `${weight} ${pixels}px ${CANVAS_FONT}`;
  context.font = font;
  const width = context.measureText(label).width;
  canvas.width = Math.ceil(width + pixels * HALO * 2);
  canvas.height = Math.ceil(pixels * HEIGHT);
  Object.assign(context, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round', lineWidth: pixels * HALO, strokeStyle: ground, fillStyle: ink });
  context.strokeText(label, canvas.width / 2, canvas.height / 2);
  context.fillText(label, canvas.width / 2, canvas.height / 2);
  return { canvas, wide: width / pixels };
}

/** Draws a label around a point, in letters of a size. */
export function drawSprite(context: CanvasRenderingContext2D, { canvas }: Sprite, x: number, y: number, size: number): void {
  const height = size * HEIGHT;
  const width = height * (canvas.width / canvas.height);
  context.drawImage(canvas, x - width / 2, y - height / 2, width, height);
}
