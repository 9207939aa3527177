import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { LAPTOP, PHONE, PROJECTOR } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { look } from '../helpers/pages/look.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event } from '../helpers/pages/venue.js';
import { WallPage } from '../helpers/pages/wall-page.js';
import { waitFor } from '../helpers/wait-for.js';

const HOST = 'tsunagu.test';
const IMG = '<img src=x onerror=alert(1)>';
const HOSTILE_CONTACT = 'javascript:alert(5) <a href="javascript:alert(6)">x</a>';
const FORMULA = '=HYPERLINK(1)';
const HOSTILE = `写真撮影が得意です。${IMG}<script>alert(2)</script>\u202Eすでき書を字文な逆\u202C "><svg onload=alert(3)> javascript:alert(4)`;
let venue: Venue;
let organiser: Caller;
let event: Event;
let page: Page;
let phone: OwnPage;

beforeAll(async () => {
  venue = await Venue.open({ hosts: { [HOST]: '127.0.0.1' } });
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
}, 180_000);
afterAll(() => venue?.close());

const board = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const enter = async (fields: { nickname: string; introduction?: string }) => venue.enter(event.joinCode, { consentVersion: (await board()).event.consentVersion, ...fields });
const called = async (nickname: string) => (await board()).people.filter((person) => person.nickname === nickname);
const rewrite = async (of: Page, text: string): Promise<void> => {
  await of.getByRole('button', { name: '書き直す' }).tap();
  await new JoinPage(of).introduction.fill(text);
  await of.getByRole('button', { name: '送る', exact: true }).tap();
};
const me = async (of: Page) => (await of.context().request.get(`/api/v1/events/${event.id}/me`).then((answer) => answer.json())).state;

