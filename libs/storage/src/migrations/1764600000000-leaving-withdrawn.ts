import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That introductions leave may be taken back without leaving the event, whichever text it was agreed to by. */
export class LeavingWithdrawn1764600000000 implements MigrationInterface {
  name = 'LeavingWithdrawn1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consent ADD COLUMN leaving_withdrawn_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consent DROP COLUMN leaving_withdrawn_at');
  }
}
