import type { Page } from 'playwright-core';
import { LAPTOP, PHONE } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { publishTeams } from '../helpers/pages/first-team.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

let venue: Venue;
let organiser: Caller;
let event: Event;
let person: Participant;
let page: Page;
let own: OwnPage;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
}, 180_000);
afterAll(() => venue?.close());

const mine = async () => (await person.call('readPhone', { eventId: event.id })).body.state;
const settings = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state.event;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const notices = (text: string) => own.notice().getByText(text);
/** The page's content policy lets no poll be evaluated in it. */
const sheetsOpen = (count: number) => waitFor('the history to know', async () => await page.evaluate('history.state?.sheets') === count);
/** The browser's way back, out of a sheet. */
const goBack = async (): Promise<void> => {
  await sheetsOpen(1);
  await page.goBack();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};
const rewrite = async (text: string): Promise<void> => {
  await button('書き直す').tap();
  await new JoinPage(page).introduction.fill(text);
  await button('送る').tap();
};

describe('what is typed on a phone stays until it is saved', () => {
  const step = steps();
  beforeAll(async () => {
    person = await venue.enter(event.joinCode, { nickname: 'あかり', introduction: '写真撮影が得意です。', jackets: [{ title: '坂の写真', description: '', sharing: 'open' }] });
    await venue.allRead([person]);
    page = await venue.show(PHONE, `/e/${event.id}`, { as: person });
    own = await new OwnPage(page).tagged();
  }, 60_000);

  step('a form of a tab outlives a reload, until it is saved', async () => {
    await own.open('出会い');
    await page.getByText('いま、話せますか').tap();
    await page.getByLabel('どこにいますか').fill('窓ぎわ');
    await own.open('データ');
    const affiliation = page.getByLabel('所属');
    await affiliation.fill('坂の上商店街');
    await page.reload();
    await waitFor('the affiliation', async () => (await affiliation.inputValue()) === '坂の上商店街');
    await button('プロフィールを保存').tap();
    await notices('保存しました').waitFor();
    await person.call('changeProfile', { eventId: event.id }, { affiliation: '坂の下商店街' });
    await page.reload();
    await waitFor('what stands', async () => (await affiliation.inputValue()) === '坂の下商店街');
    await own.open('出会い');
    await page.getByText('いま、話せますか').tap();
    expect(await page.getByLabel('どこにいますか').inputValue()).toBe('窓ぎわ');
  });

  step('a data jacket outlives a tap beside its sheet, the way back and a reload; once saved the next begins empty', async () => {
    await own.open('わたし');
    const name = page.getByRole('dialog').getByLabel('データの名前');
    await button('カードを足す').tap();
    await name.fill('来街者数');
    await page.mouse.click(200, 20);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await sheetsOpen(0);
    await button('カードを足す').tap();
    expect(await name.inputValue()).toBe('来街者数');
    await goBack();
    await page.reload();
    await button('カードを足す').tap();
    expect(await name.inputValue()).toBe('来街者数');
    await button('保存').tap();
    await waitFor('the jacket', async () => (await mine()).jackets.length === 2);
    await button('カードを足す').tap();
    expect(await name.inputValue()).toBe('');
    await goBack();
  });

  step('an introduction that was rewritten three times is told of once, by a sentence that is true offline too, and its undo accuses nobody', async () => {
    await page.context().setOffline(true);
    for (const text of ['写真が好きです。', '写真と地図が好きです。', '写真と地図と坂が好きです。']) await rewrite(text);
    await notices('自己紹介を書き直しました').waitFor();
    expect(await notices('自己紹介を書き直しました').count()).toBe(1);
    await page.context().setOffline(false);
    await own.notice().getByRole('button', { name: '元に戻す' }).tap();
    await waitFor('the text before', async () => (await mine()).me.introduction.text === '写真と地図が好きです。');
    expect(await notices('送れませんでした').count()).toBe(0);
  });

  step('what is told lies over no button of an open sheet', async () => {
    await rewrite('写真と地図と路地が好きです。');
    await own.open('データ');
    await button('情報を削除する').tap();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('自己紹介を書き直しました').waitFor();
    const told = (await sheet.locator('.notice').boundingBox())!;
    const erase = (await button('すべて削除する').boundingBox())!;
    const title = (await sheet.getByRole('heading').boundingBox())!;
    expect(told.y + told.height).toBeLessThanOrEqual(title.y);
    expect(told.y).toBeGreaterThanOrEqual(0);
    expect(erase.y + erase.height).toBeLessThanOrEqual(844);
    await sheet.getByRole('button', { name: 'やめる' }).tap();
  });

  step('what another device wrote meanwhile is said beside the button that it switches off', async () => {
    await own.open('わたし');
    await button('書き直す').tap();
    await new JoinPage(page).introduction.fill('まだ書いています。');
    const { revision } = (await mine()).me.introduction;
    await person.call('writeIntroduction', { eventId: event.id }, { text: '別の端末で書きました。', shown: true, basedOn: revision });
    const told = page.getByRole('alert').filter({ hasText: '別の端末で書きました。' });
    await told.waitFor();
    const [box, area, send] = [(await told.boundingBox())!, (await new JoinPage(page).introduction.boundingBox())!, (await button('送る').boundingBox())!];
    expect(area.y + area.height).toBeLessThanOrEqual(box.y);
    expect(send.y - (box.y + box.height)).toBeLessThan(40);
    await page.getByRole('button', { name: 'そちらの文にする' }).tap();
    await button('やめる').tap();
  });
});

