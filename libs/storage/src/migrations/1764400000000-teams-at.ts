import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the organiser means to announce the teams, for phones and the wall to count down to. */
export class TeamsAt1764400000000 implements MigrationInterface {
  name = 'TeamsAt1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event ADD COLUMN teams_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event DROP COLUMN teams_at');
  }
}
