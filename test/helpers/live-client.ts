import { io, type Socket } from 'socket.io-client';
import {
  applyToConsole, applyToPhone, applyToWall, receive, type ClientToServer, type ConsoleState, type LiveEvent, type LiveHello, type PhoneState, type ServerToClient, type Snapshot, type WallState,
} from '@tsunagu/contracts';
import type { Caller } from './event-app.js';
import { waitFor } from './wait-for.js';

type Apply<State> = (state: State, event: LiveEvent) => State;

/** Follows streams as a page does: snapshot, numbered events, catch-up after a cut, snapshot again when too far behind. */
export class LiveClient<State> {
  snapshot: Snapshot<State>;
  readonly received: LiveEvent[] = [];
  /** how often it had to fetch everything anew */
  snapshots = 0;
  private looking = 0;
  private socket?: Socket<ServerToClient, ClientToServer>;

  constructor(private readonly caller: Caller, private readonly hello: LiveHello, private readonly fetchSnapshot: () => Promise<Snapshot<State>>, private readonly apply: Apply<State>) {}

  get state(): State {
    return this.snapshot.state;
  }

  get isUp(): boolean {
    return this.socket?.connected ?? false;
  }

  async connect(): Promise<this> {
    if (!this.snapshot) await this.refetch();
    const socket: Socket<ServerToClient, ClientToServer> = io(this.caller.origin, { transports: ['websocket'], reconnection: false, extraHeaders: { cookie: this.caller.cookieHeader } });
    this.socket = socket;
    socket.on('live', (event) => this.take(event));
    await new Promise<void>((resolve, reject) => { socket.on('connect', resolve); socket.on('connect_error', reject); });
    await this.follow(socket);
    return this;
  }

  cut(): void {
    this.socket?.disconnect();
    this.socket = undefined;
  }

  /** Waits until the client's state is the one that a fresh snapshot holds. */
  async settled(normalise: (state: State) => unknown = (state) => state): Promise<{ live: unknown; fresh: unknown }> {
    let fresh = await this.fetchSnapshot();
    await waitFor('the client to receive every push', async () => {
      fresh = await this.fetchSnapshot();
      return this.looking === 0 && Object.entries(fresh.positions).every(([stream, seq]) => (this.snapshot.positions as Record<string, number>)[stream] === seq);
    });
    return { live: normalise(this.state), fresh: normalise(fresh.state) };
  }

  private async refetch(): Promise<void> {
    this.snapshot = await this.fetchSnapshot();
    this.snapshots++;
  }

  private async follow(socket: Socket<ServerToClient, ClientToServer>): Promise<void> {
    const welcome = await socket.timeout(20_000).emitWithAck('follow', { ...this.hello, since: this.snapshot.positions });
    if (welcome.ok) return;
    if (!welcome.behind) throw new Error(`refused: ${welcome.code}`);
    await this.refetch();
    await this.follow(socket);
  }

  private async lookAgain(): Promise<void> {
    this.looking++;
    try {
      const { socket } = this;
      await this.refetch();
      // one that is cut meanwhile asks again when it comes back
      if (socket) await this.follow(socket).catch((error: unknown) => { if (socket === this.socket) throw error; });
    } finally {
      this.looking--;
    }
  }

  private take(event: LiveEvent): void {
    this.received.push(event);
    const { outcome, snapshot } = receive(this.snapshot, event, this.apply);
    this.snapshot = snapshot;
    if (outcome === 'gap' && this.socket) void this.follow(this.socket);
    if (outcome === 'applied' && event.type === 'look-again') void this.lookAgain();
  }
}

const must = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`snapshot answered ${status}`);
  return body;
};

export const followPhone = (caller: Caller & { eventId: string }): Promise<LiveClient<PhoneState>> =>
  new LiveClient(caller, { as: 'participant', eventId: caller.eventId }, () => must(caller.call('readPhone', { eventId: caller.eventId })), applyToPhone).connect();

export const followConsole = (caller: Caller, eventId: string): Promise<LiveClient<ConsoleState>> =>
  new LiveClient<ConsoleState>(caller, { as: 'console', eventId }, () => must(caller.call('readConsole', { eventId })), applyToConsole).connect();

export const followWall = (caller: Caller, secret: string): Promise<LiveClient<WallState>> =>
  new LiveClient<WallState>(caller, { as: 'wall', secret }, () => must(caller.call('readWall', { secret })), applyToWall).connect();
