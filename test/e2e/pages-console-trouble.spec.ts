import type { ConsoleState, ProposalView } from '@tsunagu/contracts';
import type { Page } from 'playwright-core';
import { LAPTOP } from '../helpers/browser.js';
import { Caller } from '../helpers/event-app.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { publishTeams } from '../helpers/pages/first-team.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { san } from '../helpers/pages/san.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let venue: Venue;
let organiser: Caller;
let event: Event;
let page: Page;
let board: ConsolePage;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ', heldOn: dayIn(1) });
  page = await venue.show(LAPTOP, `/console/events/${event.id}`, { as: organiser });
  board = new ConsolePage(page);
}, 180_000);
afterAll(() => venue?.close());

const organiserSees = async <T>(read: (state: ConsoleState) => T): Promise<T> => read((await organiser.call('readConsole', { eventId: event.id })).body.state);
const now = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state.event;
const change = async (patch: object): Promise<void> => { await organiser.call('changeEvent', { eventId: event.id }, { ...patch, version: (await now()).version }); };
const limits = async () => ((await now()).rules as { rules: { max: number }[] }).rules.map(({ max }) => max).sort();
/** While it runs, what the page sends takes its time (`slow`) or does not arrive (`none`). */
const withNetwork = async (kind: 'slow' | 'none', run: () => Promise<void>): Promise<void> => {
  await page.route('**/api/v1/**', async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    if (kind === 'none') return route.abort();
    await new Promise((resolve) => { setTimeout(resolve, 400); });
    return route.continue();
  });
  await run().finally(() => page.unroute('**/api/v1/**'));
};

