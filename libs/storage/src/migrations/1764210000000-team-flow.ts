import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals side by side and over rounds, steps of each organiser, answers on the phone, self-formed teams, themes, repairs. */
export class TeamFlow1764210000000 implements MigrationInterface {
  name = 'TeamFlow1764210000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE participant ADD choices text[] NOT NULL DEFAULT '{}';
      CREATE TABLE acquaintance (
        from_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE, to_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        event_id uuid NOT NULL, PRIMARY KEY (from_id, to_id));
      CREATE INDEX acquaintance_event ON acquaintance (event_id);

      ALTER TABLE proposal
        ADD label text NOT NULL DEFAULT '', ADD wishes jsonb NOT NULL DEFAULT '[]', ADD broken jsonb NOT NULL DEFAULT '[]',
        ADD round int NOT NULL DEFAULT 1, ADD rounds int NOT NULL DEFAULT 1, ADD series uuid, ADD repeats int, ADD published_at timestamptz;
      UPDATE proposal SET series = id,
        conflicts = (SELECT coalesce(jsonb_agg(jsonb_build_object('text', c, 'rules', '[]'::jsonb, 'short', 0, 'proven', false, 'loosenings', '[]'::jsonb)), '[]') FROM jsonb_array_elements(conflicts) AS c),
        published_at = CASE WHEN status = 'published' THEN created_at END,
        plan = jsonb_build_object(
          'teams', (SELECT coalesce(jsonb_agg(t || '{"theme": null}'), '[]') FROM jsonb_array_elements(plan -> 'teams') AS t),
          'unplaced', (SELECT coalesce(jsonb_agg(u || '{"code": "other"}'), '[]') FROM jsonb_array_elements(plan -> 'unplaced') AS u));
      ALTER TABLE proposal ALTER series SET NOT NULL;
      ALTER TABLE draft_step ADD organiser_id uuid;
      DELETE FROM draft_step;
      ALTER TABLE draft_step ALTER organiser_id SET NOT NULL;

      ALTER TABLE team ADD theme jsonb;
      ALTER TABLE seat ADD accepted boolean NOT NULL DEFAULT false, ADD placed_later boolean NOT NULL DEFAULT false, ADD freed boolean NOT NULL DEFAULT false;
      ALTER TABLE unplaced ADD code text NOT NULL DEFAULT 'other';

      CREATE TABLE founded_team (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE, name text NOT NULL,
        seats int NOT NULL, wants text[] NOT NULL DEFAULT '{}', version int NOT NULL DEFAULT 1, created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX founded_team_event ON founded_team (event_id);
      CREATE TABLE founded_team_member (
        participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE, founded_team_id uuid NOT NULL REFERENCES founded_team ON DELETE CASCADE,
        joined_at timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE INDEX founded_team_member_team ON founded_team_member (founded_team_id);

      CREATE TABLE repair (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL UNIQUE REFERENCES event ON DELETE CASCADE, status text NOT NULL,
        price double precision NOT NULL, moves jsonb NOT NULL DEFAULT '[]', unplaced int NOT NULL DEFAULT 0, reshuffle jsonb, objective double precision,
        seats jsonb NOT NULL DEFAULT '[]');
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be undone: it would lose answers and self-formed teams.');
  }
}
