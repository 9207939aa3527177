import { LIMITS } from '@tsunagu/contracts';
import type { Page, Route } from 'playwright-core';
import { LAPTOP } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { noteDrawn } from '../helpers/pages/drawn.js';
import { formDraft, publishTeams } from '../helpers/pages/first-team.js';
import { hasFocus } from '../helpers/pages/keyboard.js';
import { san } from '../helpers/pages/san.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

const NAMES = ['あお', 'きい', 'くろ', 'しろ', 'みどり', 'むらさき'];
let venue: Venue;
let organiser: Caller;
let event: Event;
let people: Participant[];
let page: Page;
let board: ConsolePage;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
  people = await Promise.all(NAMES.map((nickname) => venue.enter(event.joinCode, { nickname, introduction: '写真撮影が得意です。' })));
  await venue.allRead(people);
  await show('people');
}, 180_000);
afterAll(() => venue?.close());

const state = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const names = async () => (await state()).people.map(({ nickname }) => nickname);
async function show(tab: string): Promise<void> {
  await page?.context().close();
  page = await venue.show(LAPTOP, `/console/events/${event.id}#${tab}`, { as: organiser });
  board = new ConsolePage(page);
}
/** Signs somebody in on a page of their own, and shows a tab of the event. */
async function showTo(login: string, tab: string): Promise<Page> {
  const theirs = await venue.show(LAPTOP, await venue.loginPath(login));
  await theirs.getByRole('button', { name: 'あとで' }).click();
  await theirs.goto(`/console/events/${event.id}#${tab}`);
  return theirs;
}
/** While it runs, the service takes what the page sends, and the page waits for the answers until `answer` is called. */
async function withheld(run: (held: { sent: string[]; answer: () => void }) => Promise<void>): Promise<void> {
  const sent: string[] = [];
  let answer!: () => void;
  const answered = new Promise<void>((resolve) => { answer = resolve; });
  await page.route('**/api/v1/**', async (route: Route) => {
    const request = route.request();
    if (request.method() === 'GET') return route.continue();
    sent.push(`${request.method()} ${new URL(request.url()).pathname.split('/').at(-1)}`);
    await answered;
    return route.continue();
  });
  await run({ sent, answer });
  answer();
  await page.unroute('**/api/v1/**');
}

