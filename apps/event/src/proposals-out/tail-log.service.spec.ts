import type { LiveEvent, StreamId } from '@tsunagu/contracts';
import { TailLogService } from './tail-log.service.js';

const STREAM: StreamId = 'console:e';

/** A log of one stream in memory; reading it waits for `held`. */
function tailing() {
  const log = { last: 0, reads: 0, held: Promise.resolve() };
  const rows = (after: number): object[] => Array.from({ length: Math.max(0, log.last - after) }, (_, at) => ({ stream: STREAM, seq: after + at + 1, type: 'people.changed', payload: {}, at: new Date() }));
  const query = async (text: string, values: [unknown, number]): Promise<object[]> => {
    if (text.includes('FROM stream')) return log.last ? [{ id: STREAM, last_seq: log.last }] : [];
    // one that never ends must fail, not hang
    if (++log.reads > 50) throw new Error('reads without end');
    await log.held;
    return rows(values[1]);
  };
  const tail = new TailLogService({ reader: { query } } as never, {} as never);
  const pushed: number[] = [];
  tail.attach({ pushed: ({ seq }) => void pushed.push(seq), progressed: () => undefined });
  const inside = tail as unknown as { onNotify(channel: string, payload: string): void; poll(): Promise<void>; beforeApplicationShutdown(): Promise<void> };
  return {
    log, pushed, poll: () => inside.poll(), settled: () => inside.beforeApplicationShutdown(),
    tell: (seq: number) => { log.last = seq; inside.onNotify('tsunagu_log', `${STREAM} ${seq}`); },
    follow: async (since: number): Promise<number[] | false> => {
      const sent: number[] = [];
      return await tail.catchUp(STREAM, since, (event: LiveEvent) => void sent.push(event.seq), () => true) && sent;
    },
  };
}

describe('a stream that somebody follows', () => {
  it('is looked at once more, however much is told while it is pushed', async () => {
    const { log, pushed, tell, settled, follow } = tailing();
    await follow(0);
    let go = (): void => undefined;
    log.held = new Promise((resolve) => { go = resolve; });
    log.reads = 0;
    for (let seq = 1; seq <= 20; seq++) tell(seq);
    go();
    await settled();
    expect([pushed, log.reads]).toEqual([Array.from({ length: 20 }, (_, at) => at + 1), 2]);
    tell(21);
    await settled();
    expect(pushed.at(-1)).toBe(21);
  });

  it.each(['the follower that comes back', 'the next poll'])('and begins anew, because its event was erased, is taken up from there by %s', async (who) => {
    const { log, pushed, poll, tell, settled, follow } = tailing();
    tell(5);
    expect(await follow(0)).toEqual([1, 2, 3, 4, 5]);
    log.last = 0;
    if (who === 'the next poll') await poll();
    else expect(await follow(0)).toEqual([]);
    tell(1);
    await settled();
    expect(pushed).toEqual([1]);
    expect(await follow(0)).toEqual([1]);
  });

  it('and has grown again since, is caught up with what it has now', async () => {
    const { log, follow } = tailing();
    log.last = 5;
    await follow(0);
    log.last = 2;
    expect(await follow(0)).toEqual([1, 2]);
  });
});
