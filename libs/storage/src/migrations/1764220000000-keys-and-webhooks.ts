import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys of other services, webhooks with their log of deliveries, and who may act as the operator. */
export class KeysAndWebhooks1764220000000 implements MigrationInterface {
  name = 'KeysAndWebhooks1764220000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organiser ADD COLUMN operator boolean NOT NULL DEFAULT false;
      ALTER TABLE event ADD COLUMN webhooks boolean NOT NULL DEFAULT false;
      CREATE TABLE service_key (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), service text NOT NULL, name text NOT NULL, key_hash text NOT NULL UNIQUE, hint text NOT NULL,
        created_by text NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), used_at timestamptz, revoked_at timestamptz);
      CREATE TABLE webhook (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE, url text NOT NULL, secret text NOT NULL, types text[] NOT NULL,
        stopped_because text, failures int NOT NULL DEFAULT 0, next_try_at timestamptz, leased_until timestamptz, last_outcome text,
        created_at timestamptz NOT NULL DEFAULT now(), version int NOT NULL DEFAULT 1);
      CREATE INDEX webhook_event ON webhook (event_id);
      CREATE TABLE webhook_delivery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), webhook_id uuid NOT NULL REFERENCES webhook ON DELETE CASCADE, seq bigint, type text NOT NULL,
        attempt int NOT NULL, status int, outcome text NOT NULL, took_ms int NOT NULL, at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX log_dead ON log (at) WHERE job_error IS NOT NULL AND job_done_at IS NULL;
      CREATE INDEX webhook_delivery_at ON webhook_delivery (webhook_id, at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX log_dead;
      DROP TABLE webhook_delivery;
      DROP TABLE webhook;
      DROP TABLE service_key;
      ALTER TABLE event DROP COLUMN webhooks;
      ALTER TABLE organiser DROP COLUMN operator;
    `);
  }
}
