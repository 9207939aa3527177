import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The organiser's own vocabulary of an event. */
export class EventWords1764300000000 implements MigrationInterface {
  name = 'EventWords1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE event_word (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE, label text NOT NULL,
        spellings text[] NOT NULL, kind text, refused boolean NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
      CREATE UNIQUE INDEX event_word_label ON event_word (event_id, label);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE event_word');
  }
}
