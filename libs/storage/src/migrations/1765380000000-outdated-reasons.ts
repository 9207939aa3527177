import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a published team is told of itself is worked out anew after who sits in it, or what they say, has changed. */
export class OutdatedReasons1765380000000 implements MigrationInterface {
  name = 'OutdatedReasons1765380000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE team ADD COLUMN changes int NOT NULL DEFAULT 0, ADD COLUMN explained int NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE team DROP COLUMN changes, DROP COLUMN explained');
  }
}
