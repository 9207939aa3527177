import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How English pages call a tag. Tags from before get theirs when their text is read again; until then their label stands there. */
export class EnglishNames1764800000000 implements MigrationInterface {
  name = 'EnglishNames1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE statement ADD COLUMN en text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE statement DROP COLUMN en');
  }
}