describe('a room with a bad network', () => {
  const step = steps();
  step('feature 75: who joins while offline is told so, and has joined once when the network is back', async () => {
    page = await venue.show(PHONE, `/j/${event.joinCode}`);
    const join = new JoinPage(page);
    await join.fillIn({ nickname: 'アオイ', introduction: '動画編集が得意です。' });
    await page.context().setOffline(true);
    await join.submit.tap();
    await page.getByText('電波が届くのを待っています。').waitFor();
    await page.getByRole('button', { name: '送っています…' }).tap({ force: true });
    expect(await join.introduction.inputValue()).toBe('動画編集が得意です。');
    await page.context().setOffline(false);
    phone = await (await new OwnPage(page).ready()).tagged();
    expect(await called('アオイ')).toHaveLength(1);
  });

  step('feature 75: what is written while offline waits, is told to wait, and is sent exactly once', async () => {
    await page.context().setOffline(true);
    await page.getByText('ネットワークにつながっていません。').waitFor();
    await page.getByRole('button', { name: '書き直す' }).tap();
    await page.getByRole('textbox', { name: '自己紹介' }).fill('動画編集が得意です。溶接もできます。');
    await page.getByRole('button', { name: '送る', exact: true }).tap();
    await page.getByText('1件の変更が送信待ちです。').waitFor();
    await page.getByText('溶接もできます。').waitFor();
    await page.getByRole('region', { name: '自己紹介' }).getByText('まだ送れていません。').waitFor();
    expect((await organiser.call('readIntroduction', { eventId: event.id, participantId: await idOf('アオイ') })).body.text).not.toContain('溶接');
    await page.context().setOffline(false);
    await phone.tags().filter({ hasText: '溶接' }).first().waitFor();
    await waitFor('no banner', async () => !(await page.getByText('送信待ち').isVisible()) && !(await page.getByText('つながっていません').isVisible()));
    expect((await me(page)).me.introduction).toMatchObject({ revision: 2, text: '動画編集が得意です。溶接もできます。' });
  });

  step('a draft outlives a reload that fails offline, and so does a change that waits', async () => {
    await page.getByRole('button', { name: '書き直す' }).tap();
    await page.getByRole('textbox', { name: '自己紹介' }).fill('まだ書きかけの文章');
    await page.context().setOffline(true);
    await page.reload().catch(() => undefined);
    await page.context().setOffline(false);
    await page.goto(`/e/${event.id}`);
    await waitFor('the draft', async () => (await page.getByRole('textbox', { name: '自己紹介' }).inputValue()) === 'まだ書きかけの文章');
    await page.getByRole('button', { name: 'やめる' }).tap();

    await page.context().setOffline(true);
    const label = (await phone.tags().first().locator('bdi').textContent())!;
    await phone.changeTag(label, 'このタグを消す');
    await page.getByText('1件の変更が送信待ちです。').waitFor();
    await page.reload().catch(() => undefined);
    await page.context().setOffline(false);
    await page.goto(`/e/${event.id}`);
    await phone.tagged();
    await waitFor('the removal', async () => !(await me(page)).statements.some((one: { label: string }) => one.label === label));
    expect(await phone.tag(label).count()).toBe(0);
  });

  step('an introduction that was refused, since a newer one came from another device, stays a draft with both texts in sight', async () => {
    const twin = await venue.show(PHONE, '/');
    await twin.context().addCookies(await page.context().cookies());
    await twin.goto(`/e/${event.id}`);
    await new OwnPage(twin).tagged();
    await page.context().setOffline(true);
    await rewrite(page, '動画編集が得意です。通訳もできます。');
    // what is written on top of it is refused with it, though its number would fit by then
    await rewrite(page, '動画編集が得意です。通訳も司会もできます。');
    await phone.open('データ');
    await rewrite(twin, '動画編集が得意です。陶芸が好きです。');
    await waitFor('the other text', async () => (await me(page)).me.introduction.text.includes('陶芸'));
    await page.context().setOffline(false);
    await phone.notice().getByText('あなたの文は「わたし」に下書きがあります。').waitFor();
    await page.reload();
    await phone.open('わたし');
    const { introduction } = new JoinPage(page);
    expect(await introduction.inputValue()).toBe('動画編集が得意です。通訳も司会もできます。');
    await page.getByRole('alert').getByText('陶芸が好きです。').waitFor();
    expect((await me(page)).me.introduction.text).toBe('動画編集が得意です。陶芸が好きです。');
    await page.getByRole('button', { name: 'ここの文で書き換える' }).tap();
    await page.getByRole('button', { name: '送る', exact: true }).tap();
    await twin.getByText('通訳も司会もできます。').waitFor();

    // and an editor that stood open writes over nothing that was saved meanwhile
    await phone.tagged();
    await page.getByRole('button', { name: '書き直す' }).tap();
    await introduction.fill('動画編集が得意です。山も好きです。');
    await rewrite(twin, '動画編集が得意です。海が好きです。');
    await page.getByRole('alert').getByText('海が好きです。').waitFor();
    expect(await page.getByRole('button', { name: '送る', exact: true }).isDisabled()).toBe(true);
    expect(await introduction.inputValue()).toBe('動画編集が得意です。山も好きです。');
    await page.getByRole('button', { name: 'そちらの文にする' }).tap();
    await waitFor('the other text', async () => (await introduction.inputValue()).includes('海が好き'));
    await page.getByRole('button', { name: 'やめる' }).tap();
    await phone.tagged();
    await twin.context().close();
  });

  step('a page that comes out of the back-forward cache shows what is true now', async () => {
    await page.goto('/');
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [await idOf('アオイ')], here: true });
    const { state } = (await organiser.call('readConsole', { eventId: event.id })).body;
    await organiser.call('changeEvent', { eventId: event.id }, { title: '坂のまちラボ 第2回', version: state.event.version });
    await page.goBack();
    await page.getByText('坂のまちラボ 第2回').waitFor();
  });

  step('feature 2: the return QR brings somebody back in another browser', async () => {
    const answer = page.waitForResponse((response) => response.url().endsWith('/return-link'));
    await page.getByRole('button', { name: '戻るQRを出す' }).tap();
    await page.getByRole('img', { name: 'あなたのページに戻るQRコード' }).waitFor();
    const { url } = await (await answer).json();
    await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
    const { pathname, hash } = new URL(url);
    const elsewhere = await venue.show(PHONE, pathname + hash);
    await elsewhere.getByRole('heading', { name: 'アオイ' }).waitFor();
    expect(elsewhere.url()).toBe(`${venue.product.origin}/e/${event.id}`);
    expect(await called('アオイ')).toHaveLength(1);
    await elsewhere.context().close();
  });

  step('feature 2: who has joined twice is made one: the page that is open follows, and goes on live', async () => {
    const twice = await enter({ nickname: 'アオイ二号' });
    const doubled = await venue.show(PHONE, `/e/${event.id}`, { as: twice });
    await doubled.getByRole('heading', { name: 'アオイ二号' }).waitFor();
    await organiser.call('mergePeople', { eventId: event.id }, { keepId: await idOf('アオイ'), dropId: twice.id });
    await doubled.getByRole('heading', { name: 'アオイ', exact: true }).waitFor();
    const { event: { version } } = await board();
    await organiser.call('changeEvent', { eventId: event.id }, { title: '坂のまちラボ 第3回', version });
    await doubled.getByText('坂のまちラボ 第3回').waitFor();
    await doubled.context().close();
  });

  step('somebody else joins on a phone that is shared: the first has their way back, and nothing of theirs becomes the other’s', async () => {
    const shared = await venue.show(PHONE, `/j/${event.joinCode}`);
    await new JoinPage(shared).join({ nickname: 'ミドリ', introduction: '編み物が得意です。' });
    await shared.getByRole('button', { name: '書き直す' }).tap();
    await new JoinPage(shared).introduction.fill('まだ送っていない文です。');
    await shared.goto('/');
    await shared.getByRole('link', { name: '参加したイベント 坂のまちラボ 第3回' }).tap();
    await shared.getByRole('heading', { name: 'ミドリ' }).waitFor();
    await shared.goto(`/j/${event.joinCode}`);
    const answer = shared.waitForResponse((response) => response.url().endsWith('/return-link'));
    await shared.getByRole('button', { name: '別の人として参加' }).tap();
    await shared.getByRole('img', { name: 'あなたのページに戻るQRコード' }).waitFor();
    await look(shared, ['ミドリ']);
    const { url } = await (await answer).json();
    await shared.getByRole('link', { name: '別の人として参加' }).tap();
    await new JoinPage(shared).join({ nickname: 'キイロ', introduction: '写真が得意です。' });
    await shared.getByRole('heading', { name: 'キイロ' }).waitFor();
    expect([await called('ミドリ'), await called('キイロ')].map(({ length }) => length)).toEqual([1, 1]);
    expect(await shared.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('まだ送っていない文です。');
    const { pathname, hash } = new URL(url);
    await shared.goto(pathname + hash);
    await shared.getByRole('heading', { name: 'ミドリ' }).waitFor();
    await shared.context().close();
  });
});

