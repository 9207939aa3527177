import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that are locked by whoever may do one thing at a time; see `turns.ts`. */
export class Turns1765000000000 implements MigrationInterface {
  name = 'Turns1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE turn (number int PRIMARY KEY)');
    await runner.query('INSERT INTO turn SELECT generate_series(0, 1023)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE turn');
  }
}
