import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who called the facilitator to their team: an open call goes with them into the team of the next round. */
export class CalledBy1765370000000 implements MigrationInterface {
  name = 'CalledBy1765370000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE team ADD COLUMN called_by uuid REFERENCES participant ON DELETE SET NULL');
    await runner.query('CREATE INDEX team_called_by ON team (called_by) WHERE called_by IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE team DROP COLUMN called_by');
  }
}
