import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of the names by which processes notify each other, which no other role of the database can read; see `listen.ts`. */
export class Channels1765391000000 implements MigrationInterface {
  name = 'Channels1765391000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE channel (secret text NOT NULL)');
    await runner.query("INSERT INTO channel SELECT '_' || gen_random_uuid()");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE channel');
  }
}
