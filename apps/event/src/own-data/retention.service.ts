import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { audit, Database, eraseEventRest, erasePeopleOf, eventsToErase, forgetAnswers, forgetErasedEvents } from '@tsunagu/storage';
import { describeError } from '@tsunagu/messaging';

const EVERY_MS = 60 * 60 * 1000;
const BATCH = 100;

/**
 * Erases everything about the people of an event at its retention date, and records that it did, without the data.
 * It works in batches and asks the database what is left, so it goes on where a crash stopped it.
 */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('retention');
  private timer?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.round();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** @returns ids of the events that were erased */
  async eraseDue(): Promise<string[]> {
    await forgetAnswers(this.database.reader);
    await this.database.transaction(forgetErasedEvents);
    const events = await eventsToErase(this.database.reader);
    for (const { id } of events) await this.eraseEvent(id);
    return events.map((event) => event.id);
  }

  private async eraseEvent(eventId: string): Promise<void> {
    for (let count = BATCH; count === BATCH && !this.stopped;) {
      count = await this.database.transaction(async (tx) => {
        const erased = await erasePeopleOf(tx, eventId, BATCH);
        if (erased) await audit(tx, { eventId, actor: 'retention', action: 'people.erased', detail: { count: erased } });
        return erased;
      });
    }
    if (this.stopped) return;
    await this.database.transaction(async (tx) => {
      await eraseEventRest(tx, eventId);
      await audit(tx, { eventId, actor: 'retention', action: 'event.erased' });
    });
    this.logger.log(`event ${eventId}: retention date reached, erased`);
  }

  private round(): void {
    this.running = this.eraseDue().then(() => undefined, (error: unknown) => this.logger.warn(describeError(error))).finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.round(), EVERY_MS);
    });
  }
}
