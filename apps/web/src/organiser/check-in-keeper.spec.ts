import { describe, expect, it, jest } from '@jest/globals';
import type { ProblemBody } from '@tsunagu/contracts';
import { fakePage } from '../../../../test/helpers/fake-page.js';
import { Refusal, Unreachable } from '../live/call.js';
import { CheckInKeeper } from './check-in-keeper.js';

const refusal = new Refusal({ status: 409, code: 'event.closed' } as ProblemBody, undefined);

describe('feature 10: ticks at the door', () => {
  const heard = fakePage();
  const settled = () => jest.advanceTimersByTimeAsync(0);
  const closing = (): boolean => !heard.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  /** A service that takes ticks while there is a network, and refuses as often as it is told to. */
  const door = () => {
    const service = { network: true, refusals: 0, asked: [] as string[], here: new Set<string>() };
    const told: unknown[] = [];
    const keeper = new CheckInKeeper(async (ids, here) => {
      await Promise.resolve();
      if (!service.network) throw new Unreachable();
      service.asked.push(`${ids.join('+')} ${here}`);
      if (service.refusals-- > 0) throw refusal;
      const changed = ids.filter((id) => service.here.has(id) !== here);
      for (const id of changed) service.here[here ? 'add' : 'delete'](id);
      return { changed };
    }, (error) => told.push(error));
    const people = (...ids: string[]) => ids.map((id) => ({ id, here: service.here.has(id) }));
    const back = async (): Promise<void> => {
      service.network = true;
      heard.dispatchEvent(new Event('online'));
      await settled();
    };
    return { service, told, keeper, people, back, marks: () => [...keeper.waiting()].map(([id, here]) => `${id} ${here}`) };
  };

  it('wait without a network; the newest alone is sent, and the browser asks before it closes', async () => {
    const { service, keeper, back, marks } = door();
    service.network = false;
    const answer = keeper.check(['a'], false);
    await settled();
    expect([marks(), closing()]).toEqual([['a false'], true]);
    void keeper.check(['a'], true);
    expect(marks()).toEqual(['a true']);
    await back();
    expect([service.asked, await answer, closing()]).toEqual([['a true'], [], false]);
  });

  it('of many people go together, also those ticked the other way meanwhile: nothing older follows something newer', async () => {
    const { service, keeper, back } = door();
    service.here.add('b');
    service.network = false;
    void keeper.check(['b'], false);
    await settled();
    const all = keeper.check(['a', 'b', 'c'], true);
    void keeper.check(['c'], false);
    await settled();
    await back();
    expect([service.asked.toSorted(), [...service.here].toSorted(), await all]).toEqual([['a true', 'b true', 'c false'], ['a', 'b'], ['a']]);
    service.here.add('d');
    expect(await keeper.check(['d', 'e', 'f'], true)).toEqual(['e', 'f']);
    expect(service.asked.at(-1)).toBe('d+e+f true');
  });

  it('are sent where the one before of the same person is refused', async () => {
    const { service, told, keeper } = door();
    service.refusals = 1;
    const answer = keeper.check(['a'], false);
    void keeper.check(['a'], true);
    expect([await answer, service.asked, told]).toEqual([[], ['a false', 'a true'], [refusal]]);
    expect([...service.here]).toEqual(['a']);
  });

  it('are told as refused, and are marked no more', async () => {
    const { service, told, keeper, back, marks } = door();
    [service.network, service.refusals] = [false, 1];
    const answer = keeper.check(['a', 'b'], true);
    await settled();
    await back();
    expect([await answer, told, marks(), closing()]).toEqual([undefined, [refusal], [], false]);
  });

  it('keep their mark until the page has heard of them, and lose it where the person is gone', async () => {
    const { service, keeper, people, back, marks } = door();
    service.network = false;
    void keeper.check(['a', 'b'], true);
    await settled();
    const before = people('a', 'b');
    await back();
    keeper.know(before);
    expect([marks(), keeper.taken()]).toEqual([['a true', 'b true'], 1]);
    keeper.know(people('a'));
    expect(marks()).toEqual([]);
  });

  it('lose it too where a colleague has ticked the other way since: what was asked for after them tells', async () => {
    const { service, keeper, people, back, marks } = door();
    service.network = false;
    void keeper.check(['a'], true);
    await settled();
    let read!: () => void;
    const early = keeper.reading(() => new Promise<void>((resolve) => { read = resolve; }));
    await back();
    read();
    await early;
    service.here.delete('a');
    keeper.know(people('a'));
    expect(marks()).toEqual(['a true']);
    await keeper.reading(() => Promise.resolve());
    expect(marks()).toEqual([]);
  });

  it('are sent no more once whoever made them has signed out', async () => {
    const { service, keeper, back, marks } = door();
    service.network = false;
    void keeper.check(['a'], true);
    await settled();
    keeper.end();
    await back();
    expect([service.asked, marks(), closing()]).toEqual([[], [], false]);
  });
});
