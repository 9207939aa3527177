import type { Page } from 'playwright-core';
import { PHONE } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

const UNSENT = 'まだ送っていない文です。';
const JOIN = '**/api/v1/join/**';
let venue: Venue;
let organiser: Caller;
let event: Event;
let page: Page;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
}, 180_000);
afterAll(() => venue?.close());

const named = async (nickname: string, { id } = event) => (await organiser.call('readConsole', { eventId: id })).body.state.people.filter((person) => person.nickname === nickname);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const enter = async (nickname: string, fields: Partial<Parameters<Venue['enter']>[1]> = {}): Promise<Participant> => {
  const person = await venue.enter(event.joinCode, { nickname, introduction: '写真撮影が得意です。', ...fields });
  await venue.allRead([person]);
  return person;
};
const told = async (person: Participant) => (await person.call('readPhone', { eventId: event.id })).body.state;
/** All changes fail on their way, as without a network; what is asked for is answered. */
const holdChanges = (of: Page) => of.context().route('**/api/v1/**', (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()));

describe('a phone that is shared', () => {
  const step = steps();
  let kiiro: Participant;
  const comeBack = async (of: Page, person: Participant): Promise<void> => {
    const { pathname, hash } = new URL((await person.call('makeReturnLink', { eventId: event.id })).body.url);
    await of.goto(pathname + hash);
    await of.getByRole('heading', { name: person.nickname }).waitFor();
  };

  step('whoever comes back on it by their QR finds nothing of the one before in their editor, nor as their own for the next event', async () => {
    kiiro = await enter('キイロ');
    page = await venue.show(PHONE, `/j/${event.joinCode}`);
    const own = await (await new JoinPage(page).join({ nickname: 'ミドリ', introduction: '編み物が得意です。' })).tagged();
    await own.open('データ');
    const kept = page.getByRole('checkbox', { name: 'この端末に残す' });
    await kept.check();
    await own.open('わたし');
    await button('書き直す').tap();
    await new JoinPage(page).introduction.fill(UNSENT);
    await comeBack(page, kiiro);
    await page.locator('mark').first().waitFor();
    expect(await new JoinPage(page).introduction.count()).toBe(0);
    expect(await page.content()).not.toContain(UNSENT);
    await own.open('データ');
    expect(await kept.isChecked()).toBe(false);
  });

  step('who kept their profile for the next event keeps it as they changed it since', async () => {
    const own = new OwnPage(page);
    await page.getByRole('checkbox', { name: 'この端末に残す' }).check();
    await own.open('わたし');
    await button('書き直す').tap();
    await new JoinPage(page).introduction.fill('写真撮影と溶接が得意です。');
    await button('送る').tap();
    await waitFor('the new text', async () => (await told(kiiro)).me.introduction.text?.includes('溶接'));
    await waitFor('it to be kept', async () => (await page.evaluate<string>("localStorage.getItem('tsunagu.profile')")).includes('溶接'));
  });

  step('a page that is left open turns to whoever came back in another tab with nothing of the one before', async () => {
    await button('書き直す').tap();
    await new JoinPage(page).introduction.fill(UNSENT);
    const other = await enter('アカネ');
    const tab = await page.context().newPage();
    await comeBack(tab, other);
    await tab.close();
    await page.context().setOffline(true);
    await page.getByText('ネットワークにつながっていません。').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'アカネ' }).waitFor();
    await page.locator('mark').first().waitFor();
    expect(await page.content()).not.toContain(UNSENT);
    await page.context().close();
  });

  step('somebody else whose answer was lost when they joined on it is not made twice by a reload', async () => {
    page = await venue.show(PHONE, `/j/${event.joinCode}`);
    await new JoinPage(page).join({ nickname: 'いち', introduction: '写真撮影が得意です。' });
    await page.goto(`/j/${event.joinCode}#another`);
    const join = new JoinPage(page);
    await join.fillIn({ nickname: 'に', introduction: '溶接ができます。' });
    let lost = false;
    await page.route(JOIN, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch();
      lost = true;
      return route.abort();
    });
    await join.submit.tap();
    await waitFor('the lost answer', () => lost);
    await page.getByText('電波が届くのを待っています。').waitFor();
    await page.unroute(JOIN);
    await page.reload();
    await new OwnPage(page).ready();
    await page.getByRole('heading', { name: 'に', exact: true }).waitFor();
    expect(await named('に')).toHaveLength(1);
    await page.context().close();
  });
});

