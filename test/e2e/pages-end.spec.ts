import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { PHONE, PROJECTOR } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { OwnPage, type Tab } from '../helpers/pages/attendee-page.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { formDraft, publishTeams, showFirstTeam } from '../helpers/pages/first-team.js';
import { look } from '../helpers/pages/look.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { san } from '../helpers/pages/san.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

/** Letters in the names of the fixture's people are theirs. */
const NAMES = FIXTURE_PEOPLE.flatMap(({ name, affiliation }) => `${name} ${affiliation}`.match(/[A-Za-z]{2,}/g) ?? []);
let venue: Venue;
let organiser: Caller;
let event: Event;
let people: Participant[];
/** two of one team, and the organiser's desk */
let one: Page, two: Page, laptop: Page;
let mates: Participant[];

const board = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const text = async (page: Page): Promise<string> => (await page.getByRole('main').textContent())!;
const open = (page: Page, tab: Tab) => new OwnPage(page).open(tab);
/** The history has an entry for each sheet that is open a moment after it stands on the page; nobody presses back within it. */
const sheetsInHistory = (page: Page, count: number) => waitFor(`${count} sheets in the history`, () => page.evaluate<boolean>(`(history.state?.sheets ?? 0) === ${count}`));

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '港のまちラボ' });
  people = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(0, 6));
  await venue.allRead(people);
  await publishTeams({ organiser, event }, people, 3);
  ({ mates, one, two, laptop } = await showFirstTeam(venue, { organiser, event }, people));
}, 180_000);
afterAll(() => venue?.close());

