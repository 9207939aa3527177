import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published teams as other services were last told of them, so that what has changed since can be told. */
export class OutsideTeam1764310000000 implements MigrationInterface {
  name = 'OutsideTeam1764310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outside_team (team_id uuid PRIMARY KEY, event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE, members uuid[] NOT NULL);
      CREATE INDEX outside_team_event ON outside_team (event_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outside_team');
  }
}
