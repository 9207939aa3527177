import type { Page } from 'playwright-core';
import { LAPTOP, PHONE } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { publishTeams } from '../helpers/pages/first-team.js';
import { setLetters } from '../helpers/pages/look.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

let venue: Venue;
let organiser: Caller;
let event: Event;
let page: Page;
let own: OwnPage;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
}, 180_000);
afterAll(() => venue?.close());

describe('a phone in a hurry', () => {
  const step = steps();
  step('the next person on a shared phone is not offered the profile that the one before keeps for the next event', async () => {
    page = await venue.show(PHONE, `/j/${event.joinCode}`);
    own = await new JoinPage(page).join({ nickname: 'さくら', introduction: '写真撮影が得意です。' });
    await own.open('データ');
    await page.getByRole('checkbox', { name: 'この端末に残す' }).check();
    const { joinCode } = await venue.makeEvent(organiser, { title: '次のラボ' });
    const offer = page.getByRole('button', { name: '前の内容を入れる' });
    await page.goto(`/j/${joinCode}`);
    await offer.waitFor();
    const next = await page.context().newPage();
    await next.goto(`/j/${event.joinCode}#another`);
    await new JoinPage(next).nickname.waitFor();
    expect(await next.getByRole('button', { name: '前の内容を入れる' }).count()).toBe(0);
    await next.close();
    await page.context().close();
  });

  step('text that is selected with the mouse closes no sheet, also where the selection ends beside it; a press there does', async () => {
    const person = await venue.enter(event.joinCode, { nickname: 'うみ', introduction: '動画編集が得意です。' });
    page = await venue.show(LAPTOP, `/e/${event.id}`, { as: person });
    await page.getByRole('button', { name: 'タグを足す' }).click();
    const input = page.getByRole('dialog').getByLabel('足したいタグ');
    await input.fill('地域の映画会を開く');
    const { x, y } = (await input.boundingBox())!;
    await page.mouse.move(x + 120, y + 10);
    await page.mouse.down();
    await page.mouse.move(x - 200, y + 10, { steps: 6 });
    await page.mouse.up();
    expect(await input.inputValue()).toBe('地域の映画会を開く');
    await page.mouse.click(x - 200, y + 10);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  step('of two quick taps on what closes a sheet the second touches nothing below, and a later one does', async () => {
    const person = await venue.enter(event.joinCode, { nickname: 'なぎ', introduction: '会計の経験があります。' });
    page = await venue.show(PHONE, `/e/${event.id}`, { as: person });
    await page.evaluate("globalThis.below = 0; document.addEventListener('click', ({ target }) => { if (!target.closest('dialog')) globalThis.below++; })");
    const below = () => page.evaluate('globalThis.below');
    await page.getByRole('button', { name: 'タグを足す' }).tap();
    expect(await below()).toBe(1);
    await page.getByRole('dialog').getByLabel('足したいタグ').fill('夜の散歩');
    const { x, y } = (await page.getByRole('dialog').getByRole('button', { name: '足す', exact: true }).boundingBox())!;
    const tap = () => page.touchscreen.tap(x + 10, y + 10);
    await tap();
    await tap();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('夜の散歩').first().waitFor();
    expect(await below()).toBe(1);
    await waitFor('a later tap to be heard', async () => { await tap(); return await below() === 2; });
    await page.context().close();
  });

  step('what is told while a sheet is open is told in it, where it can be seen, heard and put away', async () => {
    const person = await venue.enter(event.joinCode, { nickname: 'りく', introduction: '会計の経験があります。' });
    page = await venue.show(PHONE, `/e/${event.id}`, { as: person });
    own = new OwnPage(page);
    await page.getByRole('button', { name: '戻るQRを出す' }).tap();
    const sheet = page.getByRole('dialog', { name: '戻るQR' });
    await sheet.getByRole('button', { name: 'リンクをコピー' }).tap();
    const notice = sheet.getByRole('status', { name: 'お知らせ' });
    await notice.getByText('コピー').waitFor();
    await sheet.getByRole('button', { name: '閉じる' }).first().tap();
    await own.notice().getByText('コピー').waitFor();
    await page.getByRole('button', { name: '戻るQRを出す' }).tap();
    await notice.getByRole('button', { name: '閉じる' }).tap();
    expect(await notice.getByText('コピー').count()).toBe(0);
    await page.context().close();
  });

  step('what is wrong in a box that is folded away is led to', async () => {
    page = await venue.show(PHONE, `/j/${event.joinCode}`);
    const join = new JoinPage(page);
    await join.fillIn({ nickname: 'ながい', introduction: '写真撮影が得意です。' });
    const summary = page.locator('summary', { hasText: '所属・立場' });
    const affiliation = page.getByRole('textbox', { name: '所属 任意' });
    await summary.tap();
    await affiliation.fill('あ'.repeat(200));
    await summary.tap();
    await join.submit.tap();
    await page.getByText('60文字までにしてください。').waitFor();
    expect(await affiliation.evaluate('document.activeElement.value.length')).toBe(200);
    await page.context().close();
  });
});

describe('a team’s plan on a phone in a hurry', () => {
  const step = steps();
  let people: Participant[];
  const goal = () => page.getByLabel('目標');
  const save = () => page.getByRole('region', { name: 'これからのこと' }).getByRole('button', { name: '保存' });
  const saved = async () => (await people[0]!.call('readPhone', { eventId: people[0]!.eventId })).body.state.team!.goal;
  beforeAll(async () => {
    const lab = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
    people = await venue.enterAll(lab.joinCode, FIXTURE_PEOPLE.slice(0, 8));
    await venue.allRead(people);
    await publishTeams({ organiser, event: lab }, people, 4);
    page = await venue.show(PHONE, `/e/${lab.id}`, { as: people[0]! });
    await page.getByRole('dialog', { name: 'チームが決まりました' }).getByRole('button', { name: 'チームを見る' }).tap();
    own = new OwnPage(page);
    await own.open('チーム');
  }, 60_000);

  step('saved twice while offline the later stands, and nobody is said to have been first', async () => {
    await page.context().setOffline(true);
    await goal().fill('最初の目標');
    await save().tap();
    await goal().fill('直した目標');
    await save().tap();
    expect(await save().isDisabled()).toBe(true);
    await page.context().setOffline(false);
    await waitFor('the later goal', async () => (await saved()) === '直した目標', 30);
    expect(await own.notice().getByText('ほかの人が先に').count()).toBe(0);
    expect(await page.getByText('ほかのメンバーがこう変えました').count()).toBe(0);
    expect(await goal().inputValue()).toBe('直した目標');
  });

  step('saving one field of the profile leaves the others as they are set on another device, and what is wrong is said at its field', async () => {
    const me = people[0]!;
    const lab = new URL(page.url()).pathname.split('/')[2]!;
    const profile = async () => (await me.call('readPhone', { eventId: lab })).body.state.me;
    const [nickname, affiliation] = [page.getByLabel('ニックネーム'), page.getByRole('textbox', { name: /^所属/ })];
    const saveProfile = page.getByRole('button', { name: 'プロフィールを保存' });
    await own.open('データ');
    await nickname.fill('よびな');
    await me.call('changeProfile', { eventId: lab }, { affiliation: '港の会', teamWish: 'alone' });
    await waitFor('what the other device has set', async () => await affiliation.inputValue() === '港の会');
    await saveProfile.tap();
    await waitFor('the new name', async () => (await profile()).nickname === 'よびな');
    expect(await profile()).toMatchObject({ affiliation: '港の会', teamWish: 'alone' });
    await me.call('changeProfile', { eventId: lab }, { nickname: '別の名' });
    await waitFor('the name from the other device', async () => await nickname.inputValue() === '別の名');
    await affiliation.fill('あ'.repeat(200));
    await saveProfile.tap();
    await waitFor('what is wrong at the field', async () => await affiliation.getAttribute('aria-invalid') === 'true');
    await page.getByRole('alert').filter({ hasText: '文字' }).waitFor();
    expect(await affiliation.evaluate((field) => field === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement)).toBe(true);
    await affiliation.fill('港の会');
    await saveProfile.tap();
    await waitFor('nothing wrong', async () => await affiliation.getAttribute('aria-invalid') === null);
    await own.open('チーム');
  });

  step('a suggestion that fails late takes none away that is newer', async () => {
    const found = (label: string) => ({ json: { tags: [{ kind: 'skill', label, concept: label, count: 2 }] } });
    let fail!: () => Promise<void>;
    await page.route('**/tag-suggestions*', async (route) => {
      if (!decodeURIComponent(route.request().url()).endsWith('料')) return route.fulfill(found('料理'));
      return new Promise<void>((resolve) => { fail = async () => { await route.abort(); resolve(); }; });
    });
    await own.open('わたし');
    await page.getByRole('button', { name: 'タグを足す' }).tap();
    const input = page.getByRole('dialog').getByLabel('足したいタグ');
    await input.fill('料');
    await waitFor('the first request', () => fail !== undefined);
    await input.fill('料理');
    const suggestion = page.getByRole('dialog').getByRole('button', { name: '料理' });
    await suggestion.waitFor();
    const failed = page.waitForEvent('requestfailed');
    await fail();
    await failed;
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
    expect(await suggestion.count()).toBe(1);
    await page.unroute('**/tag-suggestions*');
    await page.keyboard.press('Escape');
    await own.open('チーム');
  });

  step('a sheet that was closed while offline asks for nothing when the network is back', async () => {
    await own.open('出会い');
    let asked = 0;
    page.on('request', (request) => { if (/\/people\/[^/]+$/.test(new URL(request.url()).pathname)) asked++; });
    await page.context().setOffline(true);
    await page.locator('.name-button').first().tap();
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await waitFor('the attempts', () => asked > 0);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    const before = asked;
    await page.context().setOffline(false);
    await page.getByText('ネットワークにつながっていません。').waitFor({ state: 'hidden' });
    expect(asked).toBe(before);
    await own.open('チーム');
  });

  step('what is typed into a form is there again after a look at another tab', async () => {
    const contact = page.getByLabel('あなたの連絡先');
    const affiliation = page.getByRole('textbox', { name: /^所属/ });
    await goal().fill('まだ途中の');
    await contact.fill('hana@example');
    await own.open('データ');
    await affiliation.fill('坂の会');
    await own.open('チーム');
    expect([await goal().inputValue(), await contact.inputValue()]).toEqual(['まだ途中の', 'hana@example']);
    await own.open('データ');
    expect(await affiliation.inputValue()).toBe('坂の会');
  });
});

describe('a phone with a keyboard, and one with large letters', () => {
  const step = steps();
  step('what is typed at once into a card or a tag to be added stands there', async () => {
    page = await venue.show(PHONE, `/j/${event.joinCode}`);
    const join = new JoinPage(page);
    await join.fillIn({ nickname: 'すず', introduction: '会計の経験があります。' });
    await page.locator('summary', { hasText: 'データジャケット' }).press('Enter');
    for (const title of ['来客数', '水温']) {
      await page.getByRole('button', { name: 'データジャケットを書く' }).press('Enter');
      await page.keyboard.type(title);
    }
    expect(await Promise.all([0, 1].map((nth) => page.getByLabel('データの名前').nth(nth).inputValue()))).toEqual(['来客数', '水温']);
    await join.submit.press('Enter');
    own = await (await new OwnPage(page).ready()).tagged();
    await page.getByRole('button', { name: 'タグを足す' }).press('Enter');
    await page.keyboard.type('夜の散歩');
    await page.keyboard.press('Enter');
    await own.tag('夜の散歩').waitFor();
    await page.getByRole('button', { name: 'カードを足す' }).press('Enter');
    await page.keyboard.type('気温');
    expect(await page.getByRole('dialog').getByLabel('データの名前').inputValue()).toBe('気温');
    await page.keyboard.press('Escape');
  });

  step('a notice is read across the screen, its buttons below, where letters are large; beside it where they are not', async () => {
    const notice = page.locator('.notice');
    /** The share of a notice's width that its text has. */
    const share = async (): Promise<number> => (await notice.locator('.notice-text').boundingBox())!.width / (await notice.boundingBox())!.width;
    await page.setViewportSize({ width: 360, height: 740 });
    for (const [letters, tag, least, most] of [['', '夜の散歩', 0.4, 0.7], ['26px', '会計', 0.85, 1]] as const) {
      await setLetters(page, letters);
      await page.getByRole('button', { name: `「${tag}」を消す`, exact: true }).tap();
      await notice.waitFor();
      const width = await share();
      expect({ letters, width, fits: width >= least && width <= most }).toEqual({ letters, width, fits: true });
      await notice.getByRole('button', { name: '閉じる' }).tap();
      await notice.waitFor({ state: 'detached' });
    }
    await page.context().close();
  });
});
