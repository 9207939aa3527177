import { ensureOrganiser, makeOperator } from '@tsunagu/storage';
import { accessibilityViolations } from '../helpers/axe.js';
import { LAPTOP } from '../helpers/browser.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { Venue } from '../helpers/pages/venue.js';
import { startReceiver, type Receiver } from '../helpers/receiver.js';

const STILL = { ...LAPTOP, reducedMotion: 'reduce' } as const;
let venue: Venue;
let receiver: Receiver;
beforeAll(async () => {
  [venue, receiver] = await Promise.all([Venue.open({ env: { SERVICES: 'library', WEBHOOK_ALLOW: '127.0.0.1' } }), startReceiver()]);
}, 180_000);
afterAll(async () => { await venue?.close(); await receiver?.close(); });

describe('the operator and the organiser in the browser', () => {
  it('feature 86: an organiser sets a webhook up, sees its secret once, tests it and reads what was sent', async () => {
    const organiser = await venue.organiser();
    const event = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
    const page = await venue.show(STILL, `/console/events/${event.id}`, { as: organiser });
    await new ConsolePage(page).open('設定');
    const panel = page.getByRole('region', { name: 'ほかのシステムへ知らせる（Webhook）' });
    await panel.getByLabel('送り先のアドレス').fill('https://192.168.0.9/hook');
    await panel.getByRole('button', { name: '送り先を登録' }).click();
    await page.getByText('内部のネットワークにあるため使えません').waitFor();
    await panel.getByLabel('送り先のアドレス').fill(receiver.url);
    await panel.getByRole('button', { name: '送り先を登録' }).click();
    await panel.getByText(/^whsec_/).waitFor();
    await panel.getByRole('button', { name: 'テストを送る' }).click();
    await page.getByText('テストを送りました：届きました').waitFor();
    expect(receiver.received.map(({ json }) => json.type)).toEqual(['ping']);
    await panel.getByText('送信の記録').click();
    await panel.getByRole('cell', { name: '届きました (204)' }).waitFor();
    await page.evaluate('scrollTo(0, 0)'); // what is half under the head of the page has no target of its own size
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.reload();
    await panel.getByText(receiver.url).waitFor();
    expect(await panel.getByText(/^whsec_/).count()).toBe(0);
    expect(venue.faults).toEqual([]);
  });

  it('the operator sees how it runs, makes and revokes a key, and looks into the queues', async () => {
    await makeOperator(venue.database.reader, (await ensureOrganiser(venue.database.reader, 'owner')).id);
    const page = await venue.show(STILL, await venue.loginPath('owner'));
    await page.getByRole('button', { name: 'あとで' }).click();
    await page.getByRole('link', { name: '運営ページ' }).click();
    await page.getByRole('region', { name: 'キュー' }).first().getByRole('row', { name: /自己紹介の読み取り/ }).waitFor();
    await page.getByRole('textbox', { name: '何に使う鍵か' }).fill('図書館の本番');
    await page.getByRole('button', { name: '鍵を作る' }).click();
    await page.getByText(/^tsk_[\w-]{43}$/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '取り消す' }).click();
    await page.getByText('取り消し済み').waitFor();
    await page.getByRole('link', { name: 'キューの中を見る（Bull Board）' }).click();
    await page.getByText('tsunagu: profiles').first().waitFor();
    expect(venue.faults.filter((fault) => !/fonts\.googleapis|style-src-elem|style-src/.test(fault))).toEqual([]);
  });

  it('the page of the message queue passes axe', async () => {
    const page = await venue.show(STILL, '/api/messages');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
