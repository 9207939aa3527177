import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a tag sounds, for whoever searches in hiragana. Tags from before get theirs when their text is read again; until then they are found by their letters. */
export class Sounds1765390000000 implements MigrationInterface {
  name = 'Sounds1765390000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE statement ADD COLUMN sound text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE statement DROP COLUMN sound');
  }
}
