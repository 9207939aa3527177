import type { Locator, Page } from 'playwright-core';
import { LAPTOP } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { ConsolePage, type ConsoleTab } from '../helpers/pages/console-page.js';
import { focusIsLost, hasFocus, tabTo } from '../helpers/pages/keyboard.js';
import { look } from '../helpers/pages/look.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';
import { san } from '../helpers/pages/san.js';

const listed = FIXTURE_PEOPLE.filter(({ name, affiliation }) => !/[A-Za-z]/.test(name + affiliation)).slice(0, 8);
const OWN_WORDS = ['縁側番', '灯台あそび'];
let venue: Venue;
let organiser: Caller;
let page: Page;
let board: ConsolePage;
let eventId: string;
let guest: Participant;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  page = await venue.show({ ...LAPTOP, reducedMotion: 'reduce' }, '/console', { as: organiser });
  board = new ConsolePage(page);
}, 180_000);
afterAll(() => venue?.close());

const state = async () => (await organiser.call('readConsole', { eventId })).body.state;
const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const keys = async (...names: string[]) => { for (const name of names) await page.keyboard.press(name); };
const press = async (target: Locator, key = 'Enter') => {
  await target.waitFor();
  await tabTo(page, target);
  await page.keyboard.press(key);
};
const open = (tab: ConsoleTab) => press(page.getByRole('navigation', { name: 'イベントの画面' }).getByRole('link', { name: tab, exact: true }));
/** Opens a menu and takes its first entry. */
const pressFirst = async (target: Locator) => {
  await press(target);
  await waitFor('the first entry', () => hasFocus(page.getByRole('menuitem').first()));
  await keys('Enter');
};
/** What was pressed is gone or switched off: the focus is on what stands there now. */
const focusKept = () => waitFor('the focus, on something that is there', async () => !(await focusIsLost(page)));
const draft = (but?: string) => waitFor('a draft', async () => {
  const { proposal } = await state();
  return proposal?.status === 'draft' && proposal.objective !== null && proposal.id !== but ? proposal : null;
}, 60);

