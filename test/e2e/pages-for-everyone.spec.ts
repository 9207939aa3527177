import type { Page } from 'playwright-core';
import { LAPTOP, PHONE, PROJECTOR } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { ConsolePage, type ConsoleTab } from '../helpers/pages/console-page.js';
import { hasFocus, tabThrough, tabTo } from '../helpers/pages/keyboard.js';
import { look, setLetters } from '../helpers/pages/look.js';
import { englishIn, japaneseIn, pageWords } from '../helpers/pages/page-words.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';
import { san } from '../helpers/pages/san.js';

const STILL = { reducedMotion: 'reduce' } as const;
const CONSOLE_TABS = ['受付', '参加者', 'つながり', 'チーム', '言葉', '設定', '記録'] as const satisfies readonly ConsoleTab[];
let venue: Venue;
let organiser: Caller;
let event: Event;
let people: Participant[];
let phone: Page;
let laptop: Page;
let wall: Page;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ', theme: '見守りと買い物を考えます。', teamSize: { min: 4, max: 4 } });
  people = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(0, 8).filter(({ name, affiliation }) => !/[A-Za-z]/.test(name + affiliation)));
  await venue.allRead(people);
  [phone, laptop, wall] = await Promise.all([
    venue.show({ ...PHONE, ...STILL }, `/j/${event.joinCode}`), venue.show({ ...LAPTOP, ...STILL }, '/console'), venue.show({ ...PROJECTOR, ...STILL }, `/wall/${event.wallSecret}`),
  ]);
}, 180_000);
afterAll(() => venue?.close());

/** On how many lines each word of the tab bar stands. */
const tabLines = (page: Page): Promise<number[]> => page.evaluate<number[]>(`[...document.querySelectorAll('.tab-bar a')].flatMap((link) => {
  const text = [...link.childNodes].find((node) => node.nodeType === 3);
  return [...text.data.matchAll(/\\S+/g)].map(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getClientRects().length;
  });
})`);

const formTeams = async () => {
  await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
  await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 3, max: 4 }, seed: 1, seconds: 0.2 });
  return waitFor('the draft', async () => {
    const { proposal } = (await organiser.call('readConsole', { eventId: event.id })).body.state;
    return proposal?.status === 'draft' && proposal.objective !== null ? proposal : null;
  });
};

