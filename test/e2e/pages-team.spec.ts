import { readFileSync } from 'node:fs';
import type { PhoneState } from '@tsunagu/contracts';
import type { Locator, Page } from 'playwright-core';
import { LAPTOP } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { publishTeams, showFirstTeam } from '../helpers/pages/first-team.js';
import { focusIsLost, hasFocus, tabThrough, tabTo } from '../helpers/pages/keyboard.js';
import { look } from '../helpers/pages/look.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';
import { san } from '../helpers/pages/san.js';

/** Letters in the names of the fixture's people are theirs. */
const NAMES = FIXTURE_PEOPLE.flatMap(({ name, affiliation }) => `${name} ${affiliation}`.match(/[A-Za-z]{2,}/g) ?? []);
const DAY_MS = 86_400_000;
let venue: Venue;
let organiser: Caller;
let event: Event;
let people: Participant[];
let one: Page, two: Page, laptop: Page;

const board = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const region = (page: Page, name: string) => page.getByRole('region', { name });

/** An event of three weeks ago whose organiser has not closed it: everything that a team is asked, then and later. */
beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ', heldOn: new Date(Date.now() - 21 * DAY_MS).toISOString().slice(0, 10), retentionDays: 90 });
  people = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(0, 8));
  await venue.allRead(people);
  await publishTeams({ organiser, event }, people, 4);
  ({ one, two, laptop } = await showFirstTeam(venue, { organiser, event }, people));
}, 180_000);
afterAll(() => venue?.close());