describe('a console at which much happens', () => {
  const step = steps();

  step('feature 10: of the list of everybody a push draws the one whom it tells of', async () => {
    await board.open('参加者');
    await board.person('あお').waitFor();
    const drawn = await noteDrawn(page, 'li.person');
    expect(await drawn()).toEqual([]);
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [people[1].id], here: true });
    await waitFor('the tick', () => board.checkIn('きい').isChecked());
    expect(await drawn()).toEqual(['きい']);
  });

  step('feature 10: while somebody is being registered, the card of the next one cannot be begun and wiped', async () => {
    await board.button('代わりに登録').click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('ニックネーム').fill('ひとりめ');
    await sheet.getByRole('checkbox').check();
    await withheld(async ({ sent, answer }) => {
      await board.button('登録する').click();
      await waitFor('the request', () => sent.length > 0);
      expect(await sheet.getByLabel('ニックネーム').isDisabled()).toBe(true);
      answer();
      await sheet.getByText('ひとりめさんを登録しました').waitFor();
    });
    expect(await sheet.getByLabel('ニックネーム').isDisabled()).toBe(false);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  step('feature 18: a word that is typed while another is being added stays, and a double press adds or removes one', async () => {
    await board.open('言葉');
    const word = page.getByRole('textbox', { name: '言葉', exact: true });
    const others = page.getByRole('textbox', { name: /^別の書き方/ });
    await word.fill('縁側会議');
    await others.fill('えんがわ');
    await withheld(async ({ sent, answer }) => {
      await board.button('足す').dblclick();
      await waitFor('the request', () => sent.length > 0);
      await word.fill('坂の茶会');
      answer();
      await board.button('「縁側会議」を外す').waitFor();
      await waitFor('the field of what was sent', async () => await others.inputValue() === '');
      expect([sent, await word.inputValue()]).toEqual([['POST words'], '坂の茶会']);
    });
    await withheld(async ({ sent, answer }) => {
      await board.button('「縁側会議」を外す').dblclick();
      await waitFor('the request', () => sent.length > 0);
      answer();
      await page.getByText('「縁側会議」を外しました').waitFor();
      expect(sent).toHaveLength(1);
    });
  });

  step('feature 5: a join code is made anew once by a double press', async () => {
    await board.open('受付');
    await board.button('参加コードを変える').click();
    await withheld(async ({ sent, answer }) => {
      await board.button('変える').dblclick();
      await waitFor('the request', () => sent.length > 0);
      answer();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect(sent).toHaveLength(1);
    });
    event = { ...event, joinCode: (await state()).event.joinCode };
  });

  step('feature 101: whoever only looks on, or looks at an event that is over, lifts no card', async () => {
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
    await formDraft({ organiser, event }, 3);
    await board.open('チーム');
    await page.locator('[data-move]').first().press('Enter');
    await waitFor('the first entry of the menu in focus', () => hasFocus(page.getByRole('menuitem').first()));
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await organiser.call('addMember', { eventId: event.id }, { login: 'gen', role: 'viewer' });
    const theirs = await showTo('gen', 'teams');
    const posts: string[] = [];
    theirs.on('request', (request) => { if (request.method() !== 'GET') posts.push(request.url()); });
    const tryIt = async (on: Page): Promise<void> => {
      const from = (await on.locator('.person-card-body').first().boundingBox())!;
      const to = (await on.locator('.column').nth(1).boundingBox())!;
      await on.mouse.move(from.x + 20, from.y + 8);
      await on.mouse.down();
      await on.mouse.move(from.x + 60, from.y + 20, { steps: 4 });
      await on.mouse.move(to.x + 60, to.y + 80, { steps: 8 });
      expect(await on.locator('.person-card-lifted').count()).toBe(0);
      await on.mouse.up();
    };
    await theirs.locator('.person-card-draft').first().waitFor();
    await tryIt(theirs);
    expect(posts).toEqual([]);
    await theirs.context().close();
    const { version } = (await state()).event;
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version });
    await page.getByText('終了したイベントでは').first().waitFor();
    await tryIt(page);
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'open', version: version + 1 });
  });

  step('feature 46: of the published teams a push draws none that it does not change, and one menu moves everybody', async () => {
    await publishTeams({ organiser, event }, people, 3);
    await show('teams');
    await page.locator('section.column').nth(1).waitFor();
    const [{ members: [{ participantId, nickname }] }] = (await state()).teams;
    let guests = people.length + 1;
    // news of the teams themselves, which draws them all, may be on its way yet
    await waitFor('somebody who comes in and draws no team', async () => {
      const drawn = await noteDrawn(page, 'section.column');
      await venue.enter(event.joinCode, { nickname: `客${guests++}` });
      await waitFor('them on the page', async () => (await board.counts()).参加 === guests);
      return (await drawn()).length === 0;
    });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [participantId], here: false });
    await page.locator('section.column').getByText('会場にいません').waitFor();
    await board.button(`${san(nickname)}を移動`).click();
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
  });

  step('feature 8: a list whose sheet is closed registers nobody later, least of all in the name of who signs in next', async () => {
    await organiser.call('addMember', { eventId: event.id }, { login: 'mari', role: 'facilitator' });
    page = await showTo('organiser', 'people');
    board = new ConsolePage(page);
    await board.button('CSVから登録').click();
    const sheet = page.getByRole('dialog', { name: 'CSVから登録' });
    await sheet.locator('input[type=file]').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('名前,所属\n閉じた人,大学\n') });
    await sheet.getByRole('checkbox').check();
    let tries = 0;
    await page.route('**/api/v1/**', (route) => {
      if (!(route.request().postData() ?? '').includes('閉じた人')) return route.continue();
      tries++;
      return route.abort();
    });
    await board.button('1人を登録').click();
    await sheet.getByText('つながり次第、続きを登録します').waitFor();
    await sheet.getByRole('button', { name: '閉じる' }).last().click();
    await page.getByText('閉じると、残りの1人は登録されません。').waitFor();
    await board.button('残りを登録せずに閉じる').click();
    await sheet.waitFor({ state: 'detached' });
    const before = tries;
    await board.button('ログアウト').click();
    await page.getByRole('heading', { name: '主催者としてログイン' }).waitFor();
    // the next one at this computer, in the same window
    await page.evaluate(`history.pushState(null, '', ${JSON.stringify(await venue.loginPath('mari'))}); dispatchEvent(new PopStateEvent('popstate'))`);
    await board.button('あとで').click();
    // what waits for the network tries again when it is back
    await page.evaluate(`dispatchEvent(new Event('online'))`);
    await page.goto(`/console/events/${event.id}#people`);
    await board.person('あお').waitFor();
    expect([tries, (await names()).includes('閉じた人')]).toEqual([before, false]);
  });

  step('feature 101: of a role that is changed twice the newer stands, whichever list is read last', async () => {
    await organiser.call('addMember', { eventId: event.id }, { login: 'rin', role: 'viewer' });
    await show('settings');
    const role = page.getByRole('combobox', { name: 'rinさんの役割' });
    await role.waitFor();
    let asked = 0;
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => { answer = resolve; });
    await page.route('**/members', async (route) => {
      if (route.request().method() !== 'GET' || asked++ > 0) return route.continue();
      const response = await route.fetch();
      await answered;
      return route.fulfill({ response });
    });
    const changed = () => page.waitForResponse((response) => response.request().method() !== 'GET' && response.url().includes('/members/'));
    await Promise.all([changed(), role.selectOption('facilitator')]);
    await waitFor('the first list to be read', () => asked === 1);
    await Promise.all([changed(), role.selectOption('organiser')]);
    await page.evaluate('new Promise(requestAnimationFrame)');
    const late = page.waitForResponse((response) => response.request().method() === 'GET' && response.url().endsWith('/members'));
    answer();
    await (await late).finished();
    await page.evaluate('new Promise(requestAnimationFrame)');
    await waitFor('the newer role', async () => await role.inputValue() === 'organiser');
    expect(asked).toBe(2);
    await page.unroute('**/members');
  });

  step('feature 101: a list of events that cannot be read says so, and is read again', async () => {
    const problem = { code: 'request.not_allowed', status: 403, title: '', ja: 'いまは読めません。', en: '' };
    let kind: 'none' | 'refused' = 'none';
    await page.route('**/api/v1/events', (route) => (kind === 'none' ? route.abort() : route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) })));
    await page.goto(`${venue.product.origin}/console`);
    await page.getByText('サービスにつながりません。自動でやり直しています。').waitFor();
    kind = 'refused';
    await page.getByText('いまは読めません。').waitFor();
    expect(await page.getByText('読み込んでいます…').count()).toBe(0);
    await page.unroute('**/api/v1/events');
    await board.button('もう一度読み込む').click();
    await page.getByRole('link', { name: /^坂のまちラボ/ }).waitFor();
    expect(await page.getByText('いまは読めません。').count()).toBe(0);
  });

  step('feature 10 and 42: out of very many one finds somebody by a search, and is offered no more than can be looked over', async () => {
    event = await venue.makeEvent(organiser, { title: '大きな会' });
    const many = Array.from({ length: 70 }, (_, at) => ({ nickname: `客${at}` }));
    for (let from = 0; from < many.length; from += LIMITS.registeredAtOnce) {
      await organiser.call('registerPeople', { eventId: event.id }, { consentVersion: 1, again: false, people: many.slice(from, from + LIMITS.registeredAtOnce) });
    }
    await show('people');
    await board.button('客0さんの操作').click();
    await page.getByRole('menuitem', { name: '同じ人をまとめる' }).click();
    const sheet = page.getByRole('dialog');
    const other = sheet.getByLabel('まとめる相手');
    await other.waitFor();
    expect(await other.locator('option').count()).toBe(51);
    await sheet.getByText('ほかに19人います。').waitFor();
    await sheet.getByLabel('名前・所属・タグで探す').fill('客69');
    await waitFor('the one found', async () => (await other.locator('option').allTextContents()).join() === '選んでください,客69');
    await sheet.getByRole('button', { name: 'やめる' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await board.open('チーム');
    await page.getByText('条件と希望').click();
    await board.button('条件を足す').click();
    await waitFor('fifty of them', async () => await sheet.getByRole('checkbox').count() === 50);
    await page.keyboard.press('Escape');
  });

  step('feature 10: how many are shown is said when something is looked for, and not at each arrival', async () => {
    await show('people');
    await page.getByText('70人を表示').waitFor();
    const said = page.locator('main [role=status]').filter({ hasText: '人を表示' });
    await venue.enter(event.joinCode, { nickname: 'あとから' });
    await page.getByText('71人を表示').waitFor();
    expect(await said.count()).toBe(0);
    await page.getByLabel('名前・所属・タグで探す').fill('客1');
    await waitFor('what was found', async () => (await said.allTextContents()).join() === '11人を表示');
    await venue.enter(event.joinCode, { nickname: '客1の連れ' });
    await page.getByText('12人を表示').waitFor();
    expect(await said.allTextContents()).toEqual(['11人を表示']);
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});