describe('a phone that is set wrong', () => {
  const step = steps();
  let small: Event;
  beforeAll(async () => { small = await venue.makeEvent(organiser, { title: '四人の会' }); });

  step('blocks cookies: is told so before it joins, and nobody has joined', async () => {
    const closed = await venue.show(PHONE, '/');
    await (await closed.context().newCDPSession(closed)).send('Emulation.setDocumentCookieDisabled', { disabled: true });
    await closed.goto(`/j/${small.joinCode}`);
    await closed.getByText('Cookieを受け付けないため').waitFor();
    expect(await new JoinPage(closed).submit.count()).toBe(0);
    expect((await organiser.call('readConsole', { eventId: small.id })).body.state.people).toEqual([]);
    await closed.context().close();
  });

  step('has a clock three hours fast: shows who is free, and lets its owner take back that they are', async () => {
    const enterSmall = (nickname: string) => venue.enter(small.joinCode, { nickname, introduction: '写真撮影が得意です。' });
    const [owner, mate, leaver] = [await enterSmall('ミナト'), await enterSmall('ソラ'), await enterSmall('カイ')];
    await venue.allRead([owner, mate, leaver]);
    await mate.call('setFree', { eventId: small.id }, { free: true, place: '窓ぎわ' });
    const fast = await venue.show(PHONE, '/', { as: owner });
    await fast.addInitScript('{ const now = Date.now; Date.now = () => now() + 3 * 3_600_000; }');
    await fast.goto(`/e/${small.id}#people`);
    const own = await new OwnPage(fast).ready();
    await own.candidate('ソラ').getByText('いま話せます（窓ぎわ）').waitFor();
    await fast.getByRole('button', { name: 'いま話せる人 1' }).waitFor();
    await fast.getByText('いま、話せますか').tap();
    await fast.getByRole('button', { name: 'いま話せる', exact: true }).tap();
    await waitFor('others see it', async () => (await mate.call('readPhone', { eventId: small.id })).body.state.free.length === 2);
    await fast.reload();
    await fast.getByRole('button', { name: '話せるのをやめる' }).tap();
    await waitFor('others see no more of it', async () => (await mate.call('readPhone', { eventId: small.id })).body.state.free.length === 1);

    // and is told whom it wanted to meet in vain
    await own.candidate('カイ').waitFor();
    await fast.context().setOffline(true);
    await own.hello('カイ').tap();
    await leaver.call('eraseMe', { eventId: small.id }, undefined);
    await fast.context().setOffline(false);
    await own.notice().getByText('カイさんは、もうこのイベントにいません。').waitFor();
    await fast.context().close();
  });
});

