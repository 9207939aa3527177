import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of the log are about everybody and everything whose id stands in them: these kinds named people by bare ids and did not say so. */
export class IdsInLog1765370030000 implements MigrationInterface {
  name = 'IdsInLog1765370030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE log SET about = ARRAY(SELECT DISTINCT found[1]::uuid FROM regexp_matches(payload::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') AS found) || about
      WHERE type IN ('hellos.changed', 'known.changed', 'settings.changed', 'event.changed')`);
  }

  async down(): Promise<void> {
    // what they are about is no less true before
  }
}
