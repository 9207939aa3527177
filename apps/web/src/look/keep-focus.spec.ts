import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepFocus } from './keep-focus.js';

/** As much of an element as is looked at: `asked` counts how often it was. */
class FakeElement {
  asked = 0;
  get isConnected(): boolean {
    this.asked++;
    return true;
  }
}

describe('what has come to the page, for whom the focus may go to', () => {
  const all = globalThis as Record<string, unknown>;
  let frames: (() => void)[];
  let add: (element: FakeElement) => void;
  beforeEach(() => {
    frames = [];
    Object.assign(all, {
      Element: FakeElement,
      document: { hidden: false, addEventListener: () => {} },
      requestAnimationFrame: (run: () => void) => frames.push(run),
      MutationObserver: class {
        constructor(tell: (records: unknown[]) => void) { add = (element) => tell([{ addedNodes: [element] }]); }
        observe(): void {}
      },
    });
    keepFocus({ addEventListener: () => {} } as unknown as HTMLElement);
  });
  afterEach(() => { for (const name of ['Element', 'document', 'requestAnimationFrame', 'MutationObserver']) delete all[name]; });
  const addSome = (): FakeElement[] => [1, 2, 3].map(() => {
    const element = new FakeElement();
    add(element);
    return element;
  });

  it('is looked at once a frame', () => {
    const came = addSome();
    expect([frames.length, came.map(({ asked }) => asked)]).toEqual([1, [0, 0, 0]]);
    frames[0]!();
    expect(came.map(({ asked }) => asked)).toEqual([1, 1, 1]);
  });

  it('is looked at and let go at once where the page is not shown, which has no frames', () => {
    const before = addSome();
    (all.document as { hidden: boolean }).hidden = true;
    const came = addSome();
    expect([...before, ...came].map(({ asked }) => asked)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(frames).toHaveLength(1);
  });
});
