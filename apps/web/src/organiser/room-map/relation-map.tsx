import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from '../../look/translation.js';
import type { MapGraph } from './build-graph.js';
import { drawMap, type Colours, type View } from './draw-map.js';
import { LabelSprites } from './label-sprites.js';
import { Layout } from './lay-out.js';

/** Of each frame; the rest is for drawing and for whatever else the page does. */
const WORK_MS = 7;
const SLACK = 6;
const [SMALLEST, LARGEST] = [0.2, 4];

function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return { skill: of('skill'), interest: of('interest'), seeking: of('seeking'), ink: of('ink'), soft: of('soft'), line: of('line'), card: of('card'), role: of('indigo') };
}

/** The map's life outside of React: sixty frames a second must not be sixty renderings. */
class MapStage {
  readonly layout = new Layout();
  readonly #labels = new LabelSprites();
  view: View = { scale: 1, x: 0, y: 0 };
  chosen: string | undefined;
  /** until somebody moves the map it keeps everything in sight */
  #fits = true;
  #frame = 0;
  #drawn = false;
  #colours: Colours;
  readonly #context: CanvasRenderingContext2D;
  readonly #sizes: ResizeObserver;
  readonly #theme = matchMedia('(prefers-color-scheme: dark)');
  readonly #still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(readonly canvas: HTMLCanvasElement) {
    this.#context = canvas.getContext('2d')!;
    this.#colours = readColours(canvas);
    this.#sizes = new ResizeObserver(() => this.wake());
    this.#sizes.observe(canvas);
    this.#theme.addEventListener('change', this.#recolour);
  }

  set(graph: MapGraph): void {
    this.layout.set(graph);
    this.wake();
  }

  choose(id: string | undefined): void {
    this.chosen = id;
    this.wake();
  }

  wake(): void {
    this.#frame ||= requestAnimationFrame(() => this.#step());
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
    this.#sizes.disconnect();
    this.#theme.removeEventListener('change', this.#recolour);
  }

  /** Where a point of the page lies on the map. */
  toMap(clientX: number, clientY: number): { x: number; y: number } {
    const box = this.canvas.getBoundingClientRect();
    return { x: (clientX - box.left - box.width / 2 - this.view.x) / this.view.scale, y: (clientY - box.top - box.height / 2 - this.view.y) / this.view.scale };
  }

  zoom(factor: number, around?: { clientX: number; clientY: number }): void {
    this.#fits = false;
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.view.scale * factor));
    const kept = around ? this.toMap(around.clientX, around.clientY) : { x: -this.view.x / this.view.scale, y: -this.view.y / this.view.scale };
    this.view = { scale, x: this.view.x + kept.x * (this.view.scale - scale), y: this.view.y + kept.y * (this.view.scale - scale) };
    this.wake();
  }

  move(x: number, y: number): void {
    this.#fits = false;
    this.view = { ...this.view, x: this.view.x + x, y: this.view.y + y };
    this.wake();
  }

  fit(): void {
    this.#fits = true;
    this.wake();
  }

  #recolour = (): void => {
    this.#colours = readColours(this.canvas);
    this.#labels.clear();
    this.wake();
  };

  #step(): void {
    this.#frame = 0;
    // the first frame of all shows where everything begins, and leaves the first step of the layout to the next
    if (this.#drawn && !this.layout.settled) this.layout.work(WORK_MS, () => performance.now());
    // who wants nothing to move sees where everything has come to lie, and not the way there
    if (this.#drawn && this.#still.matches && !this.layout.settled) { this.wake(); return; }
    this.#drawn = true;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const density = Math.min(2, devicePixelRatio);
    if (this.canvas.width !== Math.round(width * density) || this.canvas.height !== Math.round(height * density)) {
      this.canvas.width = Math.round(width * density);
      this.canvas.height = Math.round(height * density);
    }
    if (this.#fits) this.#fit(width, height);
    const complete = drawMap(this.#context, { layout: this.layout, labels: this.#labels, view: this.view, width, height, density, colours: this.#colours, chosen: this.chosen });
    if (!this.layout.settled || !complete) this.wake();
  }

  #fit(width: number, height: number): void {
    const { left, right, top, bottom } = this.layout.box();
    const scale = Math.min(1.6, (width - 110) / (right - left), (height - 90) / (bottom - top));
    this.view = { scale, x: -((left + right) / 2) * scale, y: -((top + bottom) / 2) * scale };
  }
}

/** Moves and zooms by pointer, and tells what is under it. */
function listen(stage: MapStage, onChoose: (id: string | undefined) => void): () => void {
  const { canvas } = stage;
  let from: { x: number; y: number; moved: boolean } | undefined;
  const under = (event: PointerEvent): string | undefined => {
    const { x, y } = stage.toMap(event.clientX, event.clientY);
    return stage.layout.at(x, y, SLACK / stage.view.scale)?.id;
  };
  const down = (event: PointerEvent): void => {
    from = { x: event.clientX, y: event.clientY, moved: false };
    canvas.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (!from) { canvas.style.cursor = under(event) ? 'pointer' : 'grab'; return; }
    if (!from.moved && Math.hypot(event.clientX - from.x, event.clientY - from.y) < 4) return;
    stage.move(event.clientX - from.x, event.clientY - from.y);
    from = { x: event.clientX, y: event.clientY, moved: true };
  };
  const up = (event: PointerEvent): void => {
    if (from && !from.moved) onChoose(under(event));
    from = undefined;
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    stage.zoom(1.0015 ** -event.deltaY, event);
  };
  const heard = { pointerdown: down, pointermove: move, pointerup: up, wheel } as const;
  for (const [name, listener] of Object.entries(heard)) canvas.addEventListener(name, listener as EventListener, { passive: false });
  return () => { for (const [name, listener] of Object.entries(heard)) canvas.removeEventListener(name, listener as EventListener); };
}

/** People and topics as a picture. What it shows stands beside it as a list: the picture is not the only way to it. */
export function RelationMap({ graph, chosen, onChoose }: { graph: MapGraph; chosen: string | undefined; onChoose: (id: string | undefined) => void }) {
  const { t } = useTranslation('room');
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useStage(canvas, onChoose);
  useEffect(() => stage.current?.set(graph), [stage, graph]);
  useEffect(() => stage.current?.choose(chosen), [stage, chosen]);
  return (
    <div className="map">
      <canvas ref={canvas} className="map-canvas" role="img" aria-label={t('map.picture', { topics: graph.nodes.filter(({ type }) => type === 'topic').length, people: graph.nodes.filter(({ type }) => type === 'person').length })} />
      <div className="map-buttons">
        <button type="button" className="button button-round" aria-label={t('map.larger')} onClick={() => stage.current?.zoom(1.4)}>+</button>
        <button type="button" className="button button-round" aria-label={t('map.smaller')} onClick={() => stage.current?.zoom(1 / 1.4)}>−</button>
        <button type="button" className="button" onClick={() => stage.current?.fit()}>{t('map.all')}</button>
      </div>
    </div>
  );
}

function useStage(canvas: RefObject<HTMLCanvasElement | null>, onChoose: (id: string | undefined) => void): RefObject<MapStage | null> {
  const stage = useRef<MapStage>(null);
  const tell = useRef(onChoose);
  tell.current = onChoose;
  useEffect(() => {
    const made = new MapStage(canvas.current!);
    stage.current = made;
    const stop = listen(made, (id) => tell.current(id));
    return () => {
      stop();
      made.close();
    };
  }, [canvas]);
  return stage;
}