describe('the way in on a bad line', () => {
  const step = steps();

  step('a form that was left takes nobody away from where they are by then, and goes on once it is open again', async () => {
    const other = await venue.makeEvent(organiser, { title: '別の会' });
    page = await venue.show(PHONE, '/');
    const open = async ({ joinCode }: Event): Promise<void> => {
      await page.getByLabel('参加コード').fill(joinCode);
      await button('次へ').tap();
    };
    await open(other);
    const join = new JoinPage(page);
    await join.fillIn({ nickname: 'さん', introduction: '写真撮影が得意です。' });
    let sent = 0;
    page.on('request', (request) => { if (request.method() === 'POST') sent++; });
    await page.route(JOIN, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await join.submit.tap();
    await page.getByText('電波が届くのを待っています。').waitFor();
    await page.goBack();
    await open(event);
    await join.nickname.fill('書いている途中');
    await page.unroute(JOIN);
    const before = sent;
    // what would wake a request that waits
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText('坂のまちラボ').first().waitFor();
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 0))');
    expect([sent, new URL(page.url()).pathname, await named('さん', other)]).toEqual([before, `/j/${event.joinCode}`, []]);
    await page.goBack();
    await open(other);
    await page.getByRole('heading', { name: 'さん', exact: true }).waitFor();
    expect(await named('さん', other)).toHaveLength(1);
    await page.context().close();
  });

  step('a first request that is never answered is asked again', async () => {
    page = await venue.show(PHONE, '/');
    let asked = 0;
    await page.route(JOIN, async (route) => { if (++asked > 1) await route.continue(); });
    await page.goto(`/j/${event.joinCode}`);
    await new JoinPage(page).nickname.waitFor();
    expect(asked).toBe(2);
    await page.context().close();
  });
});

