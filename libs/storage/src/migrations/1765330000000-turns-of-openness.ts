import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that those who need an event open lock together, and its closing alone; see `turns.ts`. */
export class TurnsOfOpenness1765330000000 implements MigrationInterface {
  name = 'TurnsOfOpenness1765330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO turn SELECT generate_series(1024, 2047)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM turn WHERE number >= 1024');
  }
}
