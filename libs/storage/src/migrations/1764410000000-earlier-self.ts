import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who a participant was at an earlier event, where they agreed that it may be known. Goes with either of the two. */
export class EarlierSelf1764410000000 implements MigrationInterface {
  name = 'EarlierSelf1764410000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE earlier_self (
        participant_id uuid PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
        earlier_id uuid NOT NULL REFERENCES participant ON DELETE CASCADE,
        agreed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX earlier_self_earlier ON earlier_self (earlier_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE earlier_self');
  }
}
