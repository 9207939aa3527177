/** `lines`: undefined until the first page is there; `next`: the cursor of the page after it, null on the last one. */
export interface PagedView<Line> { lines: readonly Line[] | undefined; next: string | null; reading: boolean; error: unknown }
export type ReadPage<Line> = (query: { cursor?: string }) => Promise<{ lines: readonly Line[]; next: string | null }>;

/** A list that the service tells page by page. A page that cannot be read leaves what is there, and is asked for again. */
export class PagedList<Line> {
  #view: PagedView<Line> = { lines: undefined, next: null, reading: false, error: undefined };
  #listeners = new Set<() => void>();

  constructor(private readonly readPage: ReadPage<Line>) {}

  read = (): PagedView<Line> => this.#view;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads the first page, or the one after those that are there; one at a time. */
  more = async (): Promise<void> => {
    if (this.#view.reading) return;
    this.#set({ reading: true });
    try {
      const { lines, next } = await this.readPage(this.#view.next === null ? {} : { cursor: this.#view.next });
      this.#set({ lines: [...this.#view.lines ?? [], ...lines], next, reading: false, error: undefined });
    } catch (error) {
      this.#set({ reading: false, error });
    }
  };

  #set(change: Partial<PagedView<Line>>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
