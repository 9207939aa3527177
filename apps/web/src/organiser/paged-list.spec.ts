import { describe, expect, it, jest } from '@jest/globals';
import { PagedList, type ReadPage } from './paged-list.js';

const paged = () => {
  const read = jest.fn<ReadPage<number>>(async ({ cursor }) => (cursor === undefined ? { lines: [1, 2], next: 'b' } : { lines: [3], next: null }));
  return { read, pages: new PagedList(read) };
};

describe('a list that is read page by page', () => {
  it('begins with nothing known, and puts each page under those before it', async () => {
    const { read, pages } = paged();
    expect(pages.read()).toMatchObject({ lines: undefined, next: null });
    await pages.more();
    expect(pages.read()).toEqual({ lines: [1, 2], next: 'b', reading: false, error: undefined });
    await pages.more();
    expect(pages.read()).toEqual({ lines: [1, 2, 3], next: null, reading: false, error: undefined });
    expect(read.mock.calls).toEqual([[{}], [{ cursor: 'b' }]]);
  });

  it('that could not be read is not empty, and is asked for again from where it was', async () => {
    const { read, pages } = paged();
    read.mockRejectedValueOnce(new Error('first'));
    await pages.more();
    expect(pages.read()).toMatchObject({ lines: undefined, error: new Error('first') });
    await pages.more();
    read.mockRejectedValueOnce(new Error('second'));
    await pages.more();
    expect(pages.read()).toMatchObject({ lines: [1, 2], next: 'b', error: new Error('second') });
    await pages.more();
    expect(pages.read()).toMatchObject({ lines: [1, 2, 3], next: null, error: undefined });
  });

  it('is read once however often it is asked for, and tells when it begins and ends', async () => {
    const { read, pages } = paged();
    const reading: boolean[] = [];
    pages.subscribe(() => reading.push(pages.read().reading));
    await Promise.all([pages.more(), pages.more()]);
    expect([read.mock.calls.length, reading]).toEqual([1, [true, false]]);
  });
});
