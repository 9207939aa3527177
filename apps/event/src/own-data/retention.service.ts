import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database, eraseEvent, eventsToErase, forgetAnswers, forgetErasedEvents } from '@tsunagu/storage';
import { describeError } from '@tsunagu/messaging';
import { Rounds } from '../rounds.js';

const EVERY_MS = 60 * 60 * 1000;

/**
 * Erases everything about the people of an event at its retention date, and records that it did, without the data.
 * It works in batches and asks the database what is left, so it goes on where a crash stopped it.
 */
@Injectable()
export class RetentionService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('retention');
  private readonly rounds = new Rounds(() => this.eraseDue(), EVERY_MS, (error) => this.logger.warn(describeError(error)));

  constructor(private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.rounds.begin(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.rounds.end();
  }

  /** One that cannot be erased does not keep the others from it. @returns ids of the events that were erased */
  async eraseDue(): Promise<string[]> {
    await forgetAnswers(this.database.reader);
    await this.database.transaction(forgetErasedEvents);
    const erased: string[] = [];
    for (const { id } of await eventsToErase(this.database.reader)) {
      try {
        if (!await eraseEvent(this.database, id, 'retention', () => !this.rounds.ended)) continue;
        erased.push(id);
        this.logger.log(`event ${id}: retention date reached, erased`);
      } catch (error) {
        this.logger.warn(`event ${id}: not erased: ${describeError(error)}`);
      }
    }
    return erased;
  }
}