describe('what waits on a phone', () => {
  const step = steps();
  let person: Participant;
  let own: OwnPage;
  beforeAll(async () => {
    person = await enter('よん', { jackets: [{ title: '坂の写真', description: '', sharing: 'open' }] });
    page = await venue.show(PHONE, `/e/${event.id}`, { as: person });
    own = await new OwnPage(page).tagged();
  }, 60_000);

  step('a card about data that is saved offline stands there as waiting, and as one once it is sent', async () => {
    await page.context().setOffline(true);
    await button('カードを足す').tap();
    await page.getByRole('dialog').getByLabel('データの名前').fill('来街者数');
    await button('保存').tap();
    const card = page.getByRole('region', { name: 'データジャケット' }).getByRole('listitem').filter({ hasText: '来街者数' });
    await card.getByText('送信待ち').waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    await page.context().setOffline(false);
    await card.getByRole('button', { name: '直す' }).waitFor();
    expect([await card.count(), (await told(person)).jackets.map(({ title }) => title)]).toEqual([1, ['坂の写真', '来街者数']]);
  });

  step('a card that the service refuses is there again to be mended', async () => {
    await page.route('**/jackets', (route) => route.fulfill({ status: 409, json: { status: 409, code: 'request.invalid', ja: 'このカードは足せません。', en: 'No.', yasashii: 'だめです。' } }));
    await button('カードを足す').tap();
    const name = page.getByRole('dialog').getByLabel('データの名前');
    await name.fill('断られる名前');
    await button('保存').tap();
    await own.notice().getByText('このカードは足せません。').waitFor();
    await page.unroute('**/jackets');
    await button('カードを足す').tap();
    expect(await name.inputValue()).toBe('断られる名前');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  step('the QR that leads back does not open later over what is being written: that it did not come is said at once', async () => {
    await page.context().setOffline(true);
    await button('戻るQRを出す').tap();
    await page.getByRole('region', { name: '戻るQR' }).getByRole('alert').filter({ hasText: 'つながりませんでした' }).waitFor();
    await button('書き直す').tap();
    await new JoinPage(page).introduction.fill('書いている途中');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.context().setOffline(false);
    await page.getByText('ネットワークにつながっていません。').waitFor({ state: 'hidden' });
    expect([await page.getByRole('dialog').count(), asked.filter((url) => url.endsWith('/return-link'))]).toEqual([0, []]);
    await button('やめる').tap();
    await button('戻るQRを出す').tap();
    await page.getByRole('img', { name: 'あなたのページに戻るQRコード' }).waitFor();
    await page.keyboard.press('Escape');
  });

  step('what another tab has sent is saved here too', async () => {
    await own.open('データ');
    const affiliation = page.getByRole('textbox', { name: /^所属/ });
    await holdChanges(page);
    await affiliation.fill('商店街');
    await button('プロフィールを保存').tap();
    await page.getByText('1件の変更が送信待ちです。').waitFor();
    const twin = await page.context().newPage();
    await twin.goto(`/e/${event.id}#people`);
    await new OwnPage(twin).ready();
    await page.context().unroute('**/api/v1/**');
    await twin.evaluate("dispatchEvent(new Event('online'))");
    await own.notice().getByText('保存しました').waitFor();
    expect((await told(person)).me.affiliation).toBe('商店街');
    expect(await page.evaluate<string>('JSON.stringify(localStorage)')).not.toContain('商店街');
    await twin.close();
  });

  step('a theme that is taken away takes no other wish along', async () => {
    const themes = [{ id: 'a', title: '空き家' }, { id: 'b', title: '防災' }, { id: 'c', title: '見守り' }];
    const offer = async (left: typeof themes) => organiser.call('changeEvent', { eventId: event.id }, { rules: { themes: left }, version: (await organiser.call('readConsole', { eventId: event.id })).body.state.event.version });
    await offer(themes);
    await own.open('チーム');
    const theme = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
    for (const name of ['空き家', '防災']) await theme(name).tap();
    await waitFor('the order', async () => (await told(person)).me.choices.join() === 'a,b');
    await offer(themes.slice(1));
    await theme('空き家').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^防災\s*（第1希望）$/ }).waitFor();
    await theme('見守り').tap();
    await waitFor('the new order', async () => (await told(person)).me.choices.join() === 'b,c');
    expect(await own.notice().getByText('このイベントにない').count()).toBe(0);
  });

  step('who comes and goes is not said without end: neither on the page of the team nor beside the people to meet', async () => {
    await enter('アオい人');
    await enter('キイロい人', { introduction: '写真撮影と動画編集と会計と溶接と料理と通訳と編み物が得意です。' });
    const count = page.getByText(/人が参加しています$/);
    expect(await count.getAttribute('role')).toBeNull();
    await own.open('出会い');
    await own.candidate('キイロい人').getByRole('listitem').getByText(/^ほかに\d+件$/).waitFor();
    await page.getByRole('searchbox').fill('キイロ');
    const shown = page.getByText(/人を表示$/);
    await shown.waitFor();
    await page.evaluate(`{
      globalThis.said = [];
      const line = [...document.querySelectorAll('main [role=status]')].find(({ textContent }) => textContent.endsWith('人を表示'));
      new MutationObserver(() => said.push([line.getAttribute('aria-live'), line.textContent])).observe(line, { childList: true, characterData: true, subtree: true });
    }`);
    const before = await shown.textContent();
    await enter('キイロのとなり');
    await waitFor('the new number', async () => (await shown.textContent()) !== before);
    await page.getByRole('searchbox').fill('キイロの');
    await waitFor('what is said', async () => (await page.evaluate<[string, string][]>('said')).length > 1);
    const said = await page.evaluate<[string, string][]>('said');
    expect([said.at(0)![0], said.at(-1)![0]]).toEqual(['off', 'polite']);
    await page.context().close();
  });
});