describe('the end of an event on its pages', () => {
  const step = steps();

  step('feature 28: the button of a pair says so and asks before it is ended; the back button closes one sheet after the other and stays on the page', async () => {
    const [a, b] = mates;
    await a.call('sayHello', { eventId: event.id, participantId: b.id });
    await b.call('sayHello', { eventId: event.id, participantId: a.id });
    await new OwnPage(one).moment('ペアになりました').getByRole('button', { name: '話すきっかけを見る' }).tap();
    const sheet = one.getByRole('dialog', { name: b.nickname, exact: true });
    await sheet.getByRole('button', { name: `ペアです（${b.nickname}）` }).tap();
    const question = one.getByRole('dialog', { name: `${san(b.nickname)}とのペアを取り消しますか` });
    await question.waitFor();
    await sheetsInHistory(one, 2);
    await one.goBack();
    await question.waitFor({ state: 'hidden' });
    await sheetsInHistory(one, 1);
    expect(await sheet.isVisible()).toBe(true);
    await sheet.getByText('この人と会わないようにする').first().tap();
    await sheet.getByText('同じチームの間は、チームのページには出ます。').waitFor(); // what is true of a team-mate, and how to get away
    await one.goBack();
    await sheet.waitFor({ state: 'hidden' });
    await sheetsInHistory(one, 0);
    await new OwnPage(two).moment('ペアになりました').getByRole('button', { name: '閉じる' }).tap();
    await sheetsInHistory(two, 0);
    for (const page of [one, two]) expect(new URL(page.url()).hash).toBe('#team');
    expect((await a.call('readPhone', { eventId: event.id })).body.state.hellos.mutual).toHaveLength(1);
  });

  step('a rewritten introduction is taken back from its notice', async () => {
    const told = async () => (await mates[0].call('readPhone', { eventId: event.id })).body.state.me.introduction.text;
    const before = await told();
    await open(one, 'わたし');
    await one.getByRole('button', { name: '書き直す' }).tap();
    await one.getByRole('textbox').first().fill('編み物を教えられます。');
    await one.getByRole('button', { name: '送る', exact: true }).tap();
    await waitFor('the new text', async () => await told() === '編み物を教えられます。');
    await one.getByRole('button', { name: '元に戻す' }).tap();
    await waitFor('the text before', async () => await told() === before);
  });

  step('feature 13: 「わたし」 shows which kinds of tags others do not see', async () => {
    await mates[0].call('changeProfile', { eventId: event.id }, { shows: { skill: false, interest: false, seeking: false, data: true } }); // whichever tags they have
    await open(one, 'わたし');
    await one.getByText('この種類は、ほかの人には見せていません。').first().waitFor();
    await look(one, NAMES);
    await mates[0].call('changeProfile', { eventId: event.id }, { shows: { skill: true, interest: true, seeking: true, data: true } });
    await one.getByText('この種類は、ほかの人には見せていません。').first().waitFor({ state: 'hidden' });
  });

  step('who has left reads so on every tab and after a reload, and comes back by their own hand or the desk’s', async () => {
    const leaver = people.find((person) => !mates.includes(person))!;
    const phone = await venue.show(PHONE, `/e/${event.id}#data`, { as: leaver });
    const leave = async () => {
      await open(phone, 'データ');
      await phone.getByRole('button', { name: '先に帰る' }).tap();
      await phone.getByRole('dialog', { name: '先に帰りますか' }).getByRole('button', { name: '先に帰る' }).tap();
    };
    const away = phone.getByRole('heading', { name: '先に帰ったことになっています' });
    await new OwnPage(phone).moment('チームが決まりました').getByRole('button', { name: '閉じる' }).tap();
    await leave();
    await away.waitFor();
    await phone.reload();
    await away.waitFor();
    for (const tab of ['チーム', '出会い', 'わたし'] as const) {
      await open(phone, tab);
      await away.waitFor();
      expect(await text(phone)).not.toMatch(/主催者に声をかけてください|候補を探しています/);
    }
    await phone.getByRole('button', { name: 'やっぱり残る' }).tap();
    await away.waitFor({ state: 'hidden' });
    await waitFor('checked in again', async () => (await board()).people.some(({ id, here, left }) => id === leaver.id && here && !left));
    await leave();
    await away.waitFor();
    await new ConsolePage(laptop).open('参加者');
    const here = new ConsolePage(laptop).checkIn(leaver.nickname);
    await waitFor('the desk has heard of it', async () => !await here.isChecked());
    await here.click();
    await away.waitFor({ state: 'hidden' });
    await new ConsolePage(laptop).open('チーム');
    await phone.close();
  });

  step('feature 67: where every team is full it is said what helps, and it helps: a larger limit in the settings seats who waits', async () => {
    const { teamSize } = (await board()).event;
    const limit = Math.max(...(await board()).teams.map(({ members, openSeats }) => members.length + openSeats));
    const free = (await board()).teams.reduce((sum, { openSeats }) => sum + openSeats, 0);
    const late = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(6, 7 + free));
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: late.map(({ id }) => id), here: true });
    await laptop.getByText('どのチームも満員です。').waitFor();
    await laptop.getByRole('button', { name: /さんの席を用意する$/ }).click();
    await laptop.getByRole('menuitem', { name: /^おまかせ/ }).click();
    await laptop.getByText(/の席は用意できませんでした。どのチームも満員です。「設定」で人数の上限を上げるか/).waitFor();
    await look(laptop, NAMES);
    await new ConsolePage(laptop).open('設定');
    await laptop.getByText('最大を増やすと、発表したチームにもその分の席ができ').waitFor();
    if (teamSize.max < limit) await organiser.call('changeEvent', { eventId: event.id }, { teamSize: { ...teamSize, max: limit }, version: (await board()).event.version });
    await laptop.getByLabel('最大').fill(String(Math.max(limit, teamSize.max) + 1));
    await new ConsolePage(laptop).button('設定を保存').click();
    await waitFor('everybody seated', async () => (await board()).unplaced.length === 0);
    await new ConsolePage(laptop).open('チーム');
  });

  step('feature 94: phones say at once that it is over, also after a reload, and nothing that is no longer true', async () => {
    await formDraft({ organiser, event }, 3);
    await new ConsolePage(laptop).button('発表する').waitFor();
    const untouched = await venue.show(PHONE, `/e/${event.id}`, { as: mates[0] });
    await new OwnPage(untouched).moment('チームが決まりました').waitFor();
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version: (await board()).event.version });
    await untouched.getByRole('heading', { name: 'このイベントは終了しました' }).waitFor();
    expect(await untouched.getByRole('dialog').count()).toBe(0);
    await untouched.close();
    for (const reload of [false, true]) {
      if (reload) await two.reload();
      await two.getByRole('heading', { name: 'このイベントは終了しました' }).waitFor();
      const other = two.getByRole('region', { name: 'メンバー' }).getByRole('listitem').filter({ has: two.getByRole('heading', { name: mates[0].nickname, exact: true }) });
      await waitFor('the others by name alone', async () => await other.count() === 1 && await other.locator('.tag').count() === 0);
      expect(await text(two)).not.toMatch(/このチームに参加しますか|主催者を呼ぶ|このチームになった理由|最初の問いかけ|まだ足りないもの|に集合/);
      await two.getByText(/\d+年\d+月\d+日に自動で消えます。/).waitFor();
      await two.getByRole('radio', { name: 'よかった' }).waitFor();
      await open(two, '出会い');
      expect(await text(two)).not.toMatch(/候補を探しています|いま、話せますか/);
      expect(await two.getByRole('article').count()).toBe(0);
      await open(two, 'わたし');
      await two.getByText('イベントが終わったので、ほかの参加者には見えません').waitFor();
      expect(await text(two)).not.toContain('参加者に公開中');
      await open(two, 'データ');
      expect(await text(two)).not.toMatch(/休止|先に帰る/);
      await two.getByRole('button', { name: '情報をダウンロード' }).waitFor();
      await open(two, 'チーム');
    }
  });

  step('feature 52: the console says why no team can be formed or announced any more, and offers neither', async () => {
    await laptop.getByText('終了したイベントでは、チームを作ることも、発表することも、変えることもできません。').waitFor();
    for (const name of ['発表する', '残りを組み直す', '別の案も作る']) expect(await new ConsolePage(laptop).button(name).isDisabled()).toBe(true);
    await new ConsolePage(laptop).open('受付');
    await laptop.getByText('もう参加できません').waitFor();
    expect(await text(laptop)).not.toMatch(/代わりに登録|紙のカード|QRコードを読み取/);
    await new ConsolePage(laptop).open('設定');
    await laptop.getByText(/参加者の情報は、\d+年\d+月\d+日 \d+:\d+を過ぎると自動で消えます。/).waitFor();
    await new ConsolePage(laptop).open('チーム');
  });

  step('feature 94: where the event is erased, open phones, wall and console show nobody any more, at once, and the phone keeps nothing of it', async () => {
    await open(two, 'わたし');
    await two.getByRole('button', { name: '書き直す' }).tap();
    await two.getByRole('textbox').first().fill('まだ送っていない自己紹介です。');
    await new ConsolePage(laptop).open('参加者');
    await laptop.getByText(mates[0].nickname, { exact: true }).first().waitFor();
    await laptop.getByText('イベントが終了したため、チェックインは変えられません。').waitFor();
    expect(await new ConsolePage(laptop).checkIn(mates[0].nickname).isDisabled()).toBe(true);
    expect(await new ConsolePage(laptop).button('表示中の全員をチェックイン').isDisabled()).toBe(true);
    const wall = await venue.show(PROJECTOR, `/wall/${event.wallSecret}`);
    await wall.getByText('イベントは終了しました。').waitFor();
    const exported = execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'export', '--event', event.id], { env: { ...process.env, DATABASE_URL: venue.product.databaseUrl }, encoding: 'utf8' });
    expect(exported.split('\n').filter((line) => line.startsWith('{"type":"team","round":1,"publishedAt":"')).length).toBeGreaterThan(1);
    execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'erase', '--event', event.id], { env: { ...process.env, DATABASE_URL: venue.product.databaseUrl } });
    await two.getByRole('heading', { name: 'あなたの情報は削除されました。' }).waitFor();
    await wall.getByText('この会場画面は見つかりません。').waitFor();
    await waitFor('nothing kept', async () => !(await two.evaluate<string>('Object.keys(localStorage).join()')).includes(event.id));
    await laptop.getByText('参加者の情報は、すべて削除されました。').waitFor();
    expect(await text(laptop)).not.toContain('QRコードから参加');
    for (const page of [two, laptop]) for (const { nickname } of people) expect(await page.content()).not.toContain(nickname);
    await new ConsolePage(laptop).open('設定');
    await laptop.getByText('このイベントの受付は、もう再開できません。').waitFor();
    expect(await new ConsolePage(laptop).button('受付を再開する').count()).toBe(0);
    await new ConsolePage(laptop).open('チーム');
    await laptop.getByText('終了したイベントでは').waitFor();
    expect(await laptop.getByText(/チェックインしてください/).count()).toBe(0);
    expect(await new ConsolePage(laptop).button('チームを作る').count()).toBe(0);
    await new ConsolePage(laptop).open('記録');
    await laptop.getByText('参加者の情報はすべて削除されたため、結果の数字も残っていません。').waitFor();
  });

  step('feature 94: the owner of an event that is over erases it from the console, once its name was typed; past events stand apart', async () => {
    const past = await venue.makeEvent(organiser, { title: '去年のまちラボ' });
    const [guest] = await venue.enterAll(past.joinCode, FIXTURE_PEOPLE.slice(0, 1));
    const phone = await venue.show(PHONE, `/e/${past.id}`, { as: guest });
    await laptop.goto(`/console/events/${past.id}#settings`);
    await new ConsolePage(laptop).button('イベントを終了する').waitFor();
    const erase = new ConsolePage(laptop).button('参加者の情報をいま削除する');
    expect(await erase.count()).toBe(0);
    await organiser.call('changeEvent', { eventId: past.id }, { state: 'closed', version: past.version });
    await erase.click();
    const sheet = laptop.getByRole('dialog', { name: '参加者の情報をいま削除しますか' });
    const sure = sheet.getByRole('button', { name: '削除する' });
    expect(await sure.isDisabled()).toBe(true);
    await sheet.getByLabel('削除するイベントの名前を入力してください').fill('去年のまちラボ');
    await look(laptop, NAMES);
    await sure.click();
    await sheet.waitFor({ state: 'hidden' });
    await laptop.getByText('このイベントの受付は、もう再開できません。').waitFor();
    expect(await erase.count()).toBe(0);
    await phone.getByRole('heading', { name: 'あなたの情報は削除されました。' }).waitFor();
    await phone.close();
    await venue.makeEvent(organiser, { title: '来年のまちラボ' });
    await laptop.goto('/console');
    await laptop.getByText('来年のまちラボ').waitFor();
    expect(await laptop.getByText('去年のまちラボ').isVisible()).toBe(false);
    await laptop.getByText(/^終わったイベント/).click();
    await laptop.getByRole('link', { name: /去年のまちラボ.*削除済み/ }).waitFor();
    await look(laptop, NAMES);
  });

  step('no page has complained', () => {
    expect(venue.faults).toEqual([]);
  });
});
