import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Vectors of introductions by an endpoint outside: whether an event allows it, who has agreed to which host, and how the
 * endpoint does. A vector goes with its person.
 */
export class IntroductionVectors1764510000000 implements MigrationInterface {
  name = 'IntroductionVectors1764510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE event ADD COLUMN texts_leave_to text;
      ALTER TABLE consent ADD COLUMN leaves_to text;
      CREATE TABLE embeddings_endpoint (
        the_one boolean PRIMARY KEY DEFAULT true CHECK (the_one),
        host text NOT NULL, model text NOT NULL,
        leased_until timestamptz, next_try_at timestamptz, failures int NOT NULL DEFAULT 0, down_since timestamptz, problem text
      );
      CREATE TABLE introduction_vector (
        participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
        event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
        revision int NOT NULL, host text NOT NULL, model text NOT NULL, vector bytea,
        made_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX introduction_vector_event ON introduction_vector (event_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE introduction_vector; DROP TABLE embeddings_endpoint;
      ALTER TABLE consent DROP COLUMN leaves_to; ALTER TABLE event DROP COLUMN texts_leave_to;
    `);
  }
}