describe('an organiser who presses twice, has no network, or a colleague at the same form', () => {
  const step = steps();

  step('feature 42: a rule that is removed by a double press takes no other with it, and is back by 元に戻す', async () => {
    await change({ rules: { rules: [1, 2, 3, 4].map((max) => ({ type: 'spread', attribute: 'affiliation', max })) } });
    await board.open('チーム');
    await page.getByText('条件と希望').click();
    await page.locator('li.rule').nth(3).waitFor();
    await withNetwork('slow', async () => {
      await page.getByRole('button', { name: /^条件「/ }).first().dblclick();
      await waitFor('three rules', async () => await page.locator('li.rule').count() <= 3);
      await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }).waitFor();
    });
    expect(await limits()).toEqual([2, 3, 4]);
    await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('all four', async () => (await limits()).length === 4);
  });

  step('feature 41: a wish that was refused goes back, and follows the others again', async () => {
    const slider = page.getByRole('slider').first();
    const before = await slider.inputValue();
    await withNetwork('none', async () => {
      await slider.focus();
      await page.keyboard.press('ArrowRight');
      await page.getByText('サービスにつながりませんでした。').waitFor();
    });
    await waitFor('the old strength', async () => await slider.inputValue() === before);
    await change({ rules: { wishes: ['needs', 'theme', 'sectors', 'data'].map((type) => ({ type, priority: 5 })) } });
    await waitFor('the strength of the others', async () => await slider.inputValue() === '1');
  });

  step('feature 70: the announcement goes with the event to another day', async () => {
    const field = page.getByLabel(/発表の予定/);
    await field.fill('14:00');
    await field.blur();
    await waitFor('the announcement', async () => (await now()).teamsAt !== null);
    const first = Date.parse((await now()).teamsAt!);
    await change({ heldOn: dayIn(4) });
    expect(Date.parse((await now()).teamsAt!) - first).toBe(3 * 86_400_000);
    await change({ heldOn: dayIn(2), teamsAt: new Date(first).toISOString() });
    // left before the page has the other day, the field changes nothing
    await waitFor('the day of the event', async () => {
      await field.focus();
      await field.blur();
      return Date.parse((await now()).teamsAt!) - first === 86_400_000;
    });
  });

  step('feature 44: a team’s name that was refused goes back, and the grips of its cards are in the organiser’s language', async () => {
    const size = { min: 2, max: 3 };
    const people = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(0, 4));
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
    await organiser.call('formTeams', { eventId: event.id }, { teamSize: size, seed: 1, seconds: 0.2 });
    await page.locator('.grip').first().waitFor();
    expect(await page.locator('.grip').first().getAttribute('aria-roledescription')).toBe('動かせるカード');
    const name = page.locator('.team-name').first();
    const before = await name.inputValue();
    await withNetwork('none', async () => {
      await name.fill('新しい名前');
      await name.blur();
      await waitFor('the old name', async () => await name.inputValue() === before);
    });
  });

  step('feature 44: Ctrl+Z takes the last change of the draft back, and not what was told before it', async () => {
    const everybody = await organiserSees(({ people }) => people.map(({ id }) => id));
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: everybody, here: false });
    await board.open('参加者');
    await board.button('表示中の全員をチェックイン').click();
    const told = page.getByRole('status', { name: 'お知らせ' }).getByText('4人をチェックインしました');
    const said = (words: string) => page.locator('[role=status].unseen').filter({ hasText: words }).waitFor({ state: 'attached' });
    await told.waitFor();
    await board.open('チーム');
    await board.untilScored();
    const [[from, [name]], [to]] = Object.entries(await board.seats()) as [[string, string[]], [string, string[]]];
    await board.moveByMenu(name, to);
    await waitFor('the move', async () => await board.teamOf(name) === to);
    expect(await told.isVisible()).toBe(true);
    await page.keyboard.press('Control+z');
    await waitFor('the move taken back', async () => await board.teamOf(name) === from);
    await said('元に戻しました。');
    await waitFor('the way to do it again', () => board.button('やり直す').isEnabled());
    for (const [again, back] of [['Control+y', 'Control+z'], ['Control+Shift+Z', 'Control+z']]) {
      await page.keyboard.press(again);
      await waitFor('the move done again', async () => await board.teamOf(name) === to);
      await said('やり直しました。');
      await waitFor('the way back', () => board.button('元に戻す').first().isEnabled());
      await page.keyboard.press(back);
      await waitFor('the move taken back', async () => await board.teamOf(name) === from);
      await said('元に戻しました。');
      await waitFor('the way to do it again', () => board.button('やり直す').isEnabled());
    }
    await page.keyboard.press('Control+z');
    expect(await organiserSees(({ people }) => people.filter(({ here }) => here).length)).toBe(4);
    await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('nobody here', async () => await organiserSees(({ people }) => people.every(({ here }) => !here)));
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: everybody, here: true });
  });

  step('feature 45: the last question before publishing names broken rules, and is asked again where a colleague changes the teams meanwhile', async () => {
    const [a, b] = await organiserSees(({ people }) => people.map(({ id }) => id));
    await change({ rules: { rules: [{ type: 'apart', people: [a, b] }] } });
    await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 3 }, seed: 2, seconds: 0.2 });
    const draft = () => organiserSees(({ proposal }) => proposal!);
    const seated = (plan: ProposalView, id: string) => plan.teams.find(({ members }) => members.some(({ participantId }) => participantId === id))!.id;
    await waitFor('a draft that holds to the rule', async () => (await draft())?.objective !== null && (await draft()).broken.length === 0 && seated(await draft(), a) !== seated(await draft(), b));
    const moveTo = async (toTeamId: string) => organiser.call('movePerson', { eventId: event.id, proposalId: (await draft()).id }, { participantId: b, toTeamId, version: (await draft()).version });
    const home = seated(await draft(), b);
    await board.open('チーム');
    await board.button('発表する').click();
    const question = page.getByRole('dialog', { name: 'この組み合わせで発表しますか' });
    await question.getByRole('button', { name: '全員に発表する' }).waitFor();
    expect(await question.getByText('守れなかった条件').count()).toBe(0);
    await moveTo(seated(await draft(), a));
    await question.getByText('守れなかった条件').waitFor();
    await question.getByText(/は別のチーム」（1人分、守れていません）/).waitFor();
    await question.getByText('組み合わせが変わりました').waitFor();
    await question.getByRole('button', { name: '変わった内容を確かめた' }).click();
    await question.getByRole('button', { name: '全員に発表する' }).waitFor();
    await moveTo(home);
    await question.getByText('守れなかった条件').waitFor({ state: 'hidden' });
    await question.getByRole('button', { name: '変わった内容を確かめた' }).click();
    await question.getByRole('button', { name: '全員に発表する' }).click();
    await page.getByText('チームを発表しました').waitFor();
    expect(await page.getByText('発表の確認を閉じました').count()).toBe(0);
  });

  step('feature 45: where a colleague discards the draft, or puts another in its place, the last question goes and says why', async () => {
    const question = page.getByRole('dialog', { name: 'この組み合わせで発表しますか' });
    const formed = async (seed: number) => {
      await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 3 }, seed, seconds: 0.2 });
      await board.button('発表する').click();
      await question.waitFor();
    };
    await formed(3);
    await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 3 }, seed: 4, seconds: 0.2 });
    await page.getByText('ほかの画面で、別の案に替わりました。').waitFor();
    await board.button('発表する').click();
    await question.getByRole('button', { name: 'やめる' }).click();
    await board.button('発表する').click();
    await organiser.call('discard', { eventId: event.id, proposalId: (await organiserSees(({ proposal }) => proposal!)).id });
    await page.getByText('ほかの画面で、この案が捨てられたか、発表されました。').waitFor();
    await question.waitFor({ state: 'hidden' });
  });

  step('feature 52: the door is told where somebody late sits, once a seat is chosen, and never that there is none', async () => {
    const [late] = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(4, 5));
    await board.open('参加者');
    await board.checkIn(late.nickname).click();
    await page.getByRole('status', { name: 'お知らせ' }).getByText(new RegExp(`^${san(late.nickname)}の席はチーム\\d.*です$`)).waitFor();
    expect(await page.getByText('の席はまだありません').count()).toBe(0);
  });

  step('feature 67: whoever has come since the draft was made is named before it is published, and gets a seat then', async () => {
    await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 3 }, seed: 3, seconds: 0.2 });
    await board.open('チーム');
    await waitFor('a draft of all five', async () => await organiserSees(({ proposal }) => proposal?.status === 'draft' && proposal.teams.flatMap(({ members }) => members).length === 5));
    const [late] = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(5, 6));
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: [late.id], here: true });
    await page.getByText('この案ができたあとに来た人が1人います').waitFor();
    expect(await page.getByText('全員に席があります').count()).toBe(0);
    await board.button('発表する').click();
    const question = page.getByRole('dialog', { name: 'この組み合わせで発表しますか' });
    await question.getByText('この案ができたあとに来た人が1人います').waitFor();
    await question.getByText(late.nickname).waitFor();
    await question.getByRole('button', { name: '全員に発表する' }).click();
    await waitFor('their seat', async () => await organiserSees(({ teams, unplaced }) => unplaced.length === 0 && teams.flatMap(({ members }) => members).some(({ participantId }) => participantId === late.id)));
  });

  step('feature 102: no letter and no focus is lost while somebody else changes the event', async () => {
    await board.open('設定');
    const field = page.getByLabel('場所');
    await field.click();
    const text = '0123456789abcdefghij';
    const typing = page.keyboard.type(text, { delay: 60 });
    await waitFor('some of the text', async () => (await field.inputValue()).length > 5);
    await change({ theme: '見守り' });
    await typing;
    await waitFor('the other’s change', async () => await page.getByLabel(/^テーマ/).first().inputValue() === '見守り');
    expect(await field.inputValue()).toBe(text);
    expect(await field.evaluate((element) => element === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement)).toBe(true);
    await board.button('設定を保存').click();
    await waitFor('saved', async () => (await now()).place === text);
    await page.getByText('保存していない変更があります。').waitFor({ state: 'hidden' });
    await change({ place: '公民館' });
    await waitFor('the other’s place', async () => await field.inputValue() === '公民館');
  });

  step('feature 102: two who change one field are asked which holds, and what only the other has changed stays', async () => {
    const field = page.getByLabel('場所');
    await field.fill('図書館');
    await change({ place: '市民ホール', theme: '防災' });
    await page.getByText('ほかの担当者が「場所」を変えました').waitFor();
    await page.getByText('市民ホール', { exact: true }).waitFor();
    await board.button('設定を保存').click();
    expect((await now()).place).toBe('市民ホール');
    await board.button('「場所」をいまの内容にする').click();
    await waitFor('the other’s place', async () => await field.inputValue() === '市民ホール');
    await field.fill('図書館');
    await change({ place: '体育館' });
    await board.button('「場所」を入力した内容にする').click();
    await board.button('設定を保存').click();
    await waitFor('saved', async () => (await now()).place === '図書館');
    expect((await now()).theme).toBe('防災');
  });

  step('feature 101: a colleague who is removed is told so and back by 元に戻す, in the same role', async () => {
    await organiser.call('addMember', { eventId: event.id }, { login: 'gen', role: 'viewer' });
    const members = async () => (await organiser.call('listMembers', { eventId: event.id })).body.members.map(({ login, role }) => `${login} ${role}`);
    await page.reload();
    await board.button('genさんを担当から外す').click();
    await page.getByText('genさんを担当から外しました').waitFor();
    expect(await members()).not.toContain('gen viewer');
    await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('the colleague', async () => (await members()).includes('gen viewer'));
    const { loginUrl } = (await organiser.call('addMember', { eventId: event.id }, { login: 'mari', role: 'viewer' })).body;
    const colleague = new Caller(venue.product.origin);
    await colleague.call('useLoginLink', {}, { token: loginUrl!.split('#')[1] });
    const theirs = await venue.show(LAPTOP, `/console/events/${event.id}`, { as: colleague });
    await theirs.getByText('見るだけの役割で開いています。').waitFor();
    const { members: all } = (await organiser.call('listMembers', { eventId: event.id })).body;
    await organiser.call('removeMember', { eventId: event.id, organiserId: all.find((one) => one.login === 'mari')!.organiserId });
    await theirs.getByText('このイベントの担当から外れました。').waitFor();
    await theirs.context().close();
  });

  step('feature 1: the next event of a series begins with the settings of this one, and its form outlives another page', async () => {
    await organiser.call('addWords', { eventId: event.id }, { words: [{ label: '湘南未来会議' }] });
    await change({ consentText: '坂のまちラボのために、ニックネームと自己紹介を使います。写真も撮ります。', consentTranslations: { en: 'For our evening we use your nickname.', yasashii: '名前を つかいます。' } });
    await page.getByRole('link', { name: 'このイベントをもとに次を作る' }).click();
    await page.getByText('人を指定した条件と希望（1件）は引き継ぎません。').waitFor();
    const [title, day] = [page.getByLabel('イベント名'), page.getByLabel('開催日')];
    expect([await title.inputValue(), await day.inputValue(), await page.getByLabel('場所').inputValue()]).toEqual(['坂のまちラボ', '', '図書館']);
    const consent = page.getByLabel('同意の文面（日本語）');
    expect(await consent.isVisible()).toBe(false);
    await title.fill('海のまちラボ');
    await page.getByText('この文面には「坂のまちラボ」とありますが、イベント名は「海のまちラボ」です。').waitFor();
    await consent.fill('海のまちラボのために、ニックネームと自己紹介を使います。');
    await page.getByText('この文面には「坂のまちラボ」とありますが').waitFor({ state: 'hidden' });
    expect(await consent.isVisible()).toBe(true);
    await title.fill('坂のまちラボ 第2回');
    await page.getByRole('link', { name: /つなぐ|Tsunagu/ }).first().click();
    await page.getByRole('heading', { name: 'イベント', exact: true }).waitFor();
    await page.goBack();
    await waitFor('the title as it was typed', async () => await title.inputValue() === '坂のまちラボ 第2回');
    await day.fill(dayIn(30));
    await board.button('作って受付を始める').click();
    await page.getByText('坂のまちラボ 第2回').first().waitFor();
    const next = /events\/([^#/]+)/.exec(page.url())![1];
    const { state } = (await organiser.call('readConsole', { eventId: next })).body;
    expect([state.event.theme, state.event.rules, state.words.map(({ label }) => label)]).toEqual(['防災', { rules: [] }, ['湘南未来会議']]);
    await page.goto(`/console/events/new?basedOn=${event.id}`);
    await waitFor('a form that begins anew', async () => await title.inputValue() === '坂のまちラボ');
    await page.goto(`/console/events/${event.id}#settings`);
  });

  step('feature 10: who is entered at the desk without a network is told to wait, and is there once it is back; nobody whom one stopped waiting for', async () => {
    const people = () => organiserSees(({ people: all }) => all.map(({ nickname, here }) => `${nickname} ${here}`));
    const fillIn = async (name: string): Promise<void> => {
      await board.button('代わりに登録').click();
      await page.getByLabel('ニックネーム').fill(name);
      await page.getByRole('checkbox', { name: '上の文面を本人に伝え、同意を得ました' }).check();
    };
    const waiting = page.getByText('つながり次第、登録します。');
    await board.open('受付');
    await withNetwork('none', async () => {
      await fillIn('ヨネさん');
      await board.button('登録する').click();
      await waiting.waitFor();
      await page.keyboard.press('Escape');
      await board.button('登録せずに閉じる').click();
      await page.getByRole('dialog').first().waitFor({ state: 'hidden' });
      await fillIn('キクさん');
      await board.button('登録する').click();
      await waiting.waitFor();
    });
    await page.getByText('キクさんを登録しました。').waitFor();
    expect(await waiting.count()).toBe(0);
    await waitFor('her alone, and here', async () => (await people()).filter((one) => /ヨネ|キク/.test(one)).join() === 'キクさん true');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await board.open('設定');
  });

  step('feature 10: who is checked in or out without a network waits, the last tick counts, and is sent once it is back', async () => {
    const heres = (name: string) => organiserSees(({ people }) => people.find(({ nickname }) => nickname === name)!.here);
    await board.open('参加者');
    const tick = page.getByRole('checkbox', { name: 'キクさんは会場にいる' });
    const waiting = page.getByText('1人分のチェックインが送信待ちです。');
    await withNetwork('none', async () => {
      await tick.click();
      await waiting.waitFor();
      expect([await tick.isChecked(), await heres('キクさん')]).toEqual([false, true]);
      await tick.click();
      await waitFor('her tick', () => tick.isChecked());
      await tick.click();
      await waitFor('no tick', async () => !await tick.isChecked());
    });
    await waiting.waitFor({ state: 'hidden' });
    expect([await tick.isChecked(), await heres('キクさん')]).toEqual([false, false]);
  });

  step('feature 10: ticks that wait, of all at one touch too, outlive another page of the console, and are taken back at one touch', async () => {
    const heres = (name: string) => organiserSees(({ people }) => people.find(({ nickname }) => nickname === name)!.here);
    const tick = page.getByRole('checkbox', { name: 'キクさんは会場にいる' });
    const waiting = page.getByText('1人分のチェックインが送信待ちです。');
    await withNetwork('none', async () => {
      await board.button('表示中の全員をチェックイン').click();
      await waiting.waitFor();
      expect([await tick.isChecked(), await heres('キクさん')]).toEqual([true, false]);
      await page.getByRole('link', { name: /つなぐ|Tsunagu/ }).first().click();
      await page.getByRole('heading', { name: 'イベント', exact: true }).waitFor();
      await page.goBack();
      await waiting.waitFor();
      await page.goForward();
      await page.getByRole('heading', { name: 'イベント', exact: true }).waitFor();
    });
    await waitFor('her arrival', () => heres('キクさん'));
    await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '元に戻す' }).click();
    await waitFor('it to be taken back', async () => !await heres('キクさん'));
    await page.goto(`${new URL(page.url()).origin}/console/events/${event.id}#people=%E3%81`);
    await waitFor('everybody, whatever the cut address says', async () => await tick.count() === 1);
    await board.open('設定');
  });

  step('feature 102: a number is emptied and typed anew, and an empty one is not saved', async () => {
    const field = page.getByLabel('終了後に情報を残す日数');
    await field.click();
    await page.keyboard.press('End');
    for (const key of ['Backspace', 'Backspace']) await page.keyboard.press(key);
    await board.button('設定を保存').click();
    await waitFor('what is wrong at the field', async () => await field.getAttribute('aria-invalid') === 'true');
    // the focus comes to it once it is marked
    await waitFor('the field to be typed in', () => field.evaluate((input) => input === (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement));
    await page.keyboard.press('7');
    expect(await field.inputValue()).toBe('7');
    await board.button('設定を保存').click();
    await waitFor('saved', async () => (await now()).retentionDays === 7);
  });

  step('feature 86: a double press adds one address, and its secret is read', async () => {
    let sent = 0;
    page.on('request', (request) => { if (request.method() === 'POST' && request.url().endsWith('/webhooks')) sent++; });
    await page.getByLabel('送り先のアドレス').fill('https://example.com/hook');
    await withNetwork('slow', async () => {
      await page.getByRole('button', { name: '送り先を登録' }).dblclick();
      await page.getByText(/^whsec_/).waitFor();
    });
    // a second one would have been sent with the second press, before the first was answered
    expect(sent).toBe(1);
    expect((await organiser.call('listWebhooks', { eventId: event.id })).body.webhooks).toHaveLength(1);
  });

  step('feature 84: a record that cannot be read does not look empty, is read again, and goes on past its first page', async () => {
    const line = (subject: string) => ({ at: '2026-06-06T04:00:00.000Z', actor: 'operator', action: 'event.changed', subject: null, detail: { words: [subject] } });
    const second = '0195c3f0-0000-7000-8000-000000000002';
    let fails = true;
    await page.route('**/audit*', (route) => {
      if (fails) return route.abort();
      const first = !route.request().url().includes(`cursor=${second}`);
      return route.fulfill({ json: first ? { lines: [line('新しい行')], next: second } : { lines: [line('古い行')], next: null } });
    });
    await board.open('記録');
    await board.button('もう一度読み込む').waitFor();
    expect(await page.getByText('まだ記録はありません。').count()).toBe(0);
    fails = false;
    await board.button('もう一度読み込む').click();
    await page.getByText('新しい行').waitFor();
    await board.button('続きを見る').click();
    await page.getByText('古い行').waitFor();
    expect([await page.getByText('新しい行').count(), await board.button('続きを見る').count()]).toEqual([1, 0]);
    await page.unroute('**/audit*');
  });

  step('feature 84: the numbers that stand there stay where they cannot be read anew', async () => {
    const fresh = await venue.makeEvent(organiser);
    const people = await Promise.all(['一', '二', '三', '四'].map((nickname) => venue.enter(fresh.joinCode, { nickname })));
    await page.goto(`/console/events/${fresh.id}#audit`);
    await page.getByText('チームを発表すると、結果の数字がここに出ます。').waitFor();
    let asked = 0;
    await page.route('**/report', (route) => { asked++; return route.abort(); });
    await publishTeams({ organiser, event: fresh }, people, 2);
    await waitFor('the page to ask', async () => asked > 0);
    await page.getByText('サービスにつながりませんでした。').first().waitFor();
    expect(await page.getByText('チームを発表すると、結果の数字がここに出ます。').count()).toBe(1);
    await page.unroute('**/report');
  });

  step('feature 101: where the session has ended before the list is there, the sign-in is', async () => {
    const problem = { code: 'access.not_signed_in', status: 401, title: '', ja: '', en: '' };
    await page.route('**/api/v1/events', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
    await page.goto(new URL('/console', page.url()).href);
    await page.getByRole('heading', { name: '主催者としてログイン' }).waitFor();
    await page.unroute('**/api/v1/events');
  });

  step('feature 101: who signs out without a network is told that they have not, and stays', async () => {
    await page.goto(new URL('/console', page.url()).href);
    await withNetwork('none', async () => {
      await board.button('ログアウト').click();
      await page.getByText('サービスにつながりませんでした。').waitFor();
      expect(await page.getByRole('heading', { name: '主催者としてログイン' }).count()).toBe(0);
    });
    await board.button('ログアウト').click();
    await page.getByRole('heading', { name: '主催者としてログイン' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '主催者としてログイン' }).waitFor();
  });

  step('feature 102: what was typed into the settings outlives a reload, and no sign-out: the computer is left to the next', async () => {
    const kept = () => page.evaluate<string[]>(`Object.keys(localStorage).filter((name) => name.startsWith('tsunagu.settings.'))`);
    const colleague = await venue.organiser();
    const theirs = await venue.makeEvent(colleague, { title: '次の会' });
    page = await venue.show(LAPTOP, `/console/events/${theirs.id}#settings`, { as: colleague });
    await page.getByLabel('場所').fill('まだ決めていない場所');
    await page.reload();
    await waitFor('what was typed', async () => await page.getByLabel('場所').inputValue() === 'まだ決めていない場所');
    expect(await kept()).toHaveLength(1);
    await new ConsolePage(page).button('ログアウト').click();
    await page.getByRole('heading', { name: '主催者としてログイン' }).waitFor();
    await waitFor('nothing kept', async () => (await kept()).length === 0);
  });
});