describe('plain http under another host name', () => {
  const step = steps();
  step('joins and gets tags without anything that needs a secure context', async () => {
    const { port } = new URL(venue.product.origin);
    const guest = await venue.show(PHONE, `http://${HOST}:${port}/j/${event.joinCode}`);
    expect(await guest.evaluate('isSecureContext')).toBe(false);
    expect(await guest.evaluate('typeof crypto.randomUUID')).toBe('undefined');
    const own = await new JoinPage(guest).join({ nickname: 'ハルカ', introduction: '写真撮影が得意です。' });
    await own.tagged();
    await own.changeTag((await own.tags().first().locator('bdi').textContent())!, 'このタグを消す');
    await own.notice().getByRole('button', { name: '元に戻す' }).tap();
    await own.tags().first().waitFor();
    // a push comes by itself
    const { id } = (await guest.context().request.get(`/api/v1/events/${event.id}/me`, { headers: {} }).then(() => called('ハルカ')))[0];
    const mate = await enter({ nickname: 'ナギ', introduction: '写真撮影が得意です。' });
    await mate.call('sayHello', { eventId: event.id, participantId: id });
    await own.open('出会い');
    await own.hello('ナギ').tap();
    await own.moment('ペアになりました').waitFor();
    await guest.context().close();
  });
});

