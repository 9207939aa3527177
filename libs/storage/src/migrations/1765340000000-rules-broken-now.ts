import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which rules the published teams broke as they stood when moves for them were worked out. */
export class RulesBrokenNow1765340000000 implements MigrationInterface {
  name = 'RulesBrokenNow1765340000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE repair ADD COLUMN broken jsonb NOT NULL DEFAULT '[]'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE repair DROP COLUMN broken');
  }
}
