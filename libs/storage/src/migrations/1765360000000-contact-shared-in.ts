import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A contact is shared in one team, not in whichever the person comes to. */
export class ContactSharedIn1765360000000 implements MigrationInterface {
  name = 'ContactSharedIn1765360000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE participant ADD COLUMN contact_shared_in uuid;
      UPDATE participant p SET contact_shared_in = s.team_id FROM seat s WHERE s.participant_id = p.id AND s.active AND p.contact_shared;
      ALTER TABLE participant DROP COLUMN contact_shared;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE participant ADD COLUMN contact_shared boolean NOT NULL DEFAULT false;
      UPDATE participant SET contact_shared = contact_shared_in IS NOT NULL;
      ALTER TABLE participant DROP COLUMN contact_shared_in;
    `);
  }
}
