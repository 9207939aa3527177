import { Inject, Injectable, Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, WebSocketServer, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import type { Settings } from '@tsunagu/config';
import { Problem, streamId, type ClientToServer, type LiveEvent, type LiveHello, type LiveWelcome, type MemberRole, type Positions, type Progress, type ServerToClient, type StreamId } from '@tsunagu/contracts';
import { describeError } from '@tsunagu/messaging';
import { Database, findEvent, findEventByWall } from '@tsunagu/storage';
import type { Server, Socket } from 'socket.io';
import { z } from 'zod';
import { AccessService } from '../access/access.service.js';
import { addressOf } from '../access/address-of.js';
import { readCookies } from '../access/cookies.js';
import { RateLimits } from '../access/rate-limit.guard.js';
import { toProblem } from '../http/problem.filter.js';
import { SETTINGS } from '../settings-token.js';
import { consoleStreams, phoneStreams, wallStreams } from './snapshots.service.js';
import { TailLogService, type LiveSink } from './tail-log.service.js';

const SILENT_MS = 15_000;
const MAX_BUFFERED = 500;
/** After these, nobody may follow the stream by the token with which they did. */
const ENDS: ReadonlySet<string> = new Set<LiveEvent['type']>(['me.erased', 'me.signed-out']);

const since = z.record(z.string().max(60), z.number().int().nonnegative()).optional();
const hello = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('participant'), eventId: z.uuid(), since }),
  z.strictObject({ as: z.literal('console'), eventId: z.uuid(), since }),
  z.strictObject({ as: z.literal('wall'), secret: z.string().max(100), since }),
]);

type LiveSocket = Socket<ClientToServer, ServerToClient>;
const progressRoom = (eventId: string): string => `progress:${eventId}`;

const refuse = ({ code, body: { status } }: Problem): LiveWelcome => ({ ok: false, behind: false, code, again: status >= 500 || code === 'request.too_many' });

/** A socket that has gone meanwhile enters nothing: nobody would take it out of the room again. @returns whether it is still there */
function enter(socket: LiveSocket, room: string): boolean {
  if (socket.connected) void socket.join(room);
  return socket.connected;
}

