import type { Page } from 'playwright-core';
import { LAPTOP, PHONE } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { ConsolePage, type ConsoleTab } from '../helpers/pages/console-page.js';
import { look } from '../helpers/pages/look.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { san } from '../helpers/pages/san.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

const guests = FIXTURE_PEOPLE.slice(0, 6);
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
/** What the service answers where it refuses; without an answer a tick would wait and be told nowhere. */
const REFUSED = { status: 409, contentType: 'application/problem+json', body: JSON.stringify({ type: 'about:blank', title: '', status: 409, code: 'event.closed', ja: 'このイベントは終了しました。', en: 'This event is over.' }) };
const HEAD = '名前,所属,自己紹介';
const LIST = [HEAD, '花子,茶道部,写真が得意です。', '次郎,,', '花子,茶道部,釣りが好きです。'].join('\n');
let venue: Venue;
let organiser: Caller;
let event: Event;
let people: Participant[];
let page: Page;
let board: ConsolePage;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '港のまちづくりと子ども食堂を考える市民の集まり', teamSize: { min: 3, max: 3 } });
  people = await venue.enterAll(event.joinCode, guests);
  page = await venue.show(LAPTOP, `/console/events/${event.id}`, { as: organiser });
  board = new ConsolePage(page);
}, 240_000);
afterAll(() => venue?.close());

const state = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const count = async (): Promise<number> => (await state()).people.length;

