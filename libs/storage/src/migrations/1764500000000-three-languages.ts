import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sentences of each reason of one array, with the Japanese one where やさしい日本語 is missing, until the reasons are made anew. */
const WITH_EASY = (reasons: string): string => `(
  SELECT coalesce(jsonb_agg(CASE WHEN r #> '{text,yasashii}' IS NULL THEN jsonb_set(r, '{text,yasashii}', r #> '{text,ja}') ELSE r END ORDER BY place), '[]')
  FROM jsonb_array_elements(${reasons}) WITH ORDINALITY AS each(r, place))`;

/** The same for all teams of a draft. */
const PLAN_WITH_EASY = (plan: string): string => `jsonb_set(${plan}, '{teams}', (
  SELECT coalesce(jsonb_agg(jsonb_set(t, '{reasons}', ${WITH_EASY("t -> 'reasons'")}) ORDER BY n), '[]')
  FROM jsonb_array_elements(${plan} -> 'teams') WITH ORDINALITY AS team(t, n)))`;

/** An organiser's own consent text in up to three languages; reasons and questions in やさしい日本語. */
export class ThreeLanguages1764500000000 implements MigrationInterface {
  name = 'ThreeLanguages1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE event ADD COLUMN consent_translations jsonb NOT NULL DEFAULT '{}'");
    await runner.query(`UPDATE candidate SET reasons = ${WITH_EASY('reasons')}`);
    await runner.query(`UPDATE team SET reasons = ${WITH_EASY('reasons')}, question = CASE WHEN question ? 'ja' THEN question || jsonb_build_object('yasashii', question -> 'ja') ELSE question END`);
    await runner.query(`UPDATE proposal SET plan = ${PLAN_WITH_EASY('plan')} WHERE plan ? 'teams'`);
    await runner.query(`UPDATE draft_step SET before = ${PLAN_WITH_EASY('before')}, after = ${PLAN_WITH_EASY('after')} WHERE before ? 'teams' AND after ? 'teams'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE event DROP COLUMN consent_translations');
  }
}
