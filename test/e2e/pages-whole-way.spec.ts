import type { CDPSession, Page } from 'playwright-core';
import { PHONE } from '../helpers/browser.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { FIXTURE_EVENT, FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

const [typed, ...others] = FIXTURE_PEOPLE;
let venue: Venue;
let event: Event;
let people: Participant[];
let page: Page;
let phone: OwnPage;

beforeAll(async () => {
  venue = await Venue.open();
  event = await venue.makeEvent(await venue.organiser(), { ...pick(FIXTURE_EVENT), recipe: 'living-lab' });
  people = await venue.enterAll(event.joinCode, others);
  await venue.allRead(people);
}, 180_000);
afterAll(() => venue?.close());

const pick = ({ title, theme }: { title: string; theme: string }) => ({ title, theme });

/** Types as an input method does: the text is under composition until it is committed. */
async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}
const commit = (session: CDPSession, text: string) => session.send('Input.insertText', { text });

/** My state as the service has it. */
const mine = async () => (await page.context().request.get(`/api/v1/events/${event.id}/me`).then((answer) => answer.json())).state;

describe('a phone, from the code to the team', () => {
  const step = steps();
  step('feature 1 and 2: joins by the code or a short link on a phone, nothing to install, no account', async () => {
    page = await venue.show(PHONE, '/');
    await page.addInitScript({ content: 'window.pulses = []; navigator.vibrate = (pulse) => window.pulses.push(pulse) > 0;' });
    const asked: string[] = [];
    page.on('request', (request) => { if (request.url().includes('/api/v1/join/')) asked.push(request.url()); });
    await page.goto(`/j/${event.joinCode}`);
    await new JoinPage(page).nickname.waitFor();
    // asked for before the page's code is there, and only once
    expect(asked).toHaveLength(1);
    await page.goto('/');
    await page.getByLabel('参加コード').fill(event.joinCode.toLowerCase().replace(/^..../, '$& - '));
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('heading', { name: FIXTURE_EVENT.title }).waitFor();
    expect(page.url()).toBe(`${venue.product.origin}/j/${event.joinCode}`);
    expect(await page.locator('input[type=password], input[type=email]').count()).toBe(0);
  });

  step('feature 4 and 5: prompts open sentences, what is offered apart from what is sought', async () => {
    const join = new JoinPage(page);
    await page.getByRole('button', { name: '求めていること' }).tap();
    expect(await join.introduction.inputValue()).toBe('探しているのは、');
    await page.getByRole('button', { name: 'できること・やっていること' }).tap();
    expect(await join.introduction.inputValue()).toBe('探しているのは、\nできることは、');
    await join.introduction.fill('');
  });

  step('feature 97: nothing is sent without consent, whose purpose is shown in plain words', async () => {
    const join = new JoinPage(page);
    await join.nickname.fill(typed.name);
    await join.submit.tap();
    await page.getByText('入力に直すところがあります').waitFor();
    expect(await join.consent.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('人とチームを引き合わせるために').waitFor();
    await page.getByText(/30日後に自動で消去します/).waitFor();
    expect(page.url()).toContain('/j/');
  });

  step('Enter while an input method composes sends nothing, and the draft survives a reload', async () => {
    const join = new JoinPage(page);
    const session = await page.context().newCDPSession(page);
    await join.introduction.focus();
    await compose(session, 'おやこひろば');
    await page.keyboard.press('Enter');
    await commit(session, '親子ひろば');
    expect(await join.introduction.inputValue()).toMatch(/親子ひろば/);
    await join.nickname.focus();
    await compose(session, 'まま');
    await page.keyboard.press('Enter');
    await commit(session, 'ママ');
    expect(page.url()).toContain('/j/');
    await join.fillIn({ nickname: typed.name, introduction: typed.intro });
    await page.reload();
    await waitFor('the draft', async () => (await join.introduction.inputValue()) === typed.intro);
    expect(await join.nickname.inputValue()).toBe(typed.name);
    expect(await join.consent.isChecked()).toBe(true);
  });

  step('feature 3 and 12: an introduction becomes tags by push, with the words they come from marked', async () => {
    await page.getByText('所属・立場').tap();
    await page.getByRole('textbox', { name: /^所属/ }).fill(typed.affiliation);
    await page.getByRole('radio', { name: 'NPO・市民団体' }).check();
    await page.getByRole('radio', { name: 'もう決まっている' }).check();
    await page.getByText('データジャケット').first().tap();
    await page.getByRole('button', { name: 'データジャケットを書く' }).tap();
    await page.getByLabel('データの名前').fill('商店街の来街者数');
    await new JoinPage(page).submit.tap();
    phone = await (await new OwnPage(page).ready()).tagged();
    expect(new URL(page.url()).pathname).toBe(`/e/${event.id}`);
    expect(await phone.tags().count()).toBeGreaterThan(0);
    for (const words of await page.locator('mark').allTextContents()) expect(typed.intro).toContain(words);
  });

  step('feature 11: the data that somebody holds is a card of their own', async () => {
    const jackets = page.getByRole('region', { name: 'データジャケット' });
    await jackets.getByText('商店街の来街者数').waitFor();
    await jackets.getByRole('button', { name: '直す' }).first().tap();
    await page.getByRole('dialog').getByRole('radio', { name: '公開できる', exact: true }).check();
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).tap();
    await jackets.getByText('公開できる', { exact: true }).waitFor();
  });

  step('feature 14: what one can do, likes and seeks are kept apart; a tag tells the words it comes from', async () => {
    const kinds = await page.getByRole('region', { name: 'あなたを表すタグ' }).getByRole('heading', { level: 3 }).allTextContents();
    expect(['できること', '興味', '求めていること']).toEqual(expect.arrayContaining(kinds));
    await page.locator('mark').first().tap();
    const [, quoted] = /^「(.+)」から/.exec((await page.getByRole('dialog').getByText(/」から/).textContent())!)!;
    for (const words of quoted.split(' … ')) expect(typed.intro).toContain(words);
    await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
  });

  step('feature 13: a tag is removed and comes back by undo, changes its kind, and one of my own is added', async () => {
    const label = (await phone.tags().first().locator('bdi').textContent())!;
    const count = await phone.tags().count();
    await page.getByRole('button', { name: `「${label}」を消す`, exact: true }).tap();
    await waitFor('one tag less', async () => (await phone.tags().count()) === count - 1);
    await phone.notice().getByRole('button', { name: '元に戻す' }).tap();
    await phone.tag(label).waitFor();
    const wasInterest = (await phone.tag(label, '興味').count()) > 0;
    const kind = wasInterest ? 'できること' : '興味';
    await phone.changeTag(label, `「${kind}」に変える`);
    await phone.tag(label, kind).waitFor();

    await page.getByRole('button', { name: 'タグを足す' }).tap();
    const session = await page.context().newCDPSession(page);
    const field = page.getByLabel('足したいタグ');
    await field.focus();
    await compose(session, 'ざつだん');
    await page.keyboard.press('Enter');
    expect(await field.isVisible()).toBe(true);
    await commit(session, '雑談名人');
    await waitFor('the committed text', async () => (await field.inputValue()).endsWith('雑談名人'));
    await field.fill('雑談名人');
    await page.keyboard.press('Enter');
    await phone.tag('雑談名人', 'できること').waitFor();
    // the server has all of it
    await page.reload();
    await phone.tag('雑談名人', 'できること').waitFor();
    await phone.tag(label, kind).waitFor();
  });

  step('feature 7: an introduction rewritten in the middle of the event is read again, and hand-made tags stay', async () => {
    await page.getByRole('button', { name: '書き直す' }).tap();
    await page.getByRole('textbox', { name: '自己紹介' }).fill(`${typed.intro}\n溶接ができます。`);
    await page.getByRole('button', { name: '送る', exact: true }).tap();
    await phone.tags().filter({ hasText: '溶接' }).first().waitFor();
    await phone.tag('雑談名人').waitFor();
  });

  step('feature 21, 22 and 24: candidates come at once, ranked, each with a reason in a sentence', async () => {
    await phone.open('出会い');
    await phone.candidates().first().waitFor();
    expect(await phone.candidates().count()).toBeGreaterThanOrEqual(3);
    for (const card of (await phone.candidates().all()).slice(0, 3)) {
      expect((await card.getByRole('list', { name: '会うとよさそうな理由' }).getByRole('listitem').first().textContent())!).toMatch(/[ぁ-ん].*。$/);
    }
  });

  step('feature 27 and 28: 会いたい is told to nobody until both have said it, and then to both at once', async () => {
    const me = await mine();
    const seen: string[] = me.candidates.map((one: { participantId: string }) => one.participantId);
    const mutual = await waitFor('somebody who sees me too', async () => {
      for (const person of people.filter(({ id }) => seen.includes(id))) {
        const { state } = (await person.call('readPhone', { eventId: event.id })).body;
        if (state.candidates.some((one) => one.participantId === me.me.id)) return person;
      }
    });
    const otherPage = await venue.show(PHONE, `/e/${event.id}#people`, { as: mutual });
    const other = await new OwnPage(otherPage).ready();
    await phone.hello(mutual.nickname).dblclick(); // a second press so soon takes nothing back
    await waitFor('the hello is kept', async () => (await mine()).hellos.sent.includes(mutual.id));
    await other.candidate(typed.name).waitFor();
    expect(await other.hello(typed.name).getAttribute('aria-pressed')).toBe('false');
    expect(await other.moment('ペアになりました').count()).toBe(0);
    await other.hello(typed.name).tap();
    await Promise.all([phone, other].map((one) => one.moment('ペアになりました').waitFor()));
    expect(await page.evaluate('window.pulses')).toEqual([[40, 80, 40]]);
    await phone.moment('ペアになりました').getByRole('button', { name: '話すきっかけを見る' }).tap();
    await page.getByRole('dialog', { name: mutual.nickname }).getByRole('heading', { name: '自己紹介' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
    await otherPage.context().close();
  });

  step('feature 34: a pair is given words to begin with', async () => {
    const [{ nickname }] = (await mine()).hellos.mutual;
    await page.getByRole('button', { name: nickname, exact: true }).first().tap();
    const opening = await page.getByRole('dialog').locator('section', { has: page.getByRole('heading', { name: '話しはじめのひとこと' }) }).locator('p').textContent();
    expect(opening).toMatch(/^「.+」の話、聞かせてもらえますか。$/);
    await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
  });

  step('feature 26 and 32: candidates are narrowed down to who is free to talk now, told without a reload, and to a word', async () => {
    const candidates = (await mine()).candidates as { participantId: string; nickname: string; tags: { label: string }[] }[];
    const free = people.find(({ id }) => id === candidates[1].participantId)!;
    await free.call('setFree', { eventId: event.id }, { free: true, place: '窓ぎわ' });
    await phone.candidate(free.nickname).getByText('いま話せます（窓ぎわ）').waitFor();
    await page.getByRole('button', { name: 'いま話せる人 1' }).tap();
    await waitFor('only who is free', async () => (await phone.candidates().count()) === 1);
    expect(await phone.candidate(free.nickname).count()).toBe(1);
    await page.getByText(`${candidates.length}人のうち1人を表示`).waitFor();
    await free.call('setFree', { eventId: event.id }, { free: false });
    await page.getByText(/^この\d+人の中にはいません。$/).waitFor();
    // who avoids somebody is told of to nobody by name: each page looks again
    const apart = { eventId: event.id, participantId: people.find(({ id }) => id !== free.id)!.id };
    await free.call('avoid', apart, {});
    await free.call('setFree', { eventId: event.id }, { free: true, place: '奥の席' });
    await phone.candidate(free.nickname).getByText('いま話せます（奥の席）').waitFor();
    await free.call('setFree', { eventId: event.id }, { free: false });
    await page.getByText(/^この\d+人の中にはいません。$/).waitFor();
    await free.call('stopAvoiding', apart);
    await page.getByRole('button', { name: 'すべて' }).tap();
    await page.getByRole('searchbox').fill(candidates[0].nickname);
    await waitFor('only who is called so', async () => (await phone.candidates().count()) < candidates.length);
    await phone.candidate(candidates[0].nickname).waitFor();
    // nobody of the list, so the others are asked for
    const listed = new Set(candidates.map(({ participantId }) => participantId));
    const stranger = people.find(({ id, nickname }) => !listed.has(id) && !candidates.some((one) => one.nickname === nickname))!;
    await page.getByRole('searchbox').fill(stranger.nickname);
    const found = page.getByRole('region', { name: 'ほかの参加者' }).getByRole('article').filter({ has: page.getByRole('button', { name: stranger.nickname, exact: true }) });
    await found.getByRole('button', { name: /会いたい/ }).tap();
    await waitFor('my wish to meet somebody who was searched for', async () => (await mine()).hellos.sent.includes(stranger.id));
    // whoever is free is told also where they are on no list of one's own
    await page.getByRole('searchbox').fill('');
    await stranger.call('setFree', { eventId: event.id }, { free: true, place: '入口の横' });
    await page.getByRole('button', { name: 'いま話せる人 1' }).tap();
    await found.getByText('いま話せます（入口の横）').waitFor();
    await stranger.call('setFree', { eventId: event.id }, { free: false });
    await page.getByRole('button', { name: 'いま話せる人 0' }).waitFor();
    await found.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'すべて' }).tap();
    await page.getByRole('searchbox').fill('だれのところにもない言葉');
    await page.getByText('見つかりませんでした。別のことばでも試してください。').waitFor();
    await page.getByRole('searchbox').fill('');

    await page.getByText('いま、話せますか').tap();
    await page.getByLabel('どこにいますか').fill('入口');
    await page.getByRole('button', { name: 'いま話せる', exact: true }).tap();
    await page.getByText(/まで、いま話せると知らせています。/).waitFor();
    const { id } = (await mine()).me;
    await waitFor('others see it', async () => (await people[0].call('readPhone', { eventId: event.id })).body.state.free.some((one) => one.participantId === id && one.place === '入口'));
    await page.getByRole('button', { name: '話せるのをやめる' }).tap();
    await waitFor('others see no more of it', async () => !(await people[0].call('readPhone', { eventId: event.id })).body.state.free.some((one) => one.participantId === id));
  });

  step('feature 25: whom I know already makes room on my list, and nobody is told', async () => {
    const nickname = (await phone.candidates().last().getByRole('heading').textContent())!;
    await phone.candidate(nickname).getByRole('button', { name: /^詳しく見る/ }).tap();
    await page.getByLabel('前からの知り合いです').check();
    await waitFor('the service knows', async () => (await mine()).known.length === 1);
    await waitFor('the card is gone', async () => (await phone.candidate(nickname).count()) === 0);
    await page.getByLabel('前からの知り合いです').uncheck();
    await waitFor('the service knows no more', async () => (await mine()).known.length === 0);
    await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).first().tap();
    await phone.candidate(nickname).waitFor();
  });

  step('feature 98: somebody I do not want to meet disappears, may be reported, and comes back where it is said', async () => {
    const nickname = (await phone.candidates().last().getByRole('heading').textContent())!;
    await phone.candidate(nickname).getByRole('button', { name: /^詳しく見る/ }).tap();
    await page.getByText('この人と会わないようにする').tap();
    await page.getByLabel('困ったことがあったと、主催者に知らせる').check();
    await page.getByText('主催者の画面に、あなたとこの人の名前が出ます。この人には知らされません。').waitFor();
    await page.getByRole('button', { name: '会わないようにする', exact: true }).tap();
    await waitFor('the card is gone', async () => (await phone.candidate(nickname).count()) === 0);
    await waitFor('the service knows', async () => (await mine()).me.avoided.length === 1);
    await phone.open('データ');
    await page.getByRole('button', { name: /^また会えるようにする/ }).tap();
    await phone.open('出会い');
    await phone.candidate(nickname).waitFor();
  });

  step('feature 6: who has a team already has said so, and can change it', async () => {
    await phone.open('データ');
    expect(await page.getByRole('radio', { name: 'もう決まっている' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: 'チームを探している' }).check();
    await page.getByRole('button', { name: 'プロフィールを保存' }).tap();
    await phone.notice().getByText('保存しました').waitFor();
    expect((await mine()).me.teamWish).toBe('looking');
    await phone.notice().getByRole('button', { name: '閉じる' }).first().tap();
  });

  step('feature 42: themes are ranked in the order of taps', async () => {
    const organiser = await venue.organiser();
    const { version, rules } = (await organiser.call('readConsole', { eventId: event.id })).body.state.event;
    await organiser.call('changeEvent', { eventId: event.id }, { rules: { ...(rules as object), themes: [{ id: 'walk', title: '歩けるまち' }, { id: 'food', title: '食の見守り' }] }, version });
    await phone.open('チーム');
    for (const title of ['食の見守り', '歩けるまち']) await page.getByRole('button', { name: title }).tap();
    await waitFor('the order', async () => (await mine()).me.choices.join() === 'food,walk');
    await page.getByRole('button', { name: /^歩けるまち\s*（第2希望）$/ }).waitFor();
  });

  step('feature 54: people form a team of their own, with open seats and what it looks for; others join and leave it', async () => {
    await page.getByText('自分たちでチームを作る').tap();
    await page.getByLabel('チームの名前').fill('ねこ班');
    const seats = page.getByLabel('何人のチームにしますか');
    const make = page.getByRole('button', { name: 'チームを作る', exact: true });
    await seats.fill('1');
    await make.tap();
    await page.getByText(/までの数を入れてください/).waitFor();
    expect(await seats.inputValue()).toBe('1');
    await seats.fill('4');
    await page.getByLabel('どんな人を探していますか').fill('デザイナー、車を出せる人');
    await make.tap();
    const own = page.getByRole('region', { name: 'ねこ班' });
    await own.getByText('1 / 4人').waitFor();
    await own.getByText('デザイナー、車を出せる人').waitFor();
    const [{ id: foundedTeamId }] = (await people[0].call('listFoundedTeams', { eventId: event.id })).body.foundedTeams;
    await people[0].call('joinFoundedTeam', { eventId: event.id, foundedTeamId });
    await own.getByText('2 / 4人').waitFor();
    await own.getByRole('button', { name: 'チームを抜ける' }).tap();
    // it stands open where there is one to join
    const join = page.getByRole('button', { name: '加わる（ねこ班）' });
    await join.waitFor();
    await people[0].call('leaveFoundedTeam', { eventId: event.id });
    await join.waitFor({ state: 'detached' });
    await people[0].call('makeFoundedTeam', { eventId: event.id }, { name: 'ねこ班', seats: 4 });
    await join.tap();
    await own.getByText('2 / 4人').waitFor();
    await own.getByRole('button', { name: 'チームを抜ける' }).tap();
    await waitFor('only the other is left', async () => (await people[0].call('readPhone', { eventId: event.id })).body.state.foundedTeam?.members.length === 1);
  });

  step('feature 93: what others see is chosen field by field', async () => {
    await phone.open('データ');
    await page.getByRole('checkbox', { name: 'できること' }).uncheck();
    await page.getByRole('button', { name: 'プロフィールを保存' }).tap();
    await phone.notice().getByText('保存しました').waitFor();
    const me = (await mine()).me;
    await waitFor('no skill on the card', async () => (await people[0].call('readPerson', { eventId: event.id, participantId: me.id })).body.tags.every((tag) => tag.kind !== 'skill'));
  });

  step('feature 83 and 56: the profile stays on this device, by choice, fills the form of the next event, and may say whom one has met', async () => {
    await page.getByLabel('この端末に残す').check();
    const next = await venue.makeEvent(await venue.organiser(), { title: '次の会' });
    const { nickname, introduction } = (await mine()).me;
    await page.goto(`/j/${next.joinCode}`);
    const join = new JoinPage(page);
    await page.getByRole('button', { name: '前の内容を入れる' }).tap();
    await waitFor('the old words', async () => (await join.introduction.inputValue()) === introduction.text);
    expect(await join.nickname.inputValue()).toBe(nickname);
    expect(await join.consent.isChecked()).toBe(false);
    const meetNew = page.getByRole('checkbox', { name: '前に同じチームだった人とは、なるべく別のチームにする' });
    expect(await meetNew.isChecked()).toBe(false);
    await meetNew.check();
    await join.consent.check();
    await join.submit.tap();
    await phone.ready();
    await page.goto(`/e/${next.id}#data`);
    await page.getByText('前のイベントで同じチームだった人と、なるべく別のチームになるようにしています。').waitFor();
    await page.getByRole('button', { name: '取り消す', exact: true }).tap();
    await page.getByText('前のイベントで同じチームだった人と、なるべく別のチームになるようにしています。').waitFor({ state: 'detached' });
    await page.goto(`/e/${event.id}#data`);
    await phone.ready();
  });

  step('feature 96: pausing takes me out of the candidates, and resuming brings me back', async () => {
    const me = (await mine()).me;
    const isCandidate = async () => (await Promise.all(people.map(async (person) => (await person.call('readPhone', { eventId: event.id })).body.state.candidates))).flat().some((one) => one.participantId === me.id);
    await page.getByRole('button', { name: '休止する' }).tap();
    await page.getByText('いまは休止中です。').waitFor();
    await waitFor('nobody has me as a candidate', async () => !(await isCandidate()));
    await page.getByRole('button', { name: '再開する' }).tap();
    await waitFor('somebody has me as a candidate', isCandidate);
  });

  step('feature 95: own data can be downloaded, and erased with a proof', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '情報をダウンロード' }).tap()]);
    expect(download.suggestedFilename()).toBe('tsunagu-my-data.json');
    await page.getByRole('button', { name: '情報を削除する' }).tap();
    await page.getByRole('button', { name: 'すべて削除する' }).tap();
    await page.getByRole('heading', { name: 'あなたの情報は削除されました。' }).waitFor();
    expect(await page.getByRole('definition').first().textContent()).toMatch(/^[0-9a-f-]{36}$/);
    expect((await page.context().request.get(`/api/v1/events/${event.id}/me`)).status()).not.toBe(200);
    expect(await page.evaluate(`Object.keys(localStorage).filter((name) => name.includes('${event.id}') || name === 'tsunagu.profile')`)).toEqual([]);
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});
