import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was left of the people of events erased before: numbers and tags of the room. Such an event is over, also where it was opened again. */
export class ErasedEvents1765200000000 implements MigrationInterface {
  name = 'ErasedEvents1765200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE event SET room = NULL, state = 'closed' WHERE erased_at IS NOT NULL");
  }

  async down(): Promise<void> {
    // What was erased does not come back.
  }
}
