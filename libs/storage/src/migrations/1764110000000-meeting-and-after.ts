import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Free to talk now, people kept apart, a team's call for the facilitator, and what members say about their team. */
export class MeetingAndAfter1764110000000 implements MigrationInterface {
  name = 'MeetingAndAfter1764110000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE participant ADD COLUMN free_until timestamptz, ADD COLUMN free_place text NOT NULL DEFAULT '';
      ALTER TABLE team ADD COLUMN called_at timestamptz;
      CREATE TABLE avoided (
        by_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE, who_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        event_id uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (by_id, who_id));
      CREATE INDEX avoided_who ON avoided (who_id);
      CREATE TABLE team_answer (
        team_id uuid NOT NULL REFERENCES team ON DELETE CASCADE, participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        event_id uuid NOT NULL, rating text, going text, PRIMARY KEY (team_id, participant_id));
      CREATE INDEX team_answer_participant ON team_answer (participant_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE team_answer, avoided; ALTER TABLE team DROP COLUMN called_at; ALTER TABLE participant DROP COLUMN free_until, DROP COLUMN free_place');
  }
}
