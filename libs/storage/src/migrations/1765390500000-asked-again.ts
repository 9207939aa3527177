import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a result lies that was asked for on several queues, and which of them have still to get it; and whether a door's queues have lost what lay on them. */
export class AskedAgain1765390500000 implements MigrationInterface {
  name = 'AskedAgain1765390500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE match_request ADD COLUMN also_to text[] NOT NULL DEFAULT '{}', ADD COLUMN due text[]");
    await runner.query('CREATE TABLE door_mark (service text PRIMARY KEY, number int NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE door_mark');
    await runner.query('ALTER TABLE match_request DROP COLUMN also_to, DROP COLUMN due');
  }
}
