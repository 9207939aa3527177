import { describe, expect, it, jest } from '@jest/globals';
import { applyToWall, type LiveEvent, type LiveWelcome, type ProblemBody, type RoomView, type Snapshot, type WallState } from '@tsunagu/contracts';
import { Refusal, Unreachable } from './call.js';
import { LiveState, type Line } from './live-state.js';

const room = (joined: number): RoomView => ({ counts: { joined, tagged: 0, here: 0, inTeams: 0 }, cloud: [], teams: [] });
const snapshot = (seq: number, joined: number): Snapshot<WallState> => ({ positions: { 'event:e': seq }, state: { title: 't', joinCode: 'c', state: 'open', teamsAt: null, room: room(joined) } });
const push = (seq: number, joined: number): LiveEvent => ({ stream: 'event:e', seq, type: 'room.changed', payload: { room: room(joined) } });

/** A line that a test holds at its other end. */
class HeldLine implements Line {
  up = true;
  welcome: () => Promise<LiveWelcome> = async () => ({ ok: true });
  since: number[] = [];
  redials = 0;
  closed = false;
  #heard: Record<string, (value: never) => void> = {};
  onUp = (listener: () => void): void => { this.#heard.up = listener; };
  onDown = (listener: () => void): void => { this.#heard.down = listener; };
  onLive = (listener: (event: LiveEvent) => void): void => { this.#heard.live = listener; };
  onProgress = (): void => {};
  follow: Line['follow'] = ({ since }) => {
    this.since.push(since!['event:e']!);
    return this.welcome();
  };
  isUp = (): boolean => this.up;
  fresh = true;
  isFresh = (): boolean => this.up && this.fresh;
  dials = 0;
  dial = (): void => { this.dials++; };
  redial = (): void => { this.redials++; };
  close = (): void => { this.closed = true; };
  say(name: 'up' | 'down' | 'live', value?: unknown): void { this.#heard[name]!(value as never); }
}

const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

async function started(fetchSnapshot = jest.fn(async () => snapshot(5, 1))) {
  const line = new HeldLine();
  const live = new LiveState<WallState, Snapshot<WallState>>({ line, hello: (since) => ({ as: 'wall', secret: 's', since }), fetchSnapshot, apply: applyToWall });
  await settled();
  return { line, live, fetchSnapshot, joined: () => live.read().answer?.state.room.counts.joined };
}

describe('a live state', () => {
  it('starts from a snapshot and follows its streams from there', async () => {
    const { line, live } = await started();
    expect(line.since).toEqual([5]);
    expect(live.read().connected).toBe(true);
  });

  it('applies the next event and drops a repeated one', async () => {
    const { line, joined } = await started();
    line.say('live', push(6, 2));
    line.say('live', push(6, 99));
    expect(joined()).toBe(2);
  });

  it('tells a burst of pushes once a frame: known at once, in order, none lost; what the line does is told without waiting', async () => {
    const line = new HeldLine();
    const frames: (() => void)[] = [];
    const live = new LiveState<WallState, Snapshot<WallState>>({ line, hello: (since) => ({ as: 'wall', secret: 's', since }), fetchSnapshot: async () => snapshot(5, 1), apply: applyToWall, soon: (tell) => void frames.push(tell) });
    await settled();
    const seen: unknown[] = [];
    live.subscribe(() => seen.push([live.read().answer?.state.room.counts.joined, live.read().connected]));
    const joined = () => live.read().answer?.state.room.counts.joined;
    const frame = () => { for (const tell of frames.splice(0)) tell(); };
    for (let at = 1; at <= 3; at++) line.say('live', push(5 + at, 1 + at));
    expect([joined(), seen, frames.length]).toEqual([4, [], 1]);
    frame();
    expect(seen).toEqual([[4, true]]);
    line.say('live', push(9, 5));
    line.say('down');
    expect(seen.splice(1)).toEqual([[5, false]]);
    frame();
    expect(seen).toHaveLength(1);
    line.say('live', push(10, 6));
    frame();
    expect(seen.at(-1)).toEqual([6, false]);
  });

  it('tells what waits for a frame when the page is left before that frame, and goes on telling', async () => {
    const line = new HeldLine();
    let hidden = false;
    const live = new LiveState<WallState, Snapshot<WallState>>({ line, hello: (since) => ({ as: 'wall', secret: 's', since }), fetchSnapshot: async () => snapshot(5, 1), apply: applyToWall, soon: (tell) => { if (hidden) tell(); } });
    await settled();
    const seen: unknown[] = [];
    live.subscribe(() => seen.push(live.read().answer?.state.room.counts.joined));
    line.say('live', push(6, 2));
    hidden = true;
    live.sleep();
    expect(seen).toEqual([2]);
    line.say('live', push(7, 3));
    line.say('live', push(8, 4));
    expect(seen).toEqual([2, 3, 4]);
    live.sleep();
    expect(seen).toHaveLength(3);
  });

  it('forgets everybody as soon as it is told that the event is erased, also where what is left cannot be asked for', async () => {
    const fetchSnapshot = jest.fn(async () => snapshot(5, 1));
    const { line, live } = await started(fetchSnapshot);
    fetchSnapshot.mockRejectedValue(new Unreachable());
    line.say('live', { stream: 'event:e', seq: 6, type: 'event.erased', payload: {} });
    expect(live.read().answer).toBeUndefined();
    await settled();
    expect(live.read()).toMatchObject({ answer: undefined, unreachable: true });
    fetchSnapshot.mockRejectedValue(new Refusal({ code: 'event.erased', status: 410 } as ProblemBody, undefined));
    await live.refetch();
    expect(live.read()).toMatchObject({ answer: undefined, refusal: { code: 'event.erased' } });
    expect(line.closed).toBe(true);
    live.close();
  });

  it('asks for what it missed after a gap, and does not apply what came too early', async () => {
    const { line, joined } = await started();
    line.say('live', push(8, 99));
    await settled();
    expect(joined()).toBe(1);
    expect(line.since).toEqual([5, 5]);
  });

  it('fetches a snapshot when it is too far behind', async () => {
    const { line, fetchSnapshot, joined } = await started();
    fetchSnapshot.mockResolvedValue(snapshot(90, 40));
    line.welcome = async () => { line.welcome = async () => ({ ok: true }); return { ok: false, behind: true }; };
    line.say('up');
    await settled();
    expect(joined()).toBe(40);
    expect(line.since.at(-1)).toBe(90);
  });

  it('asks again from the numbers of a snapshot, so that events that overtook it are not lost', async () => {
    const { line, live, fetchSnapshot, joined } = await started();
    fetchSnapshot.mockImplementation(async () => {
      line.say('live', push(6, 2));
      return snapshot(5, 1);
    });
    await live.refetch();
    await settled();
    expect(line.since.at(-1)).toBe(5);
    line.say('live', push(6, 2));
    expect(joined()).toBe(2);
  });

  it('says that it is not connected while the line is down, and catches up when it is back', async () => {
    const { line, live } = await started();
    line.say('down');
    expect(live.read().connected).toBe(false);
    line.say('up');
    await settled();
    expect(live.read().connected).toBe(true);
    expect(line.since).toEqual([5, 5]);
  });

  it('dials again when no welcome comes', async () => {
    const { line, live } = await started();
    line.welcome = () => Promise.reject(new Error('timeout'));
    await live.catchUp();
    expect(line.redials).toBe(1);
  });

  describe('that wakes', () => {
    const awakening = async () => {
      const all = await started();
      all.line.since.length = 0;
      all.fetchSnapshot.mockClear();
      return all;
    };

    it('asks a line that was heard a moment ago', async () => {
      const { line, live, fetchSnapshot } = await awakening();
      live.wake();
      await settled();
      expect({ asked: line.since, redials: line.redials, fetches: fetchSnapshot.mock.calls.length }).toEqual({ asked: [5], redials: 0, fetches: 0 });
    });

    it.each([['after a sleep', false, {}], ['on another network', true, { network: true }]])('fetches the truth at once %s, without waiting for a line that may be dead', async (_, fresh, how) => {
      const { line, live, fetchSnapshot, joined } = await awakening();
      Object.assign(line, { fresh, welcome: () => new Promise<never>(() => {}) });
      fetchSnapshot.mockResolvedValue(snapshot(90, 40));
      live.wake(how);
      await settled();
      expect({ joined: joined(), redials: line.redials }).toEqual({ joined: 40, redials: 1 });
    });

    it('waits for no request or welcome from before the sleep, and believes none that comes late', async () => {
      const { line, live, fetchSnapshot, joined } = await awakening();
      let comesLate: (answer: Snapshot<WallState>) => void;
      fetchSnapshot.mockReturnValueOnce(new Promise((resolve) => { comesLate = resolve; }));
      line.welcome = () => Promise.reject(new Error('timeout'));
      void live.refetch();
      void live.catchUp();
      line.fresh = false;
      fetchSnapshot.mockResolvedValue(snapshot(90, 40));
      line.welcome = async () => ({ ok: true });
      live.wake({ network: true });
      await settled();
      comesLate!(snapshot(7, 2));
      await settled();
      expect({ joined: joined(), redials: line.redials, connected: live.read().connected }).toEqual({ joined: 40, redials: 1, connected: true });
    });

    it('drops a request from before the sleep, after each sleep anew, and not one that this awakening has begun', async () => {
      const { line, live, fetchSnapshot } = await awakening();
      line.fresh = false;
      fetchSnapshot.mockImplementation(() => new Promise<never>(() => {}));
      const done = () => ({ redials: line.redials, fetches: fetchSnapshot.mock.calls.length });
      void live.refetch();
      for (let sign = 0; sign < 3; sign++) live.wake();
      expect(done()).toEqual({ redials: 1, fetches: 2 });
      live.sleep();
      for (let sign = 0; sign < 3; sign++) live.wake();
      expect(done()).toEqual({ redials: 2, fetches: 3 });
      live.close();
    });

    it('several signs of one awakening are one', async () => {
      const { line, live, fetchSnapshot } = await awakening();
      line.fresh = false;
      for (let sign = 0; sign < 3; sign++) live.wake();
      await settled();
      expect({ redials: line.redials, fetches: fetchSnapshot.mock.calls.length }).toEqual({ redials: 1, fetches: 1 });
    });
  });

  it('fetches beside a line that does not answer, before it gives it up', async () => {
    const { line, live, fetchSnapshot, joined } = await started();
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] });
    let answers: (welcome: LiveWelcome) => void;
    line.welcome = () => new Promise((resolve) => { answers = resolve; });
    fetchSnapshot.mockResolvedValue(snapshot(9, 7));
    void live.catchUp();
    await jest.advanceTimersByTimeAsync(700);
    jest.useRealTimers();
    expect({ joined: joined(), redials: line.redials, since: line.since }).toEqual({ joined: 7, redials: 0, since: [5, 5] });
    // what the line says at last was asked for from older numbers: it is asked again
    line.welcome = async () => ({ ok: true });
    answers!({ ok: true });
    await settled();
    expect(line.since).toEqual([5, 5, 9]);
  });

  it('keeps trying by itself where the service cannot be reached, and ends where it refuses', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] });
    const fetchSnapshot = jest.fn<() => Promise<Snapshot<WallState>>>().mockRejectedValueOnce(new Unreachable()).mockRejectedValueOnce(new Unreachable());
    const { line, live } = await started(fetchSnapshot as never);
    expect(live.read().unreachable).toBe(true);
    fetchSnapshot.mockRejectedValueOnce(new Refusal({ status: 401, code: 'access.not_joined' } as ProblemBody, undefined));
    await jest.advanceTimersByTimeAsync(400);
    expect(fetchSnapshot).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(800);
    jest.useRealTimers();
    expect(live.read().refusal?.code).toBe('access.not_joined');
    expect(line.closed).toBe(true);
  });

  it('tries again by itself, ever more slowly, where it is refused for now', async () => {
    const { line, live, fetchSnapshot } = await started();
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] });
    line.welcome = async () => ({ ok: false, behind: false, code: 'store.unavailable', again: true });
    line.say('up');
    await jest.advanceTimersByTimeAsync(0);
    expect([live.read().connected, live.read().gone, line.closed]).toEqual([false, undefined, false]);
    await jest.advanceTimersByTimeAsync(400 + 800 + 1_600 - 1);
    expect(fetchSnapshot).toHaveBeenCalledTimes(3);
    line.welcome = async () => ({ ok: true });
    await jest.advanceTimersByTimeAsync(1);
    jest.useRealTimers();
    expect([live.read().connected, fetchSnapshot.mock.calls.length]).toEqual([true, 4]);
  });

  it('closes the line where the server no longer lets it follow', async () => {
    const { line, live } = await started();
    line.welcome = async () => ({ ok: false, behind: false, code: 'join.closed', again: false });
    line.say('up');
    await settled();
    expect(live.read().gone).toBe('join.closed');
    expect(line.closed).toBe(true);
  });

  it('fetches what is never pushed', async () => {
    const line = new HeldLine();
    const fetchSnapshot = jest.fn(async () => snapshot(5, 1));
    new LiveState<WallState, Snapshot<WallState>>({ line, hello: (since) => ({ as: 'wall', secret: 's', since }), fetchSnapshot, apply: applyToWall, lacks: (state) => state.room.counts.joined === 7 });
    await settled();
    line.say('live', push(6, 7));
    await settled();
    expect(fetchSnapshot).toHaveBeenCalledTimes(2);
  });

  it('fetches what an event says has changed without telling it', async () => {
    const line = new HeldLine();
    const fetchSnapshot = jest.fn(async () => snapshot(5, 1));
    new LiveState<WallState, Snapshot<WallState>>({ line, hello: (since) => ({ as: 'wall', secret: 's', since }), fetchSnapshot, apply: applyToWall, lacks: (_, event) => event.type === 'members.changed' });
    await settled();
    line.say('live', { ...push(6, 7), type: 'members.changed', payload: {} });
    await settled();
    expect(fetchSnapshot).toHaveBeenCalledTimes(2);
  });

  it('looks again at a moment of its own, once, when it is told so together with all others', async () => {
    const { line, live, fetchSnapshot } = await started();
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] });
    const random = jest.spyOn(Math, 'random').mockReturnValue(0.5);
    for (const seq of [6, 7]) line.say('live', { stream: 'event:e', seq, type: 'look-again', payload: {} });
    await jest.advanceTimersByTimeAsync(999);
    expect(fetchSnapshot).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(fetchSnapshot).toHaveBeenCalledTimes(2);
    line.say('live', { stream: 'event:e', seq: 8, type: 'look-again', payload: {} });
    live.close();
    await jest.advanceTimersByTimeAsync(5_000);
    random.mockRestore();
    jest.useRealTimers();
    expect(fetchSnapshot).toHaveBeenCalledTimes(2);
  });

  it.each(['arrives', 'fails'])('neither dials nor asks again when it was closed while what it asks for %s', async (how) => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] });
    let answer!: () => void;
    const fetchSnapshot = jest.fn(() => new Promise<Snapshot<WallState>>((resolve, reject) => { answer = () => (how === 'arrives' ? resolve(snapshot(5, 1)) : reject(new Unreachable())); }));
    const { line, live } = await started(fetchSnapshot);
    live.close();
    line.up = false;
    answer();
    await settled();
    live.wake({ network: true });
    await live.refetch();
    jest.advanceTimersByTime(60_000);
    jest.useRealTimers();
    await settled();
    expect([fetchSnapshot.mock.calls.length, line.dials, line.redials]).toEqual([1, 0, 0]);
  });

  it('does not ask beside a line that it has closed', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask'] });
    const { line, live, fetchSnapshot } = await started();
    line.welcome = () => new Promise(() => {});
    line.say('up');
    live.close();
    jest.advanceTimersByTime(60_000);
    jest.useRealTimers();
    expect(fetchSnapshot).toHaveBeenCalledTimes(1);
  });
});