describe('what an organiser has done or typed is neither lost nor doubled', () => {
  const step = steps();
  const dialog = () => page.getByRole('dialog', { name: 'CSVから登録' });
  const file = () => dialog().locator('input[type=file]');

  step('feature 8: a picker that is cancelled leaves the list’s dialog open, and the same file can be chosen again', async () => {
    await board.open('参加者');
    await board.button('CSVから登録').click();
    await file().setInputFiles(csv('people.csv', `${HEAD}\n${'長'.repeat(31)},,`));
    await dialog().getByText('2行目').waitFor();
    expect(await file().inputValue()).toBe('');
    await file().dispatchEvent('cancel', { bubbles: true });
    await file().setInputFiles(csv('people.csv', LIST));
    await dialog().getByText('3人分を読み取りました。').waitFor();
    expect(await dialog().getByText('2行目').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  });

  step('feature 8: a list that is taken in again tells who is registered already and adds only the new ones; deliberately, others alike too', async () => {
    const before = await count();
    const take = async (rows: string, button: string) => {
      await board.button('CSVから登録').click();
      await file().setInputFiles(csv('people.csv', rows));
      await dialog().getByRole('checkbox').check();
      await dialog().getByRole('button', { name: button }).click();
    };
    await take(LIST, '3人を登録');
    await dialog().getByText('3人を登録しました。').waitFor();
    expect(await dialog().getByText('もう登録されています').count()).toBe(0);
    await dialog().getByRole('button', { name: '閉じる' }).last().click();
    await waitFor('three more', async () => (await count()) === before + 3);
    await board.person('次郎').waitFor();
    await take(`${LIST}\n高橋,,海が好きです。`, '4人を登録');
    await dialog().getByText('3人はもう登録されています。').waitFor();
    await dialog().getByText('1人を登録しました。').waitFor();
    await dialog().getByText('花子、次郎、花子').waitFor();
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    expect(await count()).toBe(before + 4);
    await dialog().getByRole('button', { name: 'この3人も、別の人として登録する' }).click();
    await dialog().getByText('3人を登録しました。').waitFor();
    expect(await count()).toBe(before + 7);
    await dialog().getByRole('button', { name: '閉じる' }).last().click();
  });

  step('feature 9: who may have joined twice is told and merged, whoever is called alike first; rules tell people of one name apart', async () => {
    const before = await count();
    await page.getByText('同じ名前の人がいます：花子（4人）').waitFor();
    await page.getByText('同じ名前の人がいます：次郎（2人）').waitFor();
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    const latest = (await state()).people.findLast(({ nickname }) => nickname === '次郎')!.id;
    await board.button('次郎さんをまとめる').click();
    const merge = page.getByRole('dialog', { name: '次郎さんにまとめる' });
    expect(await merge.getByRole('option').nth(1).textContent()).toMatch(/^次郎/);
    await merge.getByLabel('まとめる相手').selectOption({ index: 1 });
    await merge.getByRole('button', { name: 'まとめる', exact: true }).click();
    // told as the sheet closes, it is read out on the page
    await page.locator('[role=status] > .notice', { hasText: 'まとめました' }).waitFor();
    await page.getByText('同じ名前の人がいます：次郎').waitFor({ state: 'hidden' });
    expect(await count()).toBe(before - 1);
    expect((await state()).people.filter(({ nickname }) => nickname === '次郎').map(({ id }) => id)).toEqual([latest]);
    await board.open('チーム');
    await page.getByText('条件と希望').click();
    await board.button('条件を足す').click();
    await page.getByRole('checkbox', { name: /^花子\s*茶道部$/ }).first().waitFor();
    expect(await page.getByRole('checkbox', { name: '次郎', exact: true }).count()).toBe(1);
    await page.getByRole('checkbox', { name: '次郎', exact: true }).check();
    await page.getByRole('dialog').getByRole('searchbox').fill('茶道部');
    await waitFor('those found, and who is chosen', async () => (await page.getByRole('dialog').getByRole('checkbox').count()) === (await page.getByRole('checkbox', { name: /茶道部|次郎/ }).count()));
    expect(await page.getByRole('checkbox', { name: '次郎', exact: true }).isChecked()).toBe(true);
    // as in every search field, Escape empties it first
    await page.keyboard.press('Escape');
    await waitFor('the search emptied', async () => (await page.getByRole('dialog').getByRole('searchbox').inputValue()) === '');
    await page.keyboard.press('Escape');
    await board.open('参加者');
  });

  step('feature 17: words of a kind that there is none of are told with their line, and nothing is added', async () => {
    await board.open('言葉');
    await page.locator('input[type=file]').setInputFiles(csv('words.csv', '言葉,別の書き方,種類\nうめぼし会,,すき\n竹,ばんぶー,興味\n'));
    await page.getByText('2行目：「すき」という種類はありません。3つめには「できること」か「興味」と書くか、空にしてください。').waitFor();
    expect((await state()).words).toEqual([]);
    await page.locator('input[type=file]').setInputFiles(csv('words.csv', '言葉,別の書き方,種類\nうめぼし会,,できること\n竹,ばんぶー,興味\n'));
    await board.button('「うめぼし会」を外す').waitFor();
    expect(await page.getByText('という種類はありません').count()).toBe(0);
  });

  step('feature 17: a word that is added again loses nothing, can be changed, and comes back whole when it was removed by mistake', async () => {
    const bamboo = async () => (await state()).words.find(({ label }) => label === '竹');
    const used = page.getByRole('region', { name: 'このイベントの言葉' });
    await page.getByRole('textbox', { name: '言葉', exact: true }).fill('竹');
    await page.getByRole('textbox', { name: /^別の書き方/ }).fill('たけ');
    await board.button('足す').click();
    await used.getByText('別の書き方：ばんぶー、たけ').waitFor();
    await board.button('「竹」を直す').click();
    const sheet = page.getByRole('dialog', { name: '「竹」を直す' });
    await look(page);
    await sheet.getByRole('textbox', { name: /^別の書き方/ }).fill('たけ、バンブー');
    await sheet.getByRole('radio', { name: 'できること' }).check();
    await sheet.getByRole('button', { name: '保存する' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await waitFor('the word as it was written', async () => (await bamboo())?.spellings.join() === 'たけ,バンブー' && (await bamboo())?.kind === 'skill');
    await board.button('「竹」を外す').click();
    await waitFor('the word gone', async () => !(await bamboo()));
    await page.locator('.notice', { hasText: '「竹」を外しました' }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('the word again', async () => (await bamboo())?.spellings.join() === 'たけ,バンブー' && (await bamboo())?.kind === 'skill');
  });

  step('feature 66: everybody shown is checked in at one touch, and out again by 元に戻す', async () => {
    await board.open('参加者');
    await board.checkIn(guests[0].name).click();
    await waitFor('one here, as the page knows', () => board.checkIn(guests[0].name).isChecked());
    await board.button('表示中の全員をチェックイン').click();
    await waitFor('all here', async () => (await state()).room.counts.here === (await count()));
    await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('only those from before', async () => (await state()).room.counts.here === 1);
  });

  step('feature 8: a list brings sectors in; one that is not known is told at its line, and its person comes in without it', async () => {
    await board.open('参加者');
    await board.button('CSVから登録').click();
    await file().setInputFiles(csv('people.csv', '名前,立場\n行政さん,行政\n報道さん,メディア'));
    await dialog().getByText('3行目：メディア').waitFor();
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await dialog().getByRole('checkbox').check();
    await dialog().getByRole('button', { name: '2人を登録' }).click();
    await dialog().getByText('2人を登録しました。').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    const came = (await state()).people.filter(({ nickname }) => ['行政さん', '報道さん'].includes(nickname));
    expect(came.map(({ nickname, sector }) => [nickname, sector])).toEqual([['行政さん', 'public'], ['報道さん', null]]);
    for (const { id } of came) await organiser.call('removePerson', { eventId: event.id, participantId: id });
  });

  step('feature 10: what was taken down for somebody is not lost by a touch beside the dialog', async () => {
    await board.open('受付');
    await board.button('代わりに登録').click();
    await page.getByLabel('ニックネーム').fill('トメさん');
    await page.mouse.click(3, 300);
    const question = page.getByRole('dialog', { name: 'まだ登録していません' });
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await question.getByRole('button', { name: '入力を続ける' }).click();
    expect(await page.getByLabel('ニックネーム').inputValue()).toBe('トメさん');
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: '登録せずに閉じる' }).click();
    await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
    await board.button('代わりに登録').click();
    expect(await page.getByLabel('ニックネーム').inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  step('feature 10: a name that is there already is told before registering, the next card is begun at once, and no notice lies over the dialog’s title', async () => {
    await board.open('受付');
    await board.button('代わりに登録').click();
    const sheet = page.getByRole('dialog', { name: '代わりに登録' });
    const name = sheet.getByLabel('ニックネーム');
    await name.fill(guests[0].name);
    await sheet.getByText(`同じ名前の人がいます：${guests[0].name}`).waitFor();
    await name.fill('トメさん');
    await sheet.getByText('同じ名前の人がいます').waitFor({ state: 'hidden' });
    await sheet.getByLabel('立場').selectOption('NPO・市民団体');
    await sheet.getByRole('checkbox').check();
    await page.route('**/check-ins', (route) => route.fulfill(REFUSED), { times: 1 });
    await page.setViewportSize({ width: 1024, height: 768 });
    await sheet.getByRole('button', { name: '登録する' }).click();
    await sheet.getByText('トメさんを登録しました。').waitFor();
    expect((await state()).people.find(({ nickname }) => nickname === 'トメさん')?.sector).toBe('npo');
    expect(await sheet.getByLabel('立場').inputValue()).toBe('');
    await waitFor('the first field in focus', () => name.evaluate((element) => element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement));
    const notice = (await sheet.locator('.notice').first().boundingBox())!;
    const title = (await sheet.getByRole('heading').first().boundingBox())!;
    expect(notice.y + notice.height).toBeLessThanOrEqual(title.y);
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.setViewportSize(LAPTOP.viewport!);
    await organiser.call('removePerson', { eventId: event.id, participantId: (await state()).people.find(({ nickname }) => nickname === 'トメさん')!.id });
  });

  step('feature 102: settings that were typed survive another tab and another organiser’s change, until they are saved or dropped', async () => {
    await board.open('設定');
    await page.getByLabel('場所').fill('港の公民館');
    await page.getByText('保存していない変更があります。').waitFor();
    await board.open('受付');
    await board.open('設定');
    expect(await page.getByLabel('場所').inputValue()).toBe('港の公民館');
    await organiser.call('changeEvent', { eventId: event.id }, { version: (await state()).event.version, theme: '見守り' });
    await waitFor('the other’s change', async () => (await page.getByRole('textbox', { name: 'テーマ', exact: true }).or(page.getByLabel(/^テーマ/)).first().inputValue()) === '見守り');
    expect(await page.getByLabel('場所').inputValue()).toBe('港の公民館');
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await board.button('変更を捨てる').click();
    expect(await page.getByLabel('場所').inputValue()).toBe('');
    await page.getByLabel('場所').fill('港の図書館');
    await board.button('設定を保存').click();
    await waitFor('saved', async () => (await state()).event.place === '港の図書館');
    await page.getByText('保存していない変更があります。').waitFor({ state: 'hidden' });
  });

  step('feature 102: what is wrong stands at its field, which is brought into sight', async () => {
    await page.getByLabel('最小').fill('6');
    await board.button('設定を保存').click();
    const size = page.getByRole('group', { name: 'チームの人数' });
    await size.getByText('チームの人数は最小が最大以下になるようにしてください。').waitFor();
    expect(await page.getByText('チームの人数は最小が最大以下になるようにしてください。').count()).toBe(1);
    await waitFor('the field in focus', () => size.getByLabel('最小').evaluate((element) => element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement));
    expect(await size.getByLabel('最大').getAttribute('aria-invalid')).toBe('true');
    await board.button('変更を捨てる').click();
    await board.open('チーム');
    const sizes = page.getByRole('group', { name: '1チームの人数' });
    await sizes.getByLabel('最小').fill('9');
    await sizes.getByText('2〜50人で、最小が最大以下になるようにしてください。').waitFor();
    const making = await venue.show(LAPTOP, '/console/events/new', { as: organiser });
    await making.getByRole('button', { name: '作って受付を始める' }).click();
    const name = making.getByLabel('イベント名');
    await waitFor('the name marked', async () => (await name.getAttribute('aria-invalid')) === 'true');
    expect(await making.getByText('入力してください。').count()).toBe(1);
    await waitFor('the name in focus', () => name.evaluate((element) => element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement));
    await look(making);
    await name.fill('港の会');
    await waitFor('the name in order', async () => (await name.getAttribute('aria-invalid')) === null);
    expect(await making.getByText('入力してください。').count()).toBe(0);
    await making.getByLabel('開催日').fill('');
    await making.getByRole('button', { name: '作って受付を始める' }).click();
    await making.getByText('開催日を選んでください。').waitFor();
    await making.getByLabel('開催日').fill('2027-04-01');
    await making.getByText('開催日を選んでください。').waitFor({ state: 'hidden' });
    await making.context().close();
  });

  step('feature 97: the prepared consent text that one own line takes away in the other languages is told so and comes back', async () => {
    const making = await venue.show(LAPTOP, '/console/events/new', { as: organiser });
    await making.getByLabel('イベント名').fill('港の会');
    await making.getByText('くわしい設定').click();
    const [ja, en] = [making.getByLabel('同意の文面（日本語）'), making.getByLabel('同意の文面（English）')];
    const prepared = await en.inputValue();
    await ja.fill(`${await ja.inputValue()}写真も撮ります。`);
    await making.getByText('用意された文面は、書き変えた文面と約束が違ってしまうので外しました。').first().waitFor();
    await look(making);
    await making.getByRole('button', { name: '用意された文面に戻す' }).first().click();
    expect(await en.inputValue()).toBe(prepared);
    await making.getByText('この言語は用意された文面のままです。').waitFor();
    await ja.fill((await ja.inputValue()).replace('写真も撮ります。', ''));
    await making.getByText('この言語は用意された文面のままです。').waitFor({ state: 'hidden' });
    expect(await making.getByLabel('同意の文面（やさしい日本語）').inputValue()).toContain('さがします');
    await making.context().close();
  });
});

describe('a participant who asks for help about somebody', () => {
  const step = steps();
  step('feature 98: is told at once, seen from every tab with about whom and since when, in the title, and leads to either person', async () => {
    await board.open('受付');
    const [by, about] = people;
    await by.call('avoid', { eventId: event.id, participantId: about.id }, { report: true });
    await page.getByRole('status', { name: 'お知らせ' }).getByText(`${san(by.nickname)}から、困ったことがあったと知らせがありました`).waitFor();
    const reports = page.getByRole('region', { name: '参加者からの知らせ' });
    for (const tab of ['受付', 'チーム', '設定'] satisfies ConsoleTab[]) {
      await board.open(tab);
      await reports.getByText(`${san(by.nickname)}が、${san(about.nickname)}のことで困っています`).waitFor();
      await reports.getByText(/\d+:\d\dから/).waitFor();
      await page.getByRole('link', { name: /^参加者\s*1\s*件の知らせ$/ }).waitFor();
    }
    expect(await page.title()).toMatch(/^\(1\) /);
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await board.open('参加者');
    await page.getByLabel('名前・所属・タグで探す').fill('だれでもない');
    for (const { nickname } of [about, by]) {
      await reports.getByRole('link', { name: `${san(nickname)}を見る`, exact: true }).click();
      await waitFor(`${nickname} in focus`, () => board.person(nickname).evaluate((row) => row === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement));
    }
  });

  step('feature 98: is taken care of at one touch, recorded with who asked, and back by 元に戻す', async () => {
    const [by, about] = people;
    const reports = page.getByRole('region', { name: '参加者からの知らせ' });
    const settle = reports.getByRole('button', { name: `${san(by.nickname)}の知らせ（${san(about.nickname)}について）に対応しました` });
    await settle.click();
    await reports.waitFor({ state: 'hidden' });
    await waitFor('the title as before', async () => !(await page.title()).startsWith('('));
    await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }).click();
    await settle.click();
    await reports.waitFor({ state: 'hidden' });
    await board.open('記録');
    await page.getByRole('row', { name: new RegExp(`${by.nickname} 困ったことがあったと知らせた ${about.nickname}$`) }).waitFor();
    await page.getByRole('row', { name: new RegExp(`organiser 参加者からの知らせに対応 ${san(by.nickname)}から、${san(about.nickname)}について$`) }).first().waitFor();
  });
});

describe('teams that need somebody, and helpers with a phone', () => {
  const step = steps();
  /** Of the two one avoids the other, whom they have reported before. */
  const isNoReporter = ({ participantId }: { participantId: string }): boolean => people.slice(0, 2).every(({ id }) => id !== participantId);
  step('feature 53: a freed seat is given back by 元に戻す', async () => {
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
    await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 3, max: 3 }, seconds: 0.2 });
    const draft = await waitFor('the draft', async () => {
      const { proposal } = await state();
      return proposal?.status === 'draft' && proposal.objective !== null ? proposal : null;
    }, 60);
    await organiser.call('publish', { eventId: event.id, proposalId: draft.id }, { version: draft.version });
    await board.open('チーム');
    const [{ id, members: [{ participantId, nickname }] }] = (await state()).teams;
    await board.button(`席を空ける（${nickname}）`).click();
    await waitFor('a free seat', async () => (await state()).teams[0].members.length === 2);
    await page.locator('.notice', { hasText: 'の席を空けました' }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('the seat given back', async () => (await state()).teams.find((team) => team.id === id)!.members.some((member) => member.participantId === participantId));
  });

  step('feature 69: nobody is moved into a full team without a question, and a move is taken back by 元に戻す', async () => {
    const [from, to] = (await state()).teams;
    const { participantId, nickname } = from.members.find(isNoReporter)!;
    const teamOf = async () => (await state()).teams.find(({ members }) => members.some((member) => member.participantId === participantId))?.id;
    const choose = async () => {
      await board.button(`${san(nickname)}を移動`).click();
      await page.getByRole('menuitem', { name: `チーム${to.number}` }).click();
    };
    const question = page.getByRole('dialog', { name: `チーム${to.number}に空きはありません` });
    await choose();
    await question.getByText(`${san(nickname)}を入れると${to.members.length + 1}人になり`).waitFor();
    await look(page, (await state()).people.map((one) => one.nickname));
    await question.getByRole('button', { name: 'やめる' }).click();
    await question.waitFor({ state: 'hidden' });
    expect(await teamOf()).toBe(from.id);
    await choose();
    await question.getByRole('button', { name: 'それでも入れる' }).click();
    await waitFor('the move', async () => (await teamOf()) === to.id);
    await page.locator('.notice', { hasText: `チーム${to.number}に移しました` }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('the move taken back', async () => (await teamOf()) === from.id);
  });

  step('feature 69: two people of full teams change places without a question, and back by one 元に戻す', async () => {
    const [from, to] = (await state()).teams;
    const [{ participantId: one, nickname }, { participantId: other, nickname: otherName }] = [from.members.find(isNoReporter)!, to.members.find(isNoReporter)!];
    const teamsOf = async () => {
      const { teams } = await state();
      return [one, other].map((id) => teams.find(({ members }) => members.some(({ participantId }) => participantId === id))?.id);
    };
    await board.button(`${san(nickname)}を移動`).click();
    await page.getByRole('menuitem', { name: 'だれかと入れ替える…' }).click();
    const sheet = page.getByRole('dialog', { name: `${san(nickname)}を入れ替える` });
    await look(page, (await state()).people.map((person) => person.nickname));
    await sheet.getByLabel('入れ替える相手').selectOption(other);
    await sheet.getByRole('button', { name: '入れ替える', exact: true }).click();
    await waitFor('both places', async () => (await teamsOf()).join() === [to.id, from.id].join());
    await page.locator('.notice', { hasText: `${san(nickname)}と${san(otherName)}を入れ替えました` }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('both back', async () => (await teamsOf()).join() === [from.id, to.id].join());
  });

  step('feature 58 and 69: people who are to be apart come into one team only after a question; a rule that is not kept stands above the teams', async () => {
    const { teams: [from, to], event: { version } } = await state();
    const [by, about] = people;
    const mate = from.members.some(({ participantId }) => participantId === by.id) ? by : about;
    const [[one], [other, third]] = [from, to].map(({ members }) => members.filter(isNoReporter));
    const question = page.getByRole('dialog', { name: '別のチームにする人どうしです' });
    const full = page.getByRole('dialog', { name: `チーム${to.number}に空きはありません` });
    // of two of whom one avoids the other neither is named
    await board.button(`${san(mate.nickname)}を移動`).click();
    await page.getByRole('menuitem', { name: `チーム${to.number}` }).click();
    await full.getByRole('button', { name: 'それでも入れる' }).click();
    await question.getByText(`チーム${to.number}で、条件や本人の希望により別のチームにする人どうしが、いっしょになります。`).waitFor();
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await question.getByRole('button', { name: 'やめる' }).click();
    await question.waitFor({ state: 'hidden' });
    expect((await state()).teams.map(({ members }) => members.length)).toEqual([3, 3]);
    const rules = { rules: [{ type: 'apart' as const, people: [one.participantId, other.participantId] }] };
    await organiser.call('changeEvent', { eventId: event.id }, { version, rules });
    const sitsIn = async (id: string) => (await state()).teams.find(({ members }) => members.some(({ participantId }) => participantId === one.participantId))!.id === id;
    await board.button(`${san(one.nickname)}を移動`).click();
    await page.getByRole('menuitem', { name: 'だれかと入れ替える…' }).click();
    const sheet = page.getByRole('dialog', { name: `${san(one.nickname)}を入れ替える` });
    await sheet.getByLabel('入れ替える相手').selectOption(third.participantId);
    await sheet.getByRole('button', { name: '入れ替える', exact: true }).click();
    await question.getByText(new RegExp(`^確かめてください。チーム${to.number}で、「.+は別のチーム」が守れなくなります。$`)).waitFor();
    expect(await sitsIn(from.id)).toBe(true);
    await question.getByRole('button', { name: 'それでも行う' }).click();
    const broken = page.getByText(new RegExp(`^チーム${to.number}：「.+は別のチーム」（1人分、守れていません）$`));
    await broken.waitFor();
    expect(await sitsIn(to.id)).toBe(true);
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await page.locator('.notice', { hasText: 'を入れ替えました' }).getByRole('button', { name: '元に戻す' }).click();
    await broken.waitFor({ state: 'hidden' });
    expect(await sitsIn(from.id)).toBe(true);
    await organiser.call('changeEvent', { eventId: event.id }, { version: (await state()).event.version, rules: { rules: [] } });
  });

  step('feature 53: whose seat somebody else has by the time 帰った is taken back is told to have none', async () => {
    const late = await venue.enter(event.joinCode, { nickname: '遅れて来た人' });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [late.id], here: true });
    await waitFor('nowhere to sit', async () => (await state()).unplaced.some(({ participantId }) => participantId === late.id));
    const { participantId, nickname } = (await state()).teams[0].members[0];
    const isSeated = async (id: string) => (await state()).teams.some(({ members }) => members.some((member) => member.participantId === id));
    await board.open('参加者');
    await page.getByLabel('名前・所属・タグで探す').fill(nickname);
    await board.person(nickname).getByRole('button', { name: `${san(nickname)}の操作` }).click();
    await page.getByRole('menuitem', { name: '帰った', exact: true }).click();
    await waitFor('the seat given to who waited', () => isSeated(late.id));
    await page.locator('.notice', { hasText: `${san(nickname)}は帰ったことにしました` }).getByRole('button', { name: '元に戻す' }).click();
    await page.locator('.notice', { hasText: `${san(nickname)}の席は用意できませんでした。` }).waitFor();
    await page.getByLabel('名前・所属・タグで探す').fill('');
    await organiser.call('setLeft', { eventId: event.id, participantId: late.id }, { left: true });
    await waitFor('the seat as before', () => isSeated(participantId));
    await board.open('チーム');
  });

  step('feature 68: what the teams break as they stand is told with the moves that mend it, until their members change', async () => {
    const [from, to] = (await state()).teams;
    const { participantId } = from.members[0];
    await organiser.call('movePlaced', { eventId: event.id }, { participantId, toTeamId: to.id, anyway: true });
    await board.button('見直し案を探す').click();
    await page.getByText('いまのチームで守れていない条件').waitFor();
    await page.getByText(`チーム${to.number}：チームの人数（1人分、守れていません）`).waitFor();
    await look(page, (await state()).people.map((one) => one.nickname));
    await organiser.call('movePlaced', { eventId: event.id }, { participantId, toTeamId: from.id });
    await page.getByText('いまのチームで守れていない条件').waitFor({ state: 'hidden' });
    await board.button('見直し案を捨てる').click();
    await board.button('見直し案を捨てる').waitFor({ state: 'hidden' });
  });

  step('feature 74: a call is seen from every tab, with where and since when, in the title, and leads to its team', async () => {
    await board.open('受付');
    const [, { id, number, members }] = (await state()).teams;
    const caller = people.find((one) => one.id === members[0].participantId)!;
    await caller.call('callFacilitator', { eventId: event.id }, { calling: true });
    await page.getByRole('status', { name: 'お知らせ' }).getByText(`チーム${number}が呼んでいます`).waitFor();
    const calls = page.getByRole('region', { name: 'チームの呼び出し' });
    for (const tab of ['受付', '参加者', '設定'] satisfies ConsoleTab[]) {
      await board.open(tab);
      await calls.getByText(/\d+:\d\dから/).waitFor();
      await page.getByRole('link', { name: /^チーム\s*1\s*件の呼び出し$/ }).waitFor();
    }
    expect(await page.title()).toMatch(/^\(1\) /);
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await page.setViewportSize({ width: 1024, height: 420 });
    await calls.getByRole('link', { name: `チームを見る（チーム${number}）` }).click();
    await waitFor('the team in focus', () => board.column(`チーム${number}`).evaluate((element, wanted) => (element as unknown as { id: string }).id === wanted && element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement, `teams=${id}`));
    await board.column(`チーム${number}`).getByText(/\d+:\d\dから/).waitFor();
    // its heading too, below the bars that stay in sight
    const bars = (await page.locator('.console-head').boundingBox())!;
    await waitFor('the heading below the bars', async () => (await board.column(`チーム${number}`).getByRole('heading').first().boundingBox())!.y >= bars.y + bars.height);
    await page.setViewportSize(LAPTOP.viewport!);
    await board.button(`チーム${number}の呼び出しに対応しました`).click();
    await calls.waitFor({ state: 'hidden' });
    await waitFor('the title as before', async () => !(await page.title()).startsWith('('));
  });

  step('feature 98: a report about a mate says where the two sit together', async () => {
    const [{ number, members: [by, about] }] = (await state()).teams;
    await people.find(({ id }) => id === by.participantId)!.call('avoid', { eventId: event.id, participantId: about.participantId }, { report: true });
    const reports = page.getByRole('region', { name: '参加者からの知らせ' });
    await reports.getByText(`2人ともチーム${number} ・ テーブル ${number}にいます`).waitFor();
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await reports.getByRole('button', { name: /に対応しました$/ }).click();
    await reports.waitFor({ state: 'hidden' });
  });

  step('feature 66: a helper with a phone sees whole tabs and numbers, scrolls nothing sideways, and checks people in', async () => {
    const [{ members: [{ participantId }] }] = (await state()).teams;
    await people.find(({ id }) => id === participantId)!.call('callFacilitator', { eventId: event.id }, { calling: true });
    await people[2].call('avoid', { eventId: event.id, participantId: people[3].id }, { report: true });
    const phone = await venue.show(PHONE, `/console/events/${event.id}`, { as: organiser });
    await phone.setViewportSize({ width: 390, height: 300 }); // what is far out of sight is not laid out before it comes near
    const small = new ConsolePage(phone);
    for (const name of ['チームの呼び出し', '参加者からの知らせ']) await phone.getByRole('region', { name }).waitFor();
    for (const tab of ['受付', '参加者', 'チーム', '言葉', '設定'] satisfies ConsoleTab[]) {
      await small.open(tab);
      await phone.getByRole('heading', { name: tab, level: 1 }).waitFor({ state: 'attached' });
      const seen = await phone.evaluate<{ wide: number; broken: string[] }>(`({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth, // a phone's innerWidth grows with what is too wide
        broken: [...document.querySelectorAll('.console-tabs a, .funnel dt, .funnel dd')].filter((one) => {
          const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(one);
          return one.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom) > 1.6 * parseFloat(lineHeight) || one.getBoundingClientRect().right > document.documentElement.clientWidth;
        }).map((one) => one.textContent),
      })`);
      expect({ tab, ...seen }).toEqual({ tab, wide: 0, broken: [] });
    }
    await small.open('参加者');
    const { nickname } = (await state()).people.find(({ here }) => !here)!;
    await small.person(nickname).first().getByRole('checkbox').tap();
    await waitFor('here', async () => (await state()).people.some((person) => person.nickname === nickname && person.here));
    await look(phone, (await state()).people.map((person) => person.nickname));
    await phone.context().close();
    expect(venue.faults).toEqual([]);
  });
});
