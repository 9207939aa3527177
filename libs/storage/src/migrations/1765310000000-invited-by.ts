import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which event's owner made an account: only there is a link to it made anew while nobody has signed in. Who made those of before is not known. */
export class InvitedBy1765310000000 implements MigrationInterface {
  name = 'InvitedBy1765310000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organiser ADD COLUMN invited_by uuid REFERENCES event ON DELETE SET NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE organiser DROP COLUMN invited_by');
  }
}