describe('the organiser’s whole way with the keyboard alone', () => {
  const step = steps();
  step('feature 102: an event from a recipe', async () => {
    await press(page.getByRole('link', { name: 'イベントを作る' }));
    await tabTo(page, page.getByRole('radio', { checked: true }));
    await waitFor('the recipe', async () => {
      await keys('ArrowDown');
      return page.getByRole('radio', { name: /^リビングラボ/ }).isChecked();
    });
    await tabTo(page, page.getByLabel('イベント名'));
    await page.keyboard.type('鍵盤のまち');
    await keys('Enter');
    await page.getByRole('heading', { name: '参加してもらう' }).waitFor();
    eventId = /events\/([\w-]+)/.exec(page.url())![1];
  });

  step('the wall is opened beside the console', async () => {
    const [wall] = await Promise.all([page.context().waitForEvent('page'), press(page.getByRole('link', { name: '会場画面を開く' }))]);
    await wall.getByText('人が参加').waitFor();
    await wall.close();
  });

  step('feature 8: people from a file', async () => {
    await open('参加者');
    await press(button('CSVから登録'));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page.getByLabel('CSVファイルを選ぶ'))]);
    const rows = [['名前', '所属', '自己紹介'], ...listed.map(({ name, affiliation, intro }) => [name, affiliation, intro])];
    await chooser.setFiles({ name: '一覧.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join()).join('\r\n')) });
    await press(page.getByRole('checkbox', { name: /同意を得ています/ }), 'Space');
    await press(button(`${listed.length}人を登録`));
    await page.getByText(`${listed.length}人を登録しました。`).waitFor();
    await focusKept();
    await keys('Escape');
    await waitFor('the focus back on the button', async () => (await page.evaluate<string>('document.activeElement.textContent')) === 'CSVから登録');
  });

  step('feature 66: check-in, one by one and all at once', async () => {
    await press(board.checkIn(listed[0].name), 'Space');
    await waitFor('one here', async () => (await state()).people.filter(({ here }) => here).length === 1);
    await press(button('表示中の全員をチェックイン'));
    await waitFor('everybody here', async () => (await state()).people.every(({ here }) => here));
    await focusKept();
    guest = await venue.enter((await state()).event.joinCode, { nickname: 'ゲスト', introduction: '合唱の指揮ができます。' });
    for (const label of OWN_WORDS) await guest.call('addTag', { eventId }, { label, kind: 'interest' });
    await organiser.call('checkIn', { eventId }, { participantIds: [guest.id], here: true });
  });

  step('feature 17: words that wait are approved and refused; the next one has the focus', async () => {
    await open('言葉');
    await press(button(`「${OWN_WORDS[0]}」を使う`));
    await button(`「${OWN_WORDS[0]}」を外す`).waitFor();
    await focusKept();
    await keys('Tab', 'Enter');
    await waitFor('the other one refused', async () => (await state()).words.some(({ label, refused }) => label === OWN_WORDS[1] && refused));
    await focusKept();
  });

  step('feature 40: wishes by arrow key, as fast as one likes; rules as sentences', async () => {
    await open('チーム');
    await press(page.getByText('条件と希望'));
    const slider = page.getByRole('slider').last();
    await tabTo(page, slider);
    await keys('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await waitFor('the wish as it was set', async () => ((await state()).event.rules as { wishes: { priority: number }[] }).wishes.some(({ priority }) => priority === 3));
    expect(await slider.inputValue()).toBe('3');
    expect(await page.getByText('ほかの人が先に変更しました').count()).toBe(0);
    for (const kind of ['同じチーム', '別のチーム']) {
      await press(button('条件を足す'));
      const sheet = page.getByRole('dialog');
      await tabTo(page, sheet.getByRole('radio', { checked: true }));
      await waitFor('the kind of rule', async () => (await sheet.getByRole('radio', { name: new RegExp(kind), checked: true }).count()) > 0 || keys('ArrowDown').then(() => false));
      for (const { name } of listed.slice(0, 2)) await press(sheet.getByRole('checkbox', { name }), 'Space');
      await press(sheet.getByRole('button', { name: '足す', exact: true }));
      await focusKept();
    }
    await waitFor('both rules', async () => ((await state()).event.rules as { rules: unknown[] }).rules.length === 2);
  });

  step('feature 48: formed, and what cannot hold is loosened', async () => {
    await press(button('チームを作る'));
    const impossible = await draft();
    await focusKept();
    const conflicts = page.getByRole('region', { name: '守れなかった条件' });
    await press(conflicts.getByRole('button').first());
    expect((await draft(impossible.id)).conflicts).toEqual([]);
    await focusKept();
  });

  step('feature 43 and 45: pinned, locked, undone and redone', async () => {
    const [name] = (await board.seats()).チーム1;
    await press(board.pin(name));
    await waitFor('the pin', async () => (await board.pin(name).getAttribute('aria-pressed')) === 'true');
    await press(button('チームをロック（チーム1）'));
    await waitFor('the lock', async () => (await state()).proposal!.teams.some(({ locked }) => locked));
    await press(button('元に戻す'));
    await waitFor('the lock undone', async () => (await state()).proposal!.teams.every(({ locked }) => !locked));
    await focusKept();
    await press(button('元に戻す'));
    await waitFor('the pin undone', async () => (await board.pin(name).getAttribute('aria-pressed')) === 'false' && button('元に戻す').isDisabled());
    await focusKept();
    await press(button('やり直す'));
    await waitFor('the pin redone', async () => (await board.pin(name).getAttribute('aria-pressed')) === 'true');
    await focusKept();
  });

  step('feature 47: two proposals compared, the first one chosen again', async () => {
    const { proposal } = await state();
    await press(button('別の案も作る'));
    await draft(proposal!.id);
    await focusKept();
    await press(page.getByText(/^案をくらべる/));
    await press(button(`この案にする（案${proposal!.number}）`));
    await waitFor('the first one', async () => (await state()).proposal?.id === proposal!.id);
    await focusKept();
  });

  step('feature 52: previewed and published', async () => {
    await press(button('発表する'));
    await press(button('全員に発表する'));
    await page.getByRole('heading', { name: '発表したチーム' }).waitFor();
    await focusKept();
  });

  step('feature 68 and 69: a seat freed, given again and moved; set right by as few moves as it takes', async () => {
    const { nickname } = (await state()).teams[0].members[0];
    await press(button(`席を空ける（${nickname}）`));
    const late = button(`${san(nickname)}の席を用意する`);
    await late.waitFor();
    await focusKept();
    await press(button('見直し案を探す'));
    await button('見直し案を捨てる').waitFor();
    await look(page, [...listed.flatMap(({ name, affiliation }) => [name, affiliation]), 'ゲスト']);
    await press(button('見直し案を捨てる'));
    await waitFor('no plan', async () => (await state()).repair === null);
    await focusKept();
    await pressFirst(late);
    await waitFor('the seat', async () => (await state()).unplaced.length === 0);
    await focusKept();
    const teamOf = async () => (await state()).teams.find(({ members }) => members.some((member) => member.nickname === nickname))?.id;
    const from = await teamOf();
    await pressFirst(button(`${san(nickname)}を移動`));
    const full = button('それでも入れる'); // asked where the first other team has no seat left
    await waitFor('the move, or a question', async () => (await teamOf()) !== from || await full.count() > 0);
    if (await full.count()) await press(full);
    await waitFor('the move', async () => (await teamOf()) !== from);
    await focusKept();
  });

  step('feature 81 and 82: what members say, weeks later too, stands in the report', async () => {
    await guest.call('answerAboutTeam', { eventId }, { rating: 'good', going: 'going' });
    await open('記録');
    await page.getByRole('region', { name: 'ふりかえり' }).getByRole('definition').nth(3).waitFor();
    await look(page, [...listed.map(({ name }) => name), 'ゲスト', 'organiser']);
  });

  step('feature 103: a rehearsal begun and cleaned up', async () => {
    const before = (await state()).people.length;
    await open('設定');
    await press(button('リハーサルを始める'));
    await button(/^練習用の\d+人を片付ける$/).waitFor();
    await focusKept();
    await look(page);
    await press(button(/^練習用の\d+人を片付ける$/));
    await waitFor('nobody invented left', async () => (await state()).people.length === before, 60);
    await waitFor('the button gone', async () => (await button(/^練習用の\d+人を片付ける$/).count()) === 0);
    await focusKept();
  });

  step('feature 76: to the paper and back', async () => {
    await open('受付');
    await press(page.getByRole('link', { name: 'QRポスターを印刷' }));
    await focusKept();
    await press(page.getByRole('button', { name: '戻る' }));
    await page.getByRole('heading', { name: '参加してもらう' }).waitFor();
    await focusKept();
  });

  step('feature 10: somebody without a phone is entered, and their badge printed', async () => {
    await open('受付');
    await press(button('代わりに登録'));
    await press(button('登録する'));
    await page.getByText('参加には同意が必要です').waitFor();
    await look(page);
    await tabTo(page, page.getByLabel('ニックネーム'));
    await page.keyboard.type('ヨネさん');
    await tabTo(page, page.getByRole('textbox', { name: '自己紹介' }));
    await page.keyboard.type('漬物を漬けています。');
    await press(page.getByRole('checkbox', { name: '上の文面を本人に伝え、同意を得ました' }), 'Space');
    await page.getByText('参加には同意が必要です').waitFor({ state: 'hidden' });
    await press(button('登録する'));
    await page.getByText('ヨネさんを登録しました。').waitFor();
    await look(page);
    await press(page.getByRole('link', { name: '名札を印刷' }));
    await page.getByRole('heading', { name: 'ヨネさん' }).waitFor();
    await press(button('戻る'));
    await waitFor('here', async () => (await state()).people.some(({ nickname, here }) => nickname === 'ヨネさん' && here));
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});
