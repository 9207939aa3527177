import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests of other services and their results; letters that could not be taken; which services an organiser allows. */
export class MatchRequests1764100000000 implements MigrationInterface {
  name = 'MatchRequests1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE match_request (
        service text NOT NULL, id text NOT NULL, pattern text NOT NULL, body_hash text NOT NULL, message jsonb,
        reply_to text NOT NULL, priority int NOT NULL DEFAULT 0, status text NOT NULL DEFAULT 'accepted', round int NOT NULL DEFAULT 1,
        accepted_at timestamptz NOT NULL, result jsonb, finished_at timestamptz, delivered_at timestamptz, expires_at timestamptz NOT NULL,
        PRIMARY KEY (service, id));
      CREATE INDEX match_request_open ON match_request (accepted_at) WHERE finished_at IS NULL;
      CREATE INDEX match_request_undelivered ON match_request (service, finished_at) WHERE finished_at IS NOT NULL AND delivered_at IS NULL;
      CREATE INDEX match_request_expires ON match_request (expires_at);
      CREATE TABLE dead_letter (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), service text NOT NULL, queue text NOT NULL, job_id text NOT NULL, request_id text, pattern text NOT NULL,
        problem jsonb NOT NULL, message jsonb, at timestamptz NOT NULL DEFAULT now(), replayed_at timestamptz);
      CREATE INDEX dead_letter_at ON dead_letter (service, at);
      ALTER TABLE event ADD COLUMN services text[] NOT NULL DEFAULT '{}';
      ALTER TABLE position ADD COLUMN replays int NOT NULL DEFAULT 0;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE position DROP COLUMN replays;
      ALTER TABLE event DROP COLUMN services;
      DROP TABLE dead_letter;
      DROP TABLE match_request;
    `);
  }
}
