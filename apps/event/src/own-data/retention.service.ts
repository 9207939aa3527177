import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, eraseEvent, eventsToErase, forgetAnswers, forgetErasedEvents } from '@tsunagu/storage';
import { describeError } from '@tsunagu/messaging';

const EVERY_MS = 60 * 60 * 1000;

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

  /** One that cannot be erased does not keep the others from it. @returns ids of the events that were erased */
  async eraseDue(): Promise<string[]> {
    await forgetAnswers(this.database.reader);
    await this.database.transaction(forgetErasedEvents);
    const erased: string[] = [];
    for (const { id } of await eventsToErase(this.database.reader)) {
      try {
        if (!await eraseEvent(this.database, id, 'retention', () => !this.stopped)) continue;
        erased.push(id);
        this.logger.log(`event ${id}: retention date reached, erased`);
      } catch (error) {
        this.logger.warn(`event ${id}: not erased: ${describeError(error)}`);
      }
    }
    return erased;
  }

  private round(): void {
    this.running = this.eraseDue().then(() => undefined, (error: unknown) => this.logger.warn(describeError(error))).finally(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.round(), EVERY_MS);
    });
  }
}
