import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody has said 会いたい within the last day: what they have taken back since counts towards the limit of a day too. */
export class HellosSaid1765320000000 implements MigrationInterface {
  name = 'HellosSaid1765320000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE participant ADD COLUMN hellos_said timestamptz[] NOT NULL DEFAULT '{}'");
    await runner.query(`
      UPDATE participant p SET hellos_said = said.at
      FROM (SELECT from_id, array_agg(created_at ORDER BY created_at) AS at FROM hello WHERE created_at > now() - interval '1 day' GROUP BY from_id) said WHERE said.from_id = p.id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE participant DROP COLUMN hellos_said');
  }
}