describe('a phone that waits is told what for', () => {
  const step = steps();

  step('whoever is not checked in reads what to do, and whoever has paused how to go on', async () => {
    await own.open('チーム');
    await page.getByRole('heading', { name: '会場に着いたら、受付に声をかけてください' }).waitFor();
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [person.id], here: true });
    await page.getByRole('heading', { name: 'チームはまだ決まっていません' }).waitFor();
    await person.call('setPresence', { eventId: event.id }, { paused: true });
    await page.getByRole('heading', { name: 'いまは休止中です。' }).waitFor();
    expect(await page.getByText('チームの発表を待っています').count()).toBe(0);
    await button('再開する').tap();
    await page.getByText('チームの発表を待っています').waitFor();
    await waitFor('the service', async () => !(await mine()).me.paused);
  });

  step('a team of one’s own that is made offline says that it waits, and is made once', async () => {
    await page.getByText('自分たちでチームを作る').tap();
    await page.getByLabel('チームの名前').fill('路地班');
    await page.context().setOffline(true);
    await button('チームを作る').tap();
    await page.getByRole('group').getByText('まだ送れていません。').waitFor();
    expect(await button('チームを作る').isDisabled()).toBe(true);
    await page.context().setOffline(false);
    await page.getByRole('region', { name: '路地班' }).waitFor();
    await button('チームを抜ける').tap();
  });

  step('whoever leaves early sees at once that it is said', async () => {
    await own.open('データ');
    await button('先に帰る').tap();
    await page.getByRole('dialog').getByRole('button', { name: '先に帰る' }).tap();
    const told = page.getByRole('heading', { name: '先に帰ったことになっています' });
    await told.waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await waitFor('it to be seen', async () => { const { y } = (await told.boundingBox())!; return y > 0 && y < 400; });
    await button('やっぱり残る').tap();
  });

  step('after a report nothing offers to take it back, and it is said where people see each other again', async () => {
    const other = await venue.enter(event.joinCode, { nickname: 'すずき', introduction: '写真と地図が好きです。' });
    await venue.allRead([other]);
    await own.open('出会い');
    await own.candidate('すずき').getByRole('button', { name: /^詳しく見る/ }).tap();
    await page.getByText('この人と会わないようにする').tap();
    await page.getByLabel('困ったことがあったと、主催者に知らせる').check();
    await button('会わないようにする').tap();
    const told = page.locator('.notice').filter({ hasText: 'また会えるようにするには、「データ」を開いてください' });
    await told.waitFor();
    expect(await told.getByRole('button', { name: '元に戻す' }).count()).toBe(0);
  });

  step('once the event is over the editor promises nobody to meet', async () => {
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version: (await settings()).version });
    await own.open('わたし');
    await button('書き直す').tap();
    await page.getByText('イベントが終わったので、ほかの参加者には見えません').waitFor();
    expect(await page.getByText('会うとよさそうな人を見つけます').count()).toBe(0);
    await button('やめる').tap();
  });

  step('whoever is erased still has the number and the time after a reload, and a way on', async () => {
    await own.open('データ');
    await button('情報を削除する').tap();
    await button('すべて削除する').tap();
    const proof = page.getByRole('definition').first();
    await proof.waitFor();
    const number = await proof.textContent();
    await page.reload();
    await page.getByRole('heading', { name: 'あなたの情報は削除されました。' }).waitFor();
    expect(await proof.textContent()).toBe(number);
    await page.getByRole('link', { name: '参加コードを入れる' }).tap();
    await page.getByLabel('参加コード').waitFor();
    await page.context().close();
  });
});

