import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody's texts lack and give, as numbers: read once, gone with the person. `texts` tells of which texts they are. */
export class Encounters1764700000000 implements MigrationInterface {
  name = 'Encounters1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE encounter (
      participant_id uuid PRIMARY KEY REFERENCES participant (id) ON DELETE CASCADE,
      texts text NOT NULL,
      numbers bytea NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE encounter');
  }
}
