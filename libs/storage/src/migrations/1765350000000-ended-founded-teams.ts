import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A team that people formed themselves ends once it has stood in a published round. Which have so far: those whose people have all sat in one team. */
export class EndedFoundedTeams1765350000000 implements MigrationInterface {
  name = 'EndedFoundedTeams1765350000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE founded_team ADD COLUMN ended boolean NOT NULL DEFAULT false');
    await runner.query(`
      UPDATE founded_team o SET ended = true WHERE EXISTS (
        SELECT FROM team t WHERE t.event_id = o.event_id AND NOT EXISTS (
          SELECT FROM founded_team_member m WHERE m.founded_team_id = o.id AND NOT EXISTS (SELECT FROM seat s WHERE s.team_id = t.id AND s.participant_id = m.participant_id)))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE founded_team DROP COLUMN ended');
  }
}
