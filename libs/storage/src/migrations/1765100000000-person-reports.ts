import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked the organisers for help about whom; apart from `avoided`, since it stays when the two see each other again. */
export class PersonReports1765100000000 implements MigrationInterface {
  name = 'PersonReports1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE person_report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), event_id uuid NOT NULL, by_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        about_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE, at timestamptz NOT NULL DEFAULT now(), settled_at timestamptz, UNIQUE (by_id, about_id));
      CREATE INDEX person_report_about ON person_report (about_id);
      CREATE INDEX person_report_event ON person_report (event_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person_report');
  }
}
