import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is erased is looked for in every table that refers to them: not by reading all of it. */
export class ReferencesIndexed1765370010000 implements MigrationInterface {
  name = 'ReferencesIndexed1765370010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX seat_participant ON seat (participant_id)');
    await runner.query('CREATE INDEX answered_request_participant ON answered_request (participant_id) WHERE participant_id IS NOT NULL');
    await runner.query('CREATE INDEX acquaintance_to ON acquaintance (to_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX seat_participant, answered_request_participant, acquaintance_to');
  }
}