/** The only file that emits to sockets. Streams and rooms follow from the token, never from what a client names. */
@Injectable()
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, LiveSink {
  private readonly logger = new Logger('live');
  @WebSocketServer() server: Server<ClientToServer, ServerToClient>;

  constructor(private readonly tail: TailLogService, private readonly access: AccessService, private readonly database: Database, private readonly limits: RateLimits, @Inject(SETTINGS) private readonly settings: Settings) {}

  afterInit(): void {
    this.tail.attach(this);
    this.server.of('/').adapter.on('delete-room', (room: string) => this.tail.forget(room as StreamId));
  }

  /** Somebody who connects and never says what they follow is cut off. */
  handleConnection(socket: LiveSocket): void {
    const silent = setTimeout(() => { if (!socket.data.follows) socket.disconnect(true); }, SILENT_MS);
    socket.on('disconnect', () => clearTimeout(silent));
  }

  @SubscribeMessage('follow')
  async follow(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<LiveWelcome> {
    const parsed = hello.safeParse(body);
    if (!parsed.success) return refuse(new Problem('request.invalid'));
    try {
      await this.limits.count('token', `socket ${socket.id}`);
      const { streams, eventId, key, role, most } = await this.streamsOf(socket, parsed.data as LiveHello);
      // a token is counted over all its sockets, as many as it opens
      if (key) await this.limits.count('token', `follow ${key}`);
      socket.data.follows = true;
      // the first one stays: what it let in is not taken back by following something else, or in another role
      if (role) (socket.data.roles ??= {})[eventId] ??= role;
      if (role) enter(socket, progressRoom(eventId));
      const welcome = await this.catchUp(socket, streams, (parsed.data.since ?? {}) as Positions, most);
      // what cuts others off may have been pushed while this one was not in the room yet
      if (role) await this.cutWhereNoLonger(socket, eventId);
      else if (key) await this.cutWhereSignedOut(socket, eventId, streams);
      return welcome;
    } catch (error) {
      const problem = await this.countWrong(socket, toProblem(error));
      if (problem.body.status >= 500) this.logger.warn(describeError(error));
      return refuse(problem);
    }
  }

  pushed(event: LiveEvent): void {
    this.server.to(event.stream).emit('live', event);
    if (ENDS.has(event.type)) this.server.in(event.stream).disconnectSockets();
    if (event.type === 'members.changed') void this.cutWhoMayNoLonger(event.stream);
    this.cutSlowReaders(event.stream);
  }

  progressed(eventId: string, progress: Progress): void {
    this.server.to(progressRoom(eventId)).volatile.emit('progress', progress);
  }

  private async streamsOf(socket: LiveSocket, to: LiveHello): Promise<{ streams: StreamId[]; eventId: string; key?: string; role?: MemberRole; most?: number }> {
    const cookies = readCookies(socket.handshake.headers.cookie);
    if (to.as === 'participant') {
      const { participantId, key } = await this.access.participant(cookies, to.eventId);
      const closed = (await findEvent(this.database.reader, to.eventId))?.state === 'closed';
      // what was told before the event was closed names tags of others: only a snapshot leaves them out
      return { streams: phoneStreams(to.eventId, participantId), eventId: to.eventId, key, ...(closed ? { most: 0 } : {}) };
    }
    if (to.as === 'console') {
      const { key, role } = await this.access.organiser(cookies, to.eventId, 'readConsole');
      return { streams: consoleStreams(to.eventId, role!), eventId: to.eventId, key, role: role! };
    }
    const event = await findEventByWall(this.database.reader, to.secret);
    if (!event || event.erasedAt) throw new Problem('request.not_found');
    return { streams: wallStreams(event.id), eventId: event.id };
  }

  /** Tokens and secrets must not be tried without end, over however many sockets. @returns the problem to tell */
  private async countWrong(socket: LiveSocket, problem: Problem): Promise<Problem> {
    if (![401, 404, 410].includes(problem.body.status)) return problem;
    return this.limits.count('address', addressOf(socket.request, this.settings.TRUST_PROXY)).then(() => problem, toProblem);
  }

  private async catchUp(socket: LiveSocket, streams: StreamId[], positions: Positions, most?: number): Promise<LiveWelcome> {
    for (const stream of streams) {
      const from = positions[stream];
      if (from === undefined) return { ok: false, behind: true };
      const caughtUp = await this.tail.catchUp(stream, from, (event) => socket.emit('live', event), () => enter(socket, stream), most);
      if (!caughtUp) return { ok: false, behind: true };
    }
    return { ok: true };
  }

  private async cutWhoMayNoLonger(stream: StreamId): Promise<void> {
    const eventId = stream.slice(stream.indexOf(':') + 1);
    for (const socket of this.socketsOf(stream)) await this.cutWhereNoLonger(socket, eventId);
  }

  /** An organiser whose role is another one now, or whose session has ended, is cut off: what they may follow is asked anew when they come back. */
  private async cutWhereNoLonger(socket: LiveSocket, eventId: string): Promise<void> {
    const now = await this.access.organiser(readCookies(socket.handshake.headers.cookie), eventId, 'readConsole').catch(() => undefined);
    if (!now || now.role !== socket.data.roles[eventId]) socket.disconnect(true);
  }

  /** A phone whose token has ended, or is somebody else's since two entries were merged, is cut off. */
  private async cutWhereSignedOut(socket: LiveSocket, eventId: string, streams: StreamId[]): Promise<void> {
    const now = await this.access.participant(readCookies(socket.handshake.headers.cookie), eventId).catch(() => undefined);
    if (!now || !streams.includes(streamId('participant', now.participantId))) socket.disconnect(true);
  }

  /** A phone that reads nothing is cut off before its backlog grows; it comes back and catches up by numbers. */
  private cutSlowReaders(stream: StreamId): void {
    for (const socket of this.socketsOf(stream)) {
      if ((socket.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length > MAX_BUFFERED) socket.disconnect(true);
    }
  }

  private socketsOf(stream: StreamId): LiveSocket[] {
    const { adapter, sockets } = this.server.of('/');
    return [...adapter.rooms.get(stream) ?? []].flatMap((id) => sockets.get(id) ?? []);
  }
}