describe('hostile input', () => {
  const step = steps();
  step('shown inert: markup and formulas in a name and an introduction are text on phone, board, wall, in the CSV and in print', async () => {
    const hostile = await venue.show(PHONE, `/j/${event.joinCode}`);
    const own = await new JoinPage(hostile).join({ nickname: IMG, introduction: HOSTILE });
    await own.tagged();
    expect(await hostile.getByRole('heading', { level: 1 }).textContent()).toContain(IMG);
    expect(await hostile.getByRole('region', { name: '自己紹介' }).textContent()).toContain('<script>alert(2)</script>');
    const laptop = await venue.show(LAPTOP, await venue.loginPath());
    await laptop.getByRole('button', { name: 'あとで' }).click();
    await laptop.getByRole('link', { name: /^坂のまちラボ/ }).click();
    const console_ = new ConsolePage(laptop);
    await console_.open('参加者');
    await console_.person(IMG).waitFor();
    await laptop.getByRole('button', { name: `${IMG}さんの操作` }).click();
    await laptop.getByRole('menuitem', { name: '自己紹介を読む' }).click();
    await laptop.getByRole('dialog').getByText('<svg onload=alert(3)>').waitFor();
    const wall = new WallPage(await venue.show(PROJECTOR, `/wall/${event.wallSecret}`));
    await wall.joined((await board()).people.length);
    const inert = async (one: Page) => expect(await one.locator('img:not([src^="data:image/svg+xml"]), svg[onload], script:not([src])').count()).toBe(0);
    for (const one of [hostile, laptop, wall.page]) await inert(one);
    await venue.enter(event.joinCode, { nickname: FORMULA, consentVersion: (await board()).event.consentVersion });
    await laptop.keyboard.press('Escape');
    await console_.person(FORMULA).waitFor();
    const [download] = await Promise.all([laptop.waitForEvent('download'), laptop.getByRole('button', { name: 'CSVで書き出す' }).click()]);
    const cells = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '').split(/[\r\n]+|,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    expect(cells.filter((cell) => /^"?[=+@\t\r]|^"?-\D/.test(cell))).toEqual([]);
    expect(cells.join()).toContain(FORMULA);
    for (const kind of ['list', 'badges']) {
      await laptop.goto(`${laptop.url().split('#')[0]}#print-${kind}`);
      await laptop.getByText(IMG).first().waitFor();
      await inert(laptop);
    }
    for (const one of [laptop, wall.page]) await one.context().close();
    await hostile.context().close();
  });

  step('shown inert on the phones of others: as a candidate, a pair, a member of the team, and in the contact', async () => {
    const small = await venue.makeEvent(organiser, { title: 'ふたりの会' });
    const hostile = await venue.enter(small.joinCode, { nickname: IMG, introduction: HOSTILE, affiliation: IMG });
    const person = await venue.enter(small.joinCode, { nickname: 'トナリ', introduction: '写真撮影が得意です。' });
    await venue.allRead([hostile, person]);
    const near = await venue.show(PHONE, `/e/${small.id}#people`, { as: person });
    const own = await new OwnPage(near).ready();
    const inert = async (text: string) => {
      expect(await near.locator('img:not([src^="data:image/svg+xml"]), svg[onload], script:not([src])').count()).toBe(0);
      expect(await near.evaluate('document.body.textContent')).toContain(text);
    };
    await own.candidate(IMG).waitFor();
    await inert(IMG);
    await own.candidate(IMG).getByRole('button', { name: /^詳しく見る/ }).tap();
    await near.getByRole('dialog').getByText('<svg onload=alert(3)>').waitFor();
    await inert('<script>alert(2)</script>');
    await near.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
    await own.hello(IMG).tap();
    await hostile.call('sayHello', { eventId: small.id, participantId: person.id });
    await own.moment('ペアになりました').getByText(`${IMG}さんも`).waitFor();
    await inert(IMG);
    await own.moment('ペアになりました').getByRole('button', { name: '閉じる' }).tap();
    await organiser.call('checkIn', { eventId: small.id }, { participantIds: [hostile.id, person.id], here: true });
    const { proposalId } = (await organiser.call('formTeams', { eventId: small.id }, { teamSize: { min: 2, max: 2 }, seed: 1, seconds: 0.1 })).body;
    const { version } = await waitFor('the draft', async () => {
      const { proposal } = (await organiser.call('readConsole', { eventId: small.id })).body.state;
      return proposal?.status === 'draft' && proposal.objective !== null ? proposal : null;
    });
    await organiser.call('publish', { eventId: small.id, proposalId }, { version });
    for (const one of [hostile, person]) await one.call('setContact', { eventId: small.id }, { text: HOSTILE_CONTACT, shared: true });
    await own.moment('チームが決まりました').getByRole('button', { name: 'チームを見る' }).tap();
    await near.getByRole('region', { name: 'メンバー' }).getByText(HOSTILE_CONTACT).first().waitFor();
    await inert(IMG);
    expect(await near.getByRole('region', { name: 'メンバー' }).locator('a').count()).toBe(0);
    await near.context().close();
  });

  step('refused: characters that turn or stack text are refused with a sentence, and what was written stays', async () => {
    const guest = await venue.show(PHONE, `/j/${event.joinCode}`);
    const join = new JoinPage(guest);
    const zalgo = `こ${'\u0301'.repeat(40)}んにちは`;
    await join.fillIn({ nickname: 'ゼロ', introduction: zalgo });
    await join.submit.tap();
    await waitFor('the refusal', async () => (await join.introduction.getAttribute('aria-invalid')) === 'true');
    expect(await join.introduction.inputValue()).toBe(zalgo);
    expect(guest.url()).toContain('/j/');
    await join.fillIn({ nickname: '\u202Eロゼ', introduction: '写真撮影が得意です。' });
    await join.submit.tap();
    await guest.locator('[aria-invalid], nav').first().waitFor();
    // whoever is let in cannot turn the text of others: each name stands by itself
    for (const person of (await board()).people) expect(person.nickname).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    await guest.context().close();
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});

const idOf = async (nickname: string): Promise<string> => (await called(nickname))[0].id;
