import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the wall may tell which affiliations are in the room. */
export class WallAffiliations1764420000000 implements MigrationInterface {
  name = 'WallAffiliations1764420000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event ADD COLUMN wall_affiliations boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event DROP COLUMN wall_affiliations');
  }
}