describe('the way in', () => {
  const step = steps();

  step('a full event is asked again, without loading the page anew', async () => {
    const small = await venue.makeEvent(organiser, { title: '小さな会', capacity: 2 });
    for (const nickname of ['いち', 'に']) await venue.enter(small.joinCode, { nickname });
    page = await venue.show(PHONE, `/j/${small.joinCode}`);
    await page.getByText('定員に達したため').waitFor();
    const { version } = (await organiser.call('readConsole', { eventId: small.id })).body.state.event;
    await organiser.call('changeEvent', { eventId: small.id }, { capacity: 3, version });
    await button('もう一度確かめる').tap();
    await new JoinPage(page).nickname.waitFor();
    await page.context().close();
  });

  step('a form that is filled in outlives a new join code, and leads to where that is entered', async () => {
    const lab = await venue.makeEvent(organiser, { title: '合言葉の会' });
    page = await venue.show(PHONE, `/j/${lab.joinCode}`);
    const join = new JoinPage(page);
    await join.fillIn({ nickname: 'さくら', introduction: '写真撮影が得意です。' });
    const { joinCode } = (await organiser.call('rotateJoinCode', { eventId: lab.id })).body;
    await join.submit.tap();
    await page.getByRole('link', { name: '参加コードを入れる' }).tap();
    await page.getByLabel('参加コード').fill(joinCode);
    await button('次へ').tap();
    await waitFor('what was typed', async () => (await join.introduction.inputValue()) === '写真撮影が得意です。');
    await join.submit.tap();
    await new OwnPage(page).ready();
    await page.context().close();
  });
});

describe('notices on the console', () => {
  const step = steps();

  step('three of them lie over no button in the last lines of the page', async () => {
    const lab = await venue.makeEvent(organiser, { title: '見張りの会' });
    const people = [];
    for (const nickname of ['あお', 'きい', 'くろ', 'しろ', 'みどり', 'むらさき']) people.push(await venue.enter(lab.joinCode, { nickname, introduction: '写真撮影が得意です。' }));
    await venue.allRead(people);
    await publishTeams({ organiser, event: lab }, people, 3);
    page = await venue.show(LAPTOP, await venue.loginPath());
    await page.getByRole('button', { name: 'あとで' }).click();
    await page.getByRole('link', { name: /^見張りの会/ }).click();
    const board = new ConsolePage(page);
    own = new OwnPage(page);
    await board.open('チーム');
    for (let count = 1; count <= 3; count++) {
      await page.getByRole('button', { name: /^席を空ける/ }).first().click();
      await waitFor('the notice', async () => (await page.locator('.notice').count()) === count);
    }
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    const covered = await page.evaluate<string[]>(`[...document.querySelectorAll('main button')].filter((button) => {
      const own = button.getBoundingClientRect();
      return [...document.querySelectorAll('.notice')].some((notice) => {
        const other = notice.getBoundingClientRect();
        return own.left < other.right && other.left < own.right && own.top < other.bottom && other.top < own.bottom;
      });
    }).map((button) => button.textContent)`);
    expect(covered).toEqual([]);
    await page.getByText('条件と希望').click();
    // those that have been read out are not read out again where a sheet shows them on
    await waitFor('none of them is said again in a sheet', async () => {
      await page.getByRole('button', { name: '条件を足す' }).click();
      const sheet = page.getByRole('dialog');
      const said = await sheet.locator('[role=status] > .notice').count();
      const kept = await sheet.locator('[aria-live=off] > .notice').count();
      await page.keyboard.press('Escape');
      return said === 0 && kept === 3;
    });
    await page.context().close();
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});
