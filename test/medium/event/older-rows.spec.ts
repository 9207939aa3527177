import { randomUUID } from 'node:crypto';
import { reasonView } from '@tsunagu/contracts';
import { migrate } from '@tsunagu/storage';
import pg from 'pg';
import { makeDatabase } from '../../helpers/stores.js';

it('rows from before やさしい日本語 are brought up to the present contract', async () => {
  const { url, drop } = await makeDatabase();
  const client = new pg.Client(url);
  try {
    await migrate(url);
    await client.connect();
    await client.query("DELETE FROM migrations WHERE name LIKE 'ThreeLanguages%'; ALTER TABLE event DROP COLUMN consent_translations; SET session_replication_role = replica");
    const old = [{ type: 'theme', text: { ja: '一', en: 'one' }, labels: [] }, { type: 'brings', text: { ja: '二', en: 'two' }, labels: ['x'] }];
    const [event, id] = [randomUUID(), randomUUID()];
    const plan = JSON.stringify({ teams: [{ id, reasons: old }, { id: event, reasons: [] }], unplaced: [] });
    await client.query("INSERT INTO candidate (participant_id, other_id, event_id, rank, score, card, reasons) VALUES ($1, $2, $2, 0, 0.5, '{}', $3)", [id, event, JSON.stringify(old)]);
    await client.query("INSERT INTO team (id, event_id, number, name, table_label, reasons, question) VALUES ($1, $2, 1, '', '', $3, $4), ($5, $2, 2, '', '', '[]', NULL)", [id, event, JSON.stringify(old), JSON.stringify(old[0].text), randomUUID()]);
    await client.query("INSERT INTO proposal (id, event_id, number, status, size_min, size_max, seed, seconds, rules, plan, series) SELECT id, $2, n, s, 3, 4, 1, 1, '{}', plan, id FROM (VALUES ($1::uuid, 1, 'draft', $3::jsonb), ($4, 2, 'failed', '{}')) AS row(id, n, s, plan)", [id, event, plan, randomUUID()]);
    await client.query('INSERT INTO draft_step (id, proposal_id, event_id, organiser_id, number, before, after) VALUES ($1, $1, $2, $1, 1, $3, $3)', [id, event, plan]);
    expect(await migrate(url)).toEqual([expect.stringMatching(/^ThreeLanguages/)]);
    const one = async (sql: string) => (await client.query(sql, [id])).rows[0];
    const told = [(await one('SELECT reasons FROM candidate WHERE participant_id = $1')).reasons, (await one('SELECT reasons FROM team WHERE id = $1')).reasons, (await one('SELECT plan FROM proposal WHERE id = $1')).plan.teams[0].reasons, (await one('SELECT before FROM draft_step WHERE id = $1')).before.teams[0].reasons];
    for (const reasons of told) expect(reasons.map((reason: unknown) => reasonView.parse(reason).text.yasashii)).toEqual(['一', '二']);
    expect((await one('SELECT question FROM team WHERE id = $1')).question).toEqual({ ja: '一', en: 'one', yasashii: '一' });
    expect((await one('SELECT plan FROM proposal WHERE id = $1')).plan.teams[1].reasons).toEqual([]);
  } finally {
    await client.end();
    await drop();
  }
});

it('rows of the log from before are about whomever they name by a bare id', async () => {
  const { url, drop } = await makeDatabase();
  const client = new pg.Client(url);
  try {
    await migrate(url);
    await client.connect();
    const [event, sent, own] = [randomUUID(), randomUUID(), randomUUID()];
    await client.query("DELETE FROM migrations WHERE name LIKE 'IdsInLog%'");
    await client.query("INSERT INTO log (stream, seq, event_id, type, payload, about) VALUES ('participant:a', 1, $1, 'hellos.changed', $2, $3)", [event, { hellos: { sent: [sent], mutual: [] } }, [own]]);
    expect(await migrate(url)).toEqual([expect.stringMatching(/^IdsInLog/)]);
    expect((await client.query('SELECT about FROM log')).rows).toEqual([{ about: [sent, own] }]);
  } finally {
    await client.end();
    await drop();
  }
});

it('what organisers wrote of people who were erased before is forgotten too', async () => {
  const { url, drop } = await makeDatabase();
  const client = new pg.Client(url);
  try {
    await migrate(url);
    await client.connect();
    await client.query("DELETE FROM migrations WHERE name LIKE 'ForgetWhy%'; SET session_replication_role = replica");
    const [open, erased, here, gone] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const rules = { size: { min: 3, max: 4 }, rules: [{ type: 'apart', people: [here, gone] }, { type: 'spread', attribute: 'affiliation', max: 2 }], themes: [{ id: 'jacket:1', title: '見守り日誌' }] };
    for (const [id, at] of [[open, null], [erased, new Date()]]) {
      await client.query(
        `INSERT INTO event (id, title, theme, held_on, place, recipe, state, join_code, wall_secret, consent_text, consent_version, retention_days, capacity, team_min, team_max, languages, rules, pseudonym_key, erased_at)
         VALUES ($1::uuid, '', '', '2026-11-01', '', 'ideathon', 'closed', $1::uuid::text, $1::uuid::text, '', 1, 30, 9, 3, 4, '{ja}', $2, '', $3)`, [id, rules, at]);
    }
    await client.query("INSERT INTO participant (id, event_id, nickname, team_wish, language, shows) VALUES ($1, $2, '', 'looking', 'ja', '{}')", [here, open]);
    const say = (event: string, action: string, subject: string, detail: object) => client.query("INSERT INTO audit (event_id, actor, action, subject, detail) VALUES ($1, '', $2, $3, $4)", [event, action, subject, detail]);
    await say(open, 'team.moved', here, { team: 1, why: 'いる' });
    await say(open, 'team.moved', gone, { team: 2, why: 'いない' });
    await say(open, 'team.swapped', here, { with: gone, why: 'いない' });
    await say(open, 'teams.published', gone, { teams: 2, why: '第1ラウンド' });
    await say(erased, 'teams.published', gone, { teams: 3, why: '第1ラウンド' });
    await say(erased, 'words.added', '', { words: ['田中式'] });
    expect(await migrate(url)).toEqual([expect.stringMatching(/^ForgetWhy/)]);
    expect((await client.query('SELECT detail FROM audit ORDER BY event_id = $1, detail ->> $2, action', [erased, 'team'])).rows.map(({ detail }) => detail))
      .toEqual([{ team: 1, why: 'いる' }, { team: 2 }, { with: gone }, { teams: 2, why: '第1ラウンド' }, { teams: 3 }, {}]);
    expect((await client.query('SELECT rules FROM event ORDER BY id = $1', [erased])).rows.map(({ rules: kept }) => kept)).toEqual([rules, { size: { min: 3, max: 4 }, rules: [rules.rules[1]], themes: [] }]);
  } finally {
    await client.end();
    await drop();
  }
});
