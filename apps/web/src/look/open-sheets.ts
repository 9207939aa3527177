/** The browser's history as open sheets use it. */
export interface Trail {
  /** how many sheets the present entry stands for; undefined on an entry that knows of none */
  depth(): number | undefined;
  /** puts that number on the present entry */
  mark(depth: number): void;
  push(depth: number): void;
  go(by: number): void;
  /** does something when what happens now is over */
  later(work: () => void): void;
}

/**
 * Each open sheet has an entry of its own on top of the page's: the phone's back button closes the sheet and stays on the page.
 * One that is closed otherwise takes its entry away again; one that opens in its place takes it over.
 */
export class OpenSheets {
  /** the undermost first */
  #closers: (() => void)[] = [];
  /** on the way back to an entry below */
  #leaving = false;
  #due = false;

  constructor(private readonly trail: Trail) {}

  /** @returns what is to be called when it is closed, however that came about */
  open(close: () => void): () => void {
    this.#closers.push(close);
    this.#settleSoon();
    return () => {
      this.#closers = this.#closers.filter((other) => other !== close);
      this.#settleSoon();
    };
  }

  /** The history stands on another entry now. Another page of the same entry closes nothing. */
  moved(): void {
    const depth = this.trail.depth();
    if (!this.#leaving && depth !== undefined) for (const close of this.#closers.slice(depth).reverse()) close();
    this.#leaving = false;
    this.#settleSoon();
  }

  #settleSoon(): void {
    if (this.#due) return;
    this.#due = true;
    this.trail.later(() => {
      this.#due = false;
      this.#settle();
    });
  }

  #settle(): void {
    if (this.#leaving) return;
    const open = this.#closers.length;
    const depth = this.trail.depth() ?? 0;
    if (open > 0 && depth === 0) this.trail.mark(0);
    for (let next = depth + 1; next <= open; next++) this.trail.push(next);
    if (depth <= open) return;
    this.#leaving = true;
    this.trail.go(open - depth);
  }
}
