import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which seat somebody said no to, so that they are not offered it again; and who has no seat in a repair, by name with the cause. */
export class DeclinedSeats1764900000000 implements MigrationInterface {
  name = 'DeclinedSeats1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE seat ADD COLUMN declined boolean NOT NULL DEFAULT false');
    await this.emptyRepairs(runner, 'jsonb', "'[]'::jsonb");
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.emptyRepairs(runner, 'integer', '0');
    await runner.query('ALTER TABLE seat DROP COLUMN declined');
  }

  /** A repair is worked out in seconds and asked for anew at any time. */
  private async emptyRepairs(runner: QueryRunner, type: string, none: string): Promise<void> {
    await runner.query('DELETE FROM repair');
    await runner.query('ALTER TABLE repair ALTER COLUMN unplaced DROP DEFAULT');
    await runner.query(`ALTER TABLE repair ALTER COLUMN unplaced TYPE ${type} USING ${none}`);
    await runner.query(`ALTER TABLE repair ALTER COLUMN unplaced SET DEFAULT ${none}`);
  }
}
