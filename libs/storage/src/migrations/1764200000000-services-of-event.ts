import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An organiser allows services by name; an event that was open to whoever asked is open to nobody until names are given. */
export class ServicesOfEvent1764200000000 implements MigrationInterface {
  name = 'ServicesOfEvent1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event DROP COLUMN open_to_services');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE event ADD COLUMN open_to_services boolean NOT NULL DEFAULT false; UPDATE event SET open_to_services = services <> '{}'");
  }
}