describe('a team on the phones of its members', () => {
  const step = steps();
  step('feature 33 and 49: says who is in it, where it meets, why these people, and what is still missing', async () => {
    const [team] = (await board()).teams;
    await one.getByRole('heading', { name: `チーム${team.number}` }).waitFor();
    await one.getByText('テーブル1に集合').waitFor();
    expect(await region(one, 'メンバー').getByRole('heading', { level: 3 }).allTextContents()).toEqual(team.members.map((member) => member.nickname));
    const text = (await one.getByRole('main').textContent())!;
    const said = (type: string): string[] => team.reasons.filter((reason) => reason.type === type).map((reason) => reason.text.ja);
    for (const sentence of [...said('theme'), ...said('need_met'), ...said('sectors'), ...said('missing')]) expect(text).toContain(sentence);
    expect(said('missing').length > 0).toBe(await region(one, 'まだ足りないもの').isVisible());
    for (const { brings } of team.members.filter((member) => member.brings.length > 0)) expect(text).toContain(brings.map(({ label }) => label).join('、'));
  });

  step('feature 74: calls the organiser; the other members and the console see it, and the organiser answers', async () => {
    await one.getByRole('button', { name: '主催者を呼ぶ' }).tap();
    await two.getByText('主催者を呼んでいます。').waitFor();
    await new ConsolePage(laptop).column('チーム1').getByText('呼んでいます').waitFor();
    await laptop.getByRole('button', { name: 'チーム1の呼び出しに対応しました' }).click();
    await one.getByRole('button', { name: '主催者を呼ぶ' }).waitFor();
    await two.getByRole('button', { name: '主催者を呼ぶ' }).waitFor();
  });

  step('feature 75: offline, a call and an answer say at their own place that they are not sent, and the line about it stays in sight', async () => {
    await one.context().setOffline(true);
    await one.getByRole('button', { name: '主催者を呼ぶ' }).tap();
    await region(one, '困ったら').getByText('まだ送れていません。').waitFor();
    expect(await one.getByText('主催者を呼んでいます。').count()).toBe(0);
    await one.getByText('1件の変更が送信待ちです。').waitFor();
    const top = (await one.getByText('ネットワークにつながっていません。').boundingBox())!;
    expect(top.y >= 0 && await one.evaluate('scrollY > 0')).toBe(true);
    await one.context().setOffline(false);
    await two.getByText('主催者を呼んでいます。').waitFor();
    await one.getByText('主催者を呼んでいます。').waitFor();
    await one.getByRole('button', { name: 'もう大丈夫です' }).tap();
    await one.getByRole('button', { name: '主催者を呼ぶ' }).waitFor();
  });

  step('feature 53: a member says that they come, and the others see it', async () => {
    const [{ members }] = (await board()).teams;
    await one.context().setOffline(true);
    await one.getByRole('button', { name: '参加します' }).tap();
    await region(one, '参加すると答えました').getByText('まだ送れていません。').waitFor();
    await one.context().setOffline(false);
    await region(one, '参加すると答えました').getByText('チームの仲間に伝わっています。').waitFor();
    await region(two, 'メンバー').getByRole('listitem').filter({ hasText: members[0].nickname }).getByText('参加します').waitFor();
    await waitFor('the console knows', async () => (await board()).teams[0].members[0].accepted);
    await one.getByRole('heading', { name: '参加すると答えました' }).waitFor();
    await one.getByRole('button', { name: '参加を取り消す' }).tap();
    await one.getByRole('dialog', { name: 'この席を見送りますか' }).getByRole('button', { name: 'やめる' }).tap();
  });

  step('feature 105 and 108: the team’s page, weeks later, while it calls for help', async () => {
    await one.getByText('まだ続いていますか').waitFor();
    await one.getByRole('button', { name: '主催者を呼ぶ' }).tap();
    await one.getByRole('button', { name: 'もう大丈夫です' }).waitFor();
    await look(one, NAMES);
    await one.getByRole('button', { name: 'もう大丈夫です' }).tap();
    await one.getByRole('button', { name: '主催者を呼ぶ' }).waitFor();
  });

  step('feature 79: hands itself over: a goal and a date that all members see, by mail, LINE, text and calendar', async () => {
    await one.getByLabel('目標').fill('来月、空き家で試食会を開く');
    await one.getByLabel('次に会う日').fill('2031-02-03');
    await region(one, 'これからのこと').getByRole('button', { name: '保存' }).tap();
    await waitFor('the plan on the other phone', async () => (await two.getByLabel('次に会う日').inputValue()) === '2031-02-03');
    const [{ members }] = (await board()).teams;
    const handOff = region(two, 'このあとも続ける');
    for (const name of ['メールで送る', 'LINEで送る']) {
      const link = decodeURIComponent((await handOff.getByRole('link', { name }).getAttribute('href'))!);
      for (const part of [...members.map((member) => member.nickname), '来月、空き家で試食会を開く', '2031-02-03']) expect(link).toContain(part);
    }
    const [download] = await Promise.all([two.waitForEvent('download'), handOff.getByRole('button', { name: '予定をカレンダーに追加' }).tap()]);
    const calendar = readFileSync(await download.path(), 'utf8');
    expect(calendar).toContain('DTSTART;VALUE=DATE:20310203');
    expect(calendar).toContain('END:VCALENDAR');
  });

  step('feature 81 and 82: is asked how it was and, weeks later, whether it goes on; the organiser sees numbers', async () => {
    await one.getByRole('radio', { name: '続いている' }).check();
    await one.getByRole('radio', { name: 'よかった' }).check();
    await two.getByRole('radio', { name: 'お休み中' }).check();
    await two.getByRole('radio', { name: 'よかった' }).check();
    await new ConsolePage(laptop).column('チーム1').getByText('よかった 2人 ・ 続いている 1人 ・ お休み中 1人').waitFor();
    await one.reload();
    await waitFor('the answer, kept', () => one.getByRole('radio', { name: '続いている' }).isChecked());
    expect(await one.getByRole('radio', { name: 'お休み中' }).isChecked()).toBe(false);
  });

  step('feature 75: a phone that slept for two hours asks for the truth at once when it wakes, and shows it', async () => {
    const session = await two.context().newCDPSession(two);
    await two.context().setOffline(true);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    // more than any stream keeps ready to catch up with
    await venue.database.reader.query("INSERT INTO log (stream, seq, event_id, type, payload) SELECT s.id, s.last_seq + n, s.event_id, 'erased', '{}' FROM stream s, generate_series(1, 300) n WHERE s.event_id = $1 AND s.kind = 'event'", [event.id]);
    await venue.database.reader.query("UPDATE stream SET last_seq = last_seq + 300 WHERE event_id = $1 AND kind = 'event'", [event.id]);
    const [{ members }] = (await board()).teams;
    const leaver = people.find(({ id }) => id === members[2].participantId)!;
    await leaver.call('setPresence', { eventId: event.id }, { left: true });
    // a line that was open before goes on looking open: nobody waits for it
    const asked = two.waitForRequest(/\/api\/v1\/events\/[^/]+\/me$/);
    await two.context().setOffline(false);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await asked;
    await region(two, 'メンバー').getByText('あと1人分の席があります').waitFor();
    expect(await region(two, 'メンバー').getByRole('heading', { level: 3 }).allTextContents()).not.toContain(leaver.nickname);
  });

  step('feature 53: who passes on a seat is asked once more, and listed for the organiser', async () => {
    const [{ members: [, declining] }] = (await board()).teams;
    await two.getByRole('button', { name: '見送る' }).tap();
    await two.getByRole('dialog', { name: 'この席を見送りますか' }).getByRole('button', { name: '見送る' }).tap();
    await two.getByRole('heading', { name: '席を見送りました' }).waitFor();
    expect(await two.getByRole('main').textContent()).not.toMatch(/チームはまだ決まっていません|席はまだ決まっていません/);
    await one.getByRole('status').getByText(`${san(declining.nickname)}がチームを離れました。`).waitFor();
    await waitFor('listed with the cause', async () => (await board()).unplaced.some(({ cause }) => cause.ja.includes('見送り')));
  });

  step('feature 1, 4, 9, 13, 27, 53, 71, 80, 93, 95 and 96: the whole way of a newcomer with the keyboard alone', async () => {
    const page = await venue.show({ ...LAPTOP, reducedMotion: 'reduce' }, `/j/${event.joinCode}`);
    const join = new JoinPage(page);
    const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
    const press = async (target: Locator, key = 'Enter') => {
      await target.waitFor();
      await tabTo(page, target);
      await page.keyboard.press(key);
    };
    const type = async (target: Locator, text: string) => {
      await tabTo(page, target);
      await page.keyboard.type(text);
    };
    const focusKept = () => waitFor('the focus, on something that is there', async () => !(await focusIsLost(page)));
    await join.nickname.waitFor();
    await type(join.nickname, 'キー');
    // a prompt opens a sentence, and the field goes on from there
    await press(page.getByRole('button', { name: 'できること・やっていること' }));
    await waitFor('the field', () => hasFocus(join.introduction));
    await page.keyboard.type('写真撮影です。料理も得意です。');
    await page.reload();
    await waitFor('the draft', async () => (await join.introduction.inputValue()) === 'できることは、写真撮影です。料理も得意です。');
    await press(join.submit);
    await waitFor('the first thing to mend', () => hasFocus(join.consent));
    await page.keyboard.press('Space');
    await page.getByText('参加には同意が必要です').waitFor({ state: 'hidden' });
    await press(join.submit);
    const own = await (await new OwnPage(page).ready()).tagged();
    await page.getByRole('status').filter({ hasText: /^タグが\d+個見つかりました。$/ }).waitFor({ state: 'attached' });

    await page.getByText('もう一言書き足すと、話の合う人が見つかりやすくなります。').waitFor();
    const first = (await own.tags().first().locator('bdi').textContent())!;
    await press(button(`「${first}」を消す`));
    await own.notice().getByText(`「${first}」を消しました`).waitFor();
    await focusKept();
    await page.keyboard.press('Control+z');
    await own.tag(first).waitFor();
    await press(own.tag(first));
    await press(page.getByRole('dialog').getByRole('button', { name: '「興味」に変える' }));
    await own.tag(first, '興味').waitFor();
    await focusKept();
    await press(own.notice().getByRole('button', { name: '元に戻す' }));
    await own.tag(first, 'できること').waitFor();
    await focusKept();

    const tab = (name: string) => press(page.getByRole('navigation').getByRole('link', { name }));
    await tab('出会い');
    await own.candidates().first().waitFor();
    const mine = async () => (await page.context().request.get(`/api/v1/events/${event.id}/me`).then((answer) => answer.json())).state as PhoneState;
    const { me, candidates: [{ participantId }] } = await mine();
    const mate = people.find(({ id }) => id === participantId)!;
    const hello = own.hello(mate.nickname);
    await press(hello, 'Space');
    await waitFor('the hello said', async () => (await hello.getAttribute('aria-pressed')) === 'true');
    await mate.call('sayHello', { eventId: event.id, participantId: me.id });
    await own.moment('ペアになりました').waitFor();
    // what a screen reader reads out when it opens
    expect(await own.moment('ペアになりました').evaluate((dialog: { ariaDescribedByElements: { textContent: string }[] }) => dialog.ariaDescribedByElements.map((element) => element.textContent).join())).toContain(`${san(mate.nickname)}も`);
    await press(own.moment('ペアになりました').getByRole('button', { name: '話すきっかけを見る' }));
    await page.getByRole('dialog', { name: mate.nickname }).waitFor();
    await page.keyboard.press('Escape');
    await focusKept();

    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [me.id], here: true });
    await press(own.moment('チームが決まりました').getByRole('button', { name: 'チームを見る' }));
    await press(button('参加します'));
    await button('参加します').waitFor({ state: 'hidden' });
    await focusKept();
    const { team } = await mine();
    const teammate = people.find(({ id }) => team!.members.some((member) => member.participantId === id))!;
    await teammate.call('setContact', { eventId: event.id }, { text: 'mate@example.jp', shared: true });
    await type(page.getByLabel('あなたの連絡先'), 'key@example.jp');
    await press(page.getByLabel('同じチームの人に見せる'), 'Space');
    await press(button('連絡先を保存'));
    await region(page, 'メンバー').getByText('mate@example.jp').waitFor();
    await focusKept();
    await press(page.getByRole('button', { name: /^文章をコピー/ }));
    await own.notice().getByText('コピーしました').waitFor();

    await tab('データ');
    await press(page.getByRole('checkbox', { name: 'できること' }), 'Space');
    await press(button('プロフィールを保存'));
    await waitFor('skills hidden from others', async () => (await teammate.call('readPerson', { eventId: event.id, participantId: me.id })).body.tags.every((tag) => tag.kind !== 'skill'));
    await press(button('休止する'));
    await press(button('再開する'));
    await button('休止する').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), press(button('情報をダウンロード'))]);
    expect(download.suggestedFilename()).toBe('tsunagu-my-data.json');
    for (const name of ['わたし', '出会い', 'チーム', 'データ'] as const) {
      await own.open(name);
      expect({ name, missed: await tabThrough(page) }).toEqual({ name, missed: [] });
    }
    await press(button('情報を削除する'));
    await press(button('すべて削除する'));
    await page.getByRole('heading', { name: 'あなたの情報は削除されました。' }).waitFor();
    await focusKept();
    await press(button('証明をコピー'));
    const number = (await page.getByRole('definition').first().textContent())!;
    await look(page, [number]);
    await page.reload();
    await page.getByRole('heading', { name: 'あなたの情報は削除されました。' }).waitFor();
    await look(page, [number]);
    for (const [path, said] of [['/j/ZZZZ2222', 'この参加コードのイベントは見つかりません'], ['/r#not-a-secret-of-anybody-here', '戻れませんでした']] as const) {
      await page.goto(path);
      await page.getByText(said).waitFor();
      await look(page);
    }
    await page.context().close();
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});
