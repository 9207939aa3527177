import { beforeEach, describe, expect, it } from '@jest/globals';
import { OpenSheets } from './open-sheets.js';

/** A history of one page: entries, where it stands, and what is to happen later. */
class TestTrail {
  entries: (number | undefined)[] = [undefined];
  at = 0;
  #later: (() => void)[] = [];
  moved = (): void => {};

  depth = (): number | undefined => this.entries[this.at];
  mark = (depth: number): void => { this.entries[this.at] = depth; };
  push = (depth: number | undefined): void => { this.entries.splice(++this.at, Infinity, depth); };
  later = (work: () => void): void => { this.#later.push(work); };
  /** as a browser does it: not at once */
  go = (by: number): void => this.later(() => { this.at += by; this.moved(); });
  back(): void { this.go(-1); this.settle(); }
  tick(): void { this.#later.shift()?.(); }
  settle(): void { for (let work = this.#later.shift(); work; work = this.#later.shift()) work(); }
}

let trail: TestTrail;
let sheets: OpenSheets;
let open: string[];
/** Opens a sheet as a page does; the answer closes it. */
function show(name: string): () => void {
  open.push(name);
  const done = sheets.open(() => close());
  const close = (): void => {
    if (!open.includes(name)) return;
    open = open.filter((other) => other !== name);
    done();
  };
  return close;
}
beforeEach(() => {
  trail = new TestTrail();
  sheets = new OpenSheets(trail);
  trail.moved = () => sheets.moved();
  open = [];
});

describe('the back button of the phone', () => {
  it('closes the sheet and stays on the page', () => {
    show('person');
    trail.settle();
    expect(trail.entries).toEqual([0, 1]);
    trail.back();
    expect([open, trail.at]).toEqual([[], 0]);
  });

  it('closes one sheet after the other, the uppermost first', () => {
    show('person');
    trail.settle();
    show('question');
    trail.settle();
    trail.back();
    expect([open, trail.at]).toEqual([['person'], 1]);
    trail.back();
    expect([open, trail.at]).toEqual([[], 0]);
  });

  it('leaves the page at once where the sheet was closed by its cross', () => {
    const close = show('person');
    trail.settle();
    close();
    trail.settle();
    expect(trail.at).toBe(0);
  });

  it('closes a sheet that has taken the place of another one, or opened while that was going', () => {
    const close = show('pair');
    trail.settle();
    close();
    show('person');
    trail.settle();
    expect([open, trail.at, trail.entries]).toEqual([['person'], 1, [0, 1]]);
    trail.back();
    expect([open, trail.at]).toEqual([[], 0]);
  });

  it('leaves a sheet open that was opened on the way back from another one', () => {
    const close = show('pair');
    trail.settle();
    close();
    trail.tick(); // on its way
    show('person');
    trail.settle();
    expect([open, trail.at, trail.entries]).toEqual([['person'], 1, [0, 1]]);
  });

  it('stays where another tab was opened from the sheet', () => {
    const close = show('team');
    trail.settle();
    close();
    trail.push(undefined);
    sheets.moved();
    trail.settle();
    expect([trail.at, trail.entries]).toEqual([2, [0, 1, undefined]]);
    trail.back();
    expect(trail.at).toBe(0);
  });

  it('keeps the entry of a sheet that does not let itself be closed', () => {
    sheets.open(() => {});
    trail.settle();
    trail.back();
    expect([trail.at, trail.entries]).toEqual([1, [0, 1]]);
  });
});
