import type { MigrationInterface, QueryRunner } from 'typeorm';

export class First1764000000000 implements MigrationInterface {
  name = 'First1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organiser (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), login text NOT NULL UNIQUE, password_hash text, created_at timestamptz NOT NULL DEFAULT now());
      CREATE TABLE login_link (
        token_hash text PRIMARY KEY, organiser_id uuid NOT NULL REFERENCES organiser ON DELETE CASCADE, expires_at timestamptz NOT NULL, used_at timestamptz);
      CREATE TABLE organiser_session (
        token_hash text PRIMARY KEY, organiser_id uuid NOT NULL REFERENCES organiser ON DELETE CASCADE, seen_at timestamptz NOT NULL, expires_at timestamptz NOT NULL);

      CREATE TABLE event (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), title text NOT NULL, theme text NOT NULL, held_on text NOT NULL, place text NOT NULL,
        recipe text NOT NULL, state text NOT NULL, join_code text NOT NULL UNIQUE, wall_secret text NOT NULL UNIQUE,
        consent_text text NOT NULL, consent_version int NOT NULL DEFAULT 1, retention_days int NOT NULL, capacity int NOT NULL,
        team_min int NOT NULL, team_max int NOT NULL, languages text[] NOT NULL, open_to_services boolean NOT NULL DEFAULT false,
        rules jsonb NOT NULL DEFAULT '{}', pseudonym_key text NOT NULL, room jsonb, version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(), closed_at timestamptz, erased_at timestamptz);
      CREATE TABLE event_organiser (
        event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE, organiser_id uuid NOT NULL REFERENCES organiser ON DELETE CASCADE,
        role text NOT NULL, PRIMARY KEY (event_id, organiser_id));

      CREATE TABLE participant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
        nickname text NOT NULL, affiliation text, sector text, team_wish text NOT NULL, language text NOT NULL,
        paused boolean NOT NULL DEFAULT false, here boolean NOT NULL DEFAULT false, gone boolean NOT NULL DEFAULT false,
        shows jsonb NOT NULL, reading text NOT NULL DEFAULT 'none', contact_text text NOT NULL DEFAULT '', contact_shared boolean NOT NULL DEFAULT false,
        matching_revision int NOT NULL DEFAULT 1, join_key text UNIQUE, created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX participant_event ON participant (event_id);
      CREATE TABLE participant_token (
        token_hash text PRIMARY KEY, participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE, event_id uuid NOT NULL);
      CREATE INDEX participant_token_participant ON participant_token (participant_id);
      CREATE TABLE return_link (secret_hash text PRIMARY KEY, participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE);
      CREATE INDEX return_link_participant ON return_link (participant_id);
      CREATE TABLE consent (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE,
        participant_id uuid REFERENCES participant ON DELETE SET NULL, text_version int NOT NULL, text text NOT NULL, language text NOT NULL,
        given_at timestamptz NOT NULL DEFAULT now(), withdrawn_at timestamptz);
      CREATE INDEX consent_participant ON consent (participant_id);

      CREATE TABLE introduction (
        participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE, event_id uuid NOT NULL,
        revision int NOT NULL, text text NOT NULL, shown boolean NOT NULL);
      CREATE TABLE statement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL, participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        revision int NOT NULL, kind text NOT NULL, label text NOT NULL, concept text NOT NULL, role text, score double precision NOT NULL,
        evidence jsonb NOT NULL, rule text NOT NULL, found_as text, by_hand boolean NOT NULL DEFAULT false,
        hidden boolean NOT NULL DEFAULT false, removed boolean NOT NULL DEFAULT false, created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX statement_participant ON statement (participant_id);
      CREATE INDEX statement_event ON statement (event_id);
      CREATE TABLE data_jacket (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL, participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        title text NOT NULL, description text NOT NULL, sharing text NOT NULL, proposed boolean NOT NULL DEFAULT false, concepts jsonb,
        created_at timestamptz NOT NULL DEFAULT now());
      CREATE INDEX data_jacket_participant ON data_jacket (participant_id);

      CREATE TABLE candidate (
        participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE, other_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        event_id uuid NOT NULL, rank int NOT NULL, score double precision NOT NULL, card jsonb NOT NULL, reasons jsonb NOT NULL, PRIMARY KEY (participant_id, other_id));
      CREATE INDEX candidate_other ON candidate (other_id);
      CREATE TABLE hello (
        from_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE, to_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        event_id uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (from_id, to_id));
      CREATE INDEX hello_to ON hello (to_id);

      CREATE TABLE proposal (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE, number int NOT NULL,
        status text NOT NULL, version int NOT NULL DEFAULT 1, size_min int NOT NULL, size_max int NOT NULL, seed int NOT NULL, seconds double precision NOT NULL,
        rules jsonb NOT NULL, plan jsonb NOT NULL, objective double precision, baseline double precision, baseline_best double precision, last_delta double precision,
        conflicts jsonb NOT NULL DEFAULT '[]', created_by uuid, created_at timestamptz NOT NULL DEFAULT now(), UNIQUE (event_id, number));
      CREATE UNIQUE INDEX proposal_one_draft ON proposal (event_id) WHERE status IN ('forming', 'draft');
      CREATE TABLE draft_step (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE, event_id uuid NOT NULL,
        number int NOT NULL, before jsonb NOT NULL, after jsonb NOT NULL, undone boolean NOT NULL DEFAULT false, UNIQUE (proposal_id, number));
      CREATE TABLE team (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL REFERENCES event ON DELETE CASCADE, proposal_id uuid,
        number int NOT NULL, name text NOT NULL, table_label text NOT NULL, active boolean NOT NULL DEFAULT true, goal text NOT NULL DEFAULT '',
        next_date text NOT NULL DEFAULT '', reasons jsonb NOT NULL, question jsonb, open_seats int NOT NULL DEFAULT 0, version int NOT NULL DEFAULT 1);
      CREATE INDEX team_event ON team (event_id);
      CREATE TABLE seat (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), team_id uuid NOT NULL REFERENCES team ON DELETE CASCADE, event_id uuid NOT NULL,
        participant_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE, active boolean NOT NULL DEFAULT true, created_at timestamptz NOT NULL DEFAULT now());
      CREATE UNIQUE INDEX seat_one_active_team ON seat (event_id, participant_id) WHERE active;
      CREATE INDEX seat_team ON seat (team_id);
      CREATE TABLE unplaced (
        participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE, event_id uuid NOT NULL, cause jsonb NOT NULL);

      CREATE TABLE stream (id text PRIMARY KEY, kind text NOT NULL, event_id uuid NOT NULL, last_seq bigint NOT NULL);
      CREATE INDEX stream_event ON stream (event_id);
      CREATE INDEX stream_kind ON stream (kind);
      CREATE TABLE log (
        stream text NOT NULL, seq bigint NOT NULL, event_id uuid NOT NULL, type text NOT NULL, payload jsonb NOT NULL, about uuid[] NOT NULL DEFAULT '{}',
        job jsonb, job_done_at timestamptz, job_error text, at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (stream, seq));
      CREATE INDEX log_due ON log (at) WHERE job IS NOT NULL AND job_done_at IS NULL AND job_error IS NULL;
      CREATE INDEX log_event ON log (event_id);
      CREATE TABLE position (consumer text NOT NULL, stream text NOT NULL, seq bigint NOT NULL, PRIMARY KEY (consumer, stream));
      CREATE TABLE audit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid, actor text NOT NULL, action text NOT NULL, subject text NOT NULL,
        detail jsonb NOT NULL DEFAULT '{}', at timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE INDEX audit_event ON audit (event_id, at);
      CREATE TABLE answered_request (
        key text PRIMARY KEY, body_hash text NOT NULL, status int, answer jsonb,
        participant_id uuid REFERENCES participant ON DELETE CASCADE, at timestamptz NOT NULL DEFAULT now());
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migration cannot be undone: drop the database instead.');
  }
}
