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
