import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { StreamId } from '@tsunagu/contracts';
import { append, advance, behind, Database, lastNumbers, lockPosition, sumUpRoom, tellRoom } from '@tsunagu/storage';
import { describeError } from '@tsunagu/messaging';
import { Rounds } from '../rounds.js';

const CONSUMER = 'room';
const EVERY_MS = 400;

/**
 * Keeps the room's numbers and tag cloud fresh. It follows the console's stream, where every change of a person or team is told, and
 * sums up at most every 400 ms, so that fifty people who join at once cost one count.
 */
@Injectable()
export class RefreshRoomService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('refresh-room');
  private readonly rounds = new Rounds(() => this.refresh(), EVERY_MS, (error) => this.logger.warn(describeError(error)));

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.rounds.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.end();
  }

  /** One round over all events with news; one that cannot be summed up does not keep the others waiting. */
  async refresh(): Promise<void> {
    for (const { stream, eventId } of await behind(this.database.reader, CONSUMER, 'console')) {
      await this.sumUp(stream, eventId).catch((error: unknown) => this.logger.warn(`event ${eventId}: ${describeError(error)}`));
    }
  }

  /** Several processes may do it at once: the one that waits for the position finds nothing left. */
  private async sumUp(stream: StreamId, eventId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const position = await lockPosition(tx, CONSUMER, stream);
      const last = (await lastNumbers(tx, [stream]))[stream];
      if (position >= last) return;
      await sumUpRoom(tx, eventId);
      await append(tx, eventId, [tellRoom(eventId)]);
      await advance(tx, CONSUMER, stream, last);
    });
  }
}