describe('feature 105, 106 and 108: each page for everyone: WCAG 2.2 AA in light and dark, large letters, Japanese throughout', () => {
  const step = steps();
  step('the join page, also with refusals', async () => {
    await new JoinPage(phone).nickname.waitFor();
    for (const part of ['所属・立場', 'ほかの人に見せるもの']) await phone.locator('summary', { hasText: part }).tap();
    // a label and whether it must be answered are heard as two words
    await phone.getByRole('textbox', { name: '所属 任意', exact: true }).waitFor();
    await phone.getByRole('group', { name: '立場 任意', exact: true }).waitFor();
    await look(phone);
    await new JoinPage(phone).submit.tap();
    await phone.getByText('入力に直すところがあります').waitFor();
    await look(phone);
    await phone.goto('/');
    await phone.getByLabel('参加コード').waitFor();
    await look(phone);
  });

  step('the own page: tags, a tag’s sheet, candidates, a person, the team to come, my data', async () => {
    await phone.context().addCookies([...people[0].cookies].map(([name, value]) => ({ name, value, url: venue.product.origin })));
    await phone.goto(`/e/${event.id}`);
    const own = await (await new OwnPage(phone).ready()).tagged();
    await look(phone);
    await own.tags().first().tap();
    await look(phone);
    await phone.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
    await own.open('出会い');
    await own.candidates().first().waitFor();
    await look(phone);
    await own.candidates().first().getByRole('button', { name: /^詳しく見る/ }).tap();
    await phone.getByRole('dialog').getByRole('heading', { name: '自己紹介' }).waitFor();
    await look(phone);
    await phone.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
    for (const tab of ['チーム', 'データ'] as const) {
      await own.open(tab);
      await look(phone);
    }
    await phone.setViewportSize({ width: 320, height: 568 });
    await look(phone);
    await setLetters(phone, '200%');
    expect(await tabLines(phone)).toEqual([1, 1, 1, 1]);
    await phone.getByRole('combobox').selectOption('en');
    await phone.getByRole('link', { name: 'My data' }).waitFor();
    expect(await tabLines(phone)).toEqual([1, 1, 1, 1, 1]);
    await phone.getByRole('combobox').selectOption('ja');
    await phone.getByRole('link', { name: 'データ' }).waitFor();
    await phone.setViewportSize(PHONE.viewport!);
    await phone.reload();
    await phone.getByRole('button', { name: '休止する' }).tap();
    await phone.getByText('いまは休止中です。').waitFor();
    await own.open('出会い');
    await phone.getByText('休止中です。再開すると候補が出ます。').waitFor();
    await look(phone);
    await phone.getByRole('button', { name: '再開する' }).tap();
    await own.candidates().first().waitFor();
    await phone.context().setOffline(true);
    await phone.getByText('ネットワークにつながっていません。').waitFor();
    await look(phone);
    await phone.context().setOffline(false);
    await phone.getByText('ネットワークにつながっていません。').waitFor({ state: 'hidden' });
  });

  step('the console: signing in, the list, a new event, every tab', async () => {
    await laptop.getByRole('heading', { name: '主催者としてログイン' }).waitFor();
    await look(laptop);
    await laptop.goto(await venue.loginPath());
    await laptop.getByRole('button', { name: 'あとで' }).waitFor();
    await look(laptop);
    await laptop.getByRole('button', { name: 'あとで' }).click();
    await laptop.getByRole('link', { name: /^坂のまちラボ/ }).waitFor();
    await look(laptop);
    await laptop.getByRole('link', { name: 'イベントを作る' }).click();
    await laptop.getByText('くわしい設定').click();
    await look(laptop);
    await laptop.goto(`/console/events/${event.id}`);
    for (const tab of CONSOLE_TABS) {
      await new ConsolePage(laptop).open(tab);
      await laptop.getByRole('heading', { level: 1, name: tab }).waitFor({ state: 'attached' });
      await look(laptop);
      expect({ tab, missed: await tabThrough(laptop) }).toEqual({ tab, missed: [] });
    }
    await new ConsolePage(laptop).open('受付');
    await laptop.getByRole('button', { name: '代わりに登録' }).click();
    await look(laptop);
    await laptop.keyboard.press('Escape');
    await new ConsolePage(laptop).open('参加者');
    await laptop.getByRole('button', { name: 'CSVから登録' }).click();
    await laptop.locator('input[type=file]').setInputFiles({ name: '一覧.csv', mimeType: 'text/csv', buffer: Buffer.from(`名前,所属\n${'あ'.repeat(40)},大学\n`) });
    await laptop.getByText('2行目').waitFor();
    await look(laptop);
    await laptop.keyboard.press('Escape');
  });

  step('the wall with its tag cloud', async () => {
    await wall.getByRole('img').waitFor();
    await look(wall);
  });

  step('the draft', async () => {
    await formTeams();
    await new ConsolePage(laptop).open('チーム');
    await new ConsolePage(laptop).score().waitFor();
    await look(laptop);
    await new ConsolePage(laptop).button('発表する').click();
    await laptop.getByRole('button', { name: '全員に発表する' }).waitFor();
    await look(laptop);
    await laptop.getByRole('button', { name: 'やめる' }).click();
  });

  step('feature 107: a person is moved between teams with the keyboard alone, and the focus is always seen', async () => {
    const board = new ConsolePage(laptop);
    const [name] = (await board.seats()).チーム1;
    await laptop.getByRole('link', { name: 'チーム', exact: true }).focus();
    await tabTo(laptop, board.grip(name));
    await laptop.keyboard.press('Space');
    await board.says(`${san(name)}をつかみました`);
    await board.carry('ArrowRight', 'チーム2');
    await laptop.keyboard.press('Space');
    await waitFor('the move', async () => (await board.teamOf(name)) === 'チーム2');
    await board.says(`${san(name)}をチーム2に移しました`);
    await waitFor('the focus on the moved card', () => hasFocus(board.grip(name)));
    const menu = board.button(`移動…（${name}）`);
    await tabTo(laptop, menu);
    await laptop.keyboard.press('Enter');
    await laptop.getByRole('menuitem').first().waitFor();
    await waitFor('the first entry', async () => {
      await laptop.keyboard.press('ArrowDown');
      return hasFocus(laptop.getByRole('menuitem', { name: /^チーム1/ }));
    });
    await laptop.keyboard.press('Enter');
    await waitFor('the move back', async () => (await board.teamOf(name)) === 'チーム1');
    await waitFor('the focus on the moved card', () => hasFocus(menu));
    await board.untilScored(); // so that no card is drawn anew in the midst of the way
    expect(await tabThrough(laptop)).toEqual([]);
  });

  step('feature 52: published with the keyboard alone; teams on the phone, the console and the wall', async () => {
    await laptop.getByRole('link', { name: 'チーム', exact: true }).focus();
    await tabTo(laptop, new ConsolePage(laptop).button('発表する'));
    await laptop.keyboard.press('Enter');
    await tabTo(laptop, laptop.getByRole('button', { name: '全員に発表する' }));
    await laptop.keyboard.press('Enter');
    await new OwnPage(phone).moment('チームが決まりました').waitFor();
    await look(phone);
    await phone.getByRole('button', { name: 'チームを見る' }).tap();
    await phone.getByRole('heading', { name: 'メンバー' }).waitFor();
    await look(phone);
    await laptop.getByRole('heading', { name: '発表したチーム' }).waitFor();
    await look(laptop);
    await wall.getByRole('heading', { name: 'チームが決まりました' }).waitFor();
    await look(wall);
  });

  step('what is printed', async () => {
    for (const kind of ['poster', 'badges', 'list', 'cards', 'teams', 'tables']) {
      await laptop.goto(`/console/events/${event.id}#print-${kind}`);
      await laptop.getByRole('button', { name: '印刷する' }).waitFor();
      await look(laptop);
    }
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});

describe('English', () => {
  const step = steps();
  const ENGLISH = { locale: 'en-GB' } as const;
  /** Tags as they are written on the page, wherever: chips, cards, the cloud. */
  const tagsOn = (page: Page): Promise<string[]> => page.locator('.tag bdi, .chip bdi, .room-tags bdi, .cloud-word bdi, .topic bdi').allTextContents();
  let own: Page;

  step('the language is chosen on the page and leaves no Japanese there', async () => {
    const english = await venue.makeEvent(organiser, { title: 'Slope Lab', theme: 'Looking out for each other', place: 'Hall' });
    for (const nickname of ['Ann', 'Ben', 'Cat']) await venue.enter(english.joinCode, { nickname, introduction: 'I take photographs and I am looking for a programmer.', affiliation: 'Harbour Lab' });
    for (const nickname of ['Eri', 'Fumi']) await venue.enter(english.joinCode, { nickname, introduction: '写真が得意です。料理ができます。プログラマーを探しています。' });
    own = await venue.show({ ...PHONE, ...STILL }, `/j/${english.joinCode}`);
    await own.getByRole('combobox').selectOption('English');
    await own.getByLabel('Nickname').waitFor();
    expect(japaneseIn(await pageWords(own))).toEqual([]);
    expect(await own.evaluate('document.documentElement.lang')).toBe('en');
    await own.getByLabel('Nickname').fill('Dan');
    await own.locator('textarea').first().fill('I take photographs and I am looking for a programmer.');
    await own.getByRole('checkbox').last().check();
    await own.locator('button[type=submit]').tap();
    await own.locator('mark').first().waitFor();
    for (const tab of ['me', 'people', 'team', 'data']) {
      await own.locator(`nav a[href="#${tab}"]`).tap();
      await own.locator(`nav a[href="#${tab}"][aria-current=page]`).waitFor();
      if (tab === 'people') await own.getByRole('article').first().waitFor();
      if (tab === 'team') {
        await own.locator('.room-tags').waitFor();
        // neither by colour alone nor by a mark that is only seen
        expect(await own.locator('.room-mine:has(.kind-mark)').first().textContent()).toMatch(/ people \(yours\)$/);
        expect(await own.locator('.room-tags li:not(.room-mine)', { hasText: /yours/ }).count()).toBe(0);
        expect(await own.locator('.stages li').allTextContents()).toEqual(['You have joined (done)', 'You have tags (done)', 'See people to meet', 'Waiting for the teams']);
      }
      expect({ tab, words: japaneseIn(await pageWords(own)) }).toEqual({ tab, words: [] });
      // tags as well, in whatever language they were written
      const tags = await tagsOn(own);
      expect({ tab, tags: japaneseIn(tags) }).toEqual({ tab, tags: [] });
      if (tab !== 'data') expect({ tab, tags }).toEqual({ tab, tags: expect.arrayContaining(['programmer']) });
    }
    await own.locator('nav a[href="#people"]').tap();
    await own.getByRole('article').filter({ hasText: /Eri|Fumi/ }).first().locator('.name-button').tap();
    const sheet = own.getByRole('dialog');
    await sheet.getByRole('region', { name: 'Looking for' }).getByText('programmer').waitFor();
    expect(japaneseIn(await sheet.locator('bdi').allTextContents())).toEqual([]);
    await own.keyboard.press('Escape');
    await own.getByRole('combobox').selectOption('やさしい日本語');
    await own.locator('nav', { hasText: /[ぁ-ん]/ }).waitFor();
    expect(englishIn(await pageWords(own))).toEqual([]);
    // the reasons too, which come from the service
    await own.locator('nav a[href="#people"]').tap();
    await own.getByRole('article').first().waitFor();
    expect(await tagsOn(own)).toContain('プログラマー');
    for (const reason of await own.getByRole('article').first().locator('.reasons li').allTextContents()) expect(reason).toMatch(/^(あなた|この人|ふたりとも|ひとり)\S* .*(です|ます|ました|ません|ませんか)。$/);

    await organiser.call('changeEvent', { eventId: english.id }, { version: (await organiser.call('readConsole', { eventId: english.id })).body.state.event.version, consentText: '名札と席のために使います。', consentTranslations: { en: 'For badges and seats.' } });
    const reader = await venue.show({ ...PHONE, ...STILL }, `/j/${english.joinCode}`);
    await reader.getByText('名札と席のために使います。').waitFor();
    for (const [language, text, said] of [['English', 'For badges and seats.', false], ['やさしい日本語', '名札と席のために使います。', true]] as const) {
      await reader.getByRole('combobox').selectOption(language);
      await reader.getByText(text).waitFor();
      expect(await reader.getByText('やさしい日本語では ありません').isVisible()).toBe(said);
    }
    await reader.context().close();

    const projector = await venue.show({ ...PROJECTOR, ...STILL, ...ENGLISH }, `/wall/${english.wallSecret}`);
    await projector.getByRole('img').waitFor();
    await projector.locator('.cloud-word').first().waitFor();
    expect(japaneseIn([...await pageWords(projector), ...await tagsOn(projector)])).toEqual([]);

    const console_ = await venue.show({ ...LAPTOP, ...STILL, ...ENGLISH }, await venue.loginPath());
    await console_.locator('form button[type=button]').click();
    await console_.getByRole('link', { name: /^Slope Lab/ }).waitFor();
    expect(await console_.title()).toBe('Events · Tsunagu');
    expect(japaneseIn(await pageWords(console_))).toEqual([]);
    await console_.locator('a[href="/console/events/new"]').click();
    await console_.locator('details').first().waitFor();
    expect(japaneseIn(await pageWords(console_))).toEqual([]);
    for (const tab of ['reception', 'people', 'room', 'teams', 'words', 'settings', 'audit']) {
      await console_.goto(`/console/events/${english.id}#${tab}`);
      await console_.locator(`nav a[href="#${tab}"][aria-current=page]`).waitFor();
      expect({ tab, words: japaneseIn([...await pageWords(console_), ...await tagsOn(console_)]) }).toEqual({ tab, words: [] });
      if (['reception', 'people', 'room'].includes(tab)) expect({ tab, tags: await tagsOn(console_) }).toEqual({ tab, tags: expect.arrayContaining(['cooking']) });
    }
    await console_.goto(`/console/events/${english.id}#people`);
    expect(await console_.locator('option[value="料理"]').textContent()).toMatch(/^cooking/);
    await console_.goto(`/console/events/${english.id}#print-badges`);
    await console_.locator('.badge').first().waitFor();
    expect(await tagsOn(console_)).toContain('cooking');
    expect(japaneseIn(await tagsOn(console_))).toEqual([]);
    for (const page of [own, projector, console_]) await page.context().close();
  });
});
