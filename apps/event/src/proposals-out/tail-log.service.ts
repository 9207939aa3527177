import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { readProgress, type LiveEvent, type Progress, type StreamId } from '@tsunagu/contracts';
import type { Settings } from '@tsunagu/config';
import { Database, lastNumbers, listen, LOG_CHANNEL, PROGRESS_CHANNEL, readLog, type Listener } from '@tsunagu/storage';
import { describeError, OutageLog } from '@tsunagu/messaging';
import { SETTINGS } from '../settings-token.js';

const POLL_MS = 1_000;
const ROWS = 200;

export interface LiveSink {
  pushed(event: LiveEvent): void;
  progressed(eventId: string, progress: Progress): void;
}

/**
 * Tails the log for the streams that somebody follows here.
 *
 *     commit ─NOTIFY─▶ pump(stream): rows after the last pushed number, in order ──▶ sink (sockets)
 *              └ poll every second: streams whose last number is ahead
 */
@Injectable()
export class TailLogService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('tail-log');
  private readonly outages = new OutageLog((line) => this.logger.warn(line));
  /** last pushed number of each followed stream */
  private readonly pushed = new Map<StreamId, number>();
  private readonly pumping = new Map<StreamId, Promise<void>>();
  /** streams of which something was told while they were being pumped */
  private readonly again = new Set<StreamId>();
  private sink?: LiveSink;
  private listener?: Listener;
  private timer?: NodeJS.Timeout;

  constructor(private readonly database: Database, @Inject(SETTINGS) private readonly settings: Settings) {}

  onApplicationBootstrap(): void {
    this.listener = listen(this.settings.DATABASE_URL!, [LOG_CHANNEL, PROGRESS_CHANNEL], (channel, payload) => this.onNotify(channel, payload), () => void this.poll());
    this.timer = setInterval(() => void this.poll(), POLL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.listener?.close();
    await Promise.all(this.pumping.values());
  }

  attach(sink: LiveSink): void {
    this.sink = sink;
  }

  /**
   * Sends a follower what it missed and lets it join in without a gap: `join` runs when nothing is left to send, and
   * tells whether the follower is still there; nobody's stream is not followed.
   * @param most how many rows it may have missed
   * @returns false where it is too far behind (fetch a snapshot instead), or gone
   */
  async catchUp(stream: StreamId, since: number, send: (event: LiveEvent) => void, join: () => boolean, most = ROWS): Promise<boolean> {
    const last = (await lastNumbers(this.database.reader, [stream]))[stream];
    if (since > last || last - since > most) return false;
    for (let position = since; ;) {
      const before = this.pushed.get(stream) ?? 0;
      const rows = await readLog(this.database.reader, stream, position, ROWS);
      if (rows.length && rows[0].seq !== position + 1) return false;
      for (const row of rows) send(row as unknown as LiveEvent);
      position = rows.at(-1)?.seq ?? position;
      if (!rows.length && position < before) this.beginAnew(stream, before, position);
      if (position >= (this.pushed.get(stream) ?? 0)) {
        if (!join()) return false;
        if (!this.pushed.has(stream)) this.pushed.set(stream, position);
        if (this.pushed.get(stream)! < position) this.pump(stream);
        return true;
      }
    }
  }

  /** Nobody follows this stream here any more. */
  forget(stream: StreamId): void {
    this.pushed.delete(stream);
  }

  /** An erased event's streams begin again at their first number: what was pushed of the old ones is ahead of all there is. */
  private beginAnew(stream: StreamId, before: number, position: number): void {
    if (this.pushed.get(stream) === before) this.pushed.set(stream, position);
  }

  private onNotify(channel: string, payload: string): void {
    if (channel === PROGRESS_CHANNEL) {
      const told = readProgress(payload);
      if (told) this.sink?.progressed(told.eventId, told.progress);
      return;
    }
    const stream = payload.slice(0, payload.lastIndexOf(' ')) as StreamId;
    if (this.pushed.has(stream)) this.pump(stream);
  }

  private async poll(): Promise<void> {
    const followed = [...this.pushed];
    if (!followed.length) return;
    try {
      const last = await lastNumbers(this.database.reader, followed.map(([stream]) => stream));
      for (const [stream, before] of followed) {
        if (last[stream] < before) this.beginAnew(stream, before, last[stream]);
        else if (last[stream] > (this.pushed.get(stream) ?? Infinity)) this.pump(stream);
      }
    } catch (error) {
      this.outages.tell(`poll: ${describeError(error)}`);
    }
  }

  /** One pump a stream at a time; however much is told during it, it looks once more. */
  private pump(stream: StreamId): void {
    if (this.pumping.has(stream)) this.again.add(stream);
    else this.pumping.set(stream, this.pushWhileTold(stream));
  }

  private async pushWhileTold(stream: StreamId): Promise<void> {
    try {
      do {
        this.again.delete(stream);
        await this.pushNew(stream);
      } while (this.again.has(stream));
    } catch (error) {
      this.outages.tell(`pushing: ${describeError(error)}`);
    } finally {
      this.pumping.delete(stream);
    }
  }

  private async pushNew(stream: StreamId): Promise<void> {
    for (;;) {
      const after = this.pushed.get(stream);
      if (after === undefined) return;
      const rows = await readLog(this.database.reader, stream, after, ROWS);
      if (this.pushed.get(stream) !== after) continue;
      for (const row of rows) this.sink?.pushed(row as unknown as LiveEvent);
      if (rows.length) this.pushed.set(stream, rows.at(-1)!.seq);
      if (rows.length < ROWS) return;
    }
  }
}
