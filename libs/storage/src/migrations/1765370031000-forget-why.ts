import { rulesWithoutPeople } from '@tsunagu/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organisers wrote of people who were erased before these were forgotten with them: why a step was taken, and an event's words; and of erased events the rules that named them. */
export class ForgetWhy1765370031000 implements MigrationInterface {
  name = 'ForgetWhy1765370031000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE audit a SET detail = detail - 'why' - 'words' FROM event e WHERE e.id = a.event_id AND e.erased_at IS NOT NULL");
    await runner.query(`
      UPDATE audit a SET detail = detail - 'why' WHERE action IN ('team.place_asked', 'team.placed', 'team.seat_freed', 'team.moved', 'team.swapped') AND detail ? 'why'
      AND (NOT EXISTS (SELECT 1 FROM participant p WHERE p.id::text = a.subject) OR (detail ? 'with' AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.id::text = detail ->> 'with')))`);
    for (const { id, rules } of await runner.query('SELECT id, rules FROM event WHERE erased_at IS NOT NULL') as { id: string; rules: object }[]) {
      await runner.query('UPDATE event SET rules = $2 WHERE id = $1', [id, JSON.stringify(rulesWithoutPeople(rules).rules)]);
    }
  }

  async down(): Promise<void> {
    // what is forgotten stays so
  }
}
