import type { PiscinaTask, TaskQueue } from 'piscina';

/** Tasks that wait for a thread: what takes a moment comes before what takes minutes, each in the order of asking. */
export class ShortFirst implements TaskQueue {
  readonly #short: PiscinaTask[] = [];
  readonly #long: PiscinaTask[] = [];

  /** @param names of tasks that take a moment */
  constructor(private readonly names: ReadonlySet<string>) {}

  get size(): number {
    return this.#short.length + this.#long.length;
  }

  push(task: PiscinaTask): void {
    this.#listOf(task).push(task);
  }

  shift(): PiscinaTask | null {
    return this.#short.shift() ?? this.#long.shift() ?? null;
  }

  remove(task: PiscinaTask): void {
    const list = this.#listOf(task);
    const at = list.indexOf(task);
    if (at >= 0) list.splice(at, 1);
  }

  #listOf({ name }: PiscinaTask): PiscinaTask[] {
    return this.names.has(name) ? this.#short : this.#long;
  }
}
