import type { Page } from 'playwright-core';
import { LAPTOP, PHONE } from '../helpers/browser.js';
import { startEmbeddings, type EmbeddingsEndpoint } from '../helpers/embeddings-endpoint.js';
import type { Caller } from '../helpers/event-app.js';
import { OwnPage } from '../helpers/pages/attendee-page.js';
import { look } from '../helpers/pages/look.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';
import { san } from '../helpers/pages/san.js';

const guests = FIXTURE_PEOPLE.slice(0, 9);
const hex = (text: string): Buffer => Buffer.from(text, 'hex');
/** In Shift_JIS, as connpass gives it to Excel: 参加ステータス,表示名,所属,自己紹介 … 参加,花子,茶道部,写真が得意です。 */
const HEAD = hex('8e5189c183588365815b835e83582c955c8ea696bc2c8f8a91ae2c8ea98cc88fd089ee');
const HANAKO = hex('8e5189c12c89d48e712c928393b995942c8eca905e82aa93be88d382c582b78142');
const shiftJis = (...rows: (string | Buffer)[]): Buffer => Buffer.concat([HEAD, ...rows].flatMap((row) => [Buffer.from(row as string, 'latin1'), Buffer.from('\r\n')]));
let venue: Venue;
let endpoint: EmbeddingsEndpoint;
let organiser: Caller;
let event: Event;
let people: Participant[];
let page: Page;
let board: ConsolePage;

beforeAll(async () => {
  endpoint = await startEmbeddings(['海', '山']);
  venue = await Venue.open({ env: { EMBEDDINGS_URL: endpoint.url, EMBEDDINGS_MODEL: 'small' } });
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '受付の机' });
  people = await venue.enterAll(event.joinCode, guests);
  await venue.allRead(people);
  page = await venue.show(LAPTOP, `/console/events/${event.id}`, { as: organiser });
  board = new ConsolePage(page);
}, 240_000);
afterAll(async () => { await venue?.close(); await endpoint?.close(); });

const state = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const shown = async (): Promise<number> => Number(/(\d+)人を表示/.exec((await page.getByText(/人を表示$/).first().textContent())!)![1]);
/** What is between the margins of A4, at 96 points an inch. */
const SHEET = { width: 703, height: 1031 };
/** Pages of paper, and whether anything on them sticks out of its box or the sheet, or is cut between two sheets although it is one piece. */
async function printed(kind: string, eventId = event.id): Promise<{ pages: number; cut: string[] }> {
  const paper = await page.context().newPage();
  await paper.setViewportSize(SHEET);
  await paper.goto(`${venue.product.origin}/console/events/${eventId}#print-${kind}`);
  await paper.locator('.paper, .badge').first().waitFor();
  await paper.emulateMedia({ media: 'print' });
  const cut = await paper.evaluate<string[]>(`[...document.querySelectorAll('.print *')].filter((one) => one.checkVisibility() && !one.closest('.unseen')).filter((one) =>
    one.getBoundingClientRect().right > ${SHEET.width} + 1 || one.getBoundingClientRect().left < -1
    || (one.matches('.paper, .badge, .blank-card, .tag, td, li, .name') && (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 || one.matches('.paper, .badge, .blank-card') && one.scrollHeight > one.clientHeight + 1))
    || (getComputedStyle(one).breakInside === 'avoid' && one.getBoundingClientRect().height > ${SHEET.height})).map((one) => one.className + ' ' + one.textContent.slice(0, 40)).slice(0, 5)`);
  expect(await paper.locator('.print').locator('img:not([src^="data:image/svg+xml"]), script, b, [onload], [onerror]').count()).toBe(0);
  const pages = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g)!.length;
  await paper.close();
  return { pages, cut };
}

describe('the organiser’s desk: people in, words, the room, paper, and who helps', () => {
  const step = steps();
  step('feature 8: people come from a connpass list in Shift_JIS; nobody while a row is wrong, which is named by its number', async () => {
    await board.open('参加者');
    await page.getByRole('button', { name: 'CSVから登録' }).click();
    const choose = (rows: (string | Buffer)[]) => page.locator('input[type=file]').setInputFiles({ name: 'connpass.csv', mimeType: 'text/csv', buffer: shiftJis(...rows) });
    await choose([HANAKO, `OK,${'x'.repeat(40)},,`]);
    await page.getByText('3行目').waitFor();
    expect(await page.getByRole('button', { name: /人を登録$/ }).isDisabled()).toBe(true);
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b,c\n1;2,3\n') });
    await page.getByRole('alert').getByText('CSV UTF-8').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('名前,自己紹介\n花,"閉じない\n太郎,会計\n') });
    await page.getByRole('alert').getByText(/^2行目：引用符/).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('花,写真が好きです。\n太郎,会計\n') });
    await page.getByRole('alert').getByText(/^1行目：名前の列が見つかりません/).waitFor();
    await page.locator('input[type=file]').setInputFiles({ name: 'list.txt', mimeType: 'text/plain', buffer: Buffer.from('\uFEFF名前\t所属\n花子\t市役所\n太郎\t\n', 'utf16le') });
    await page.getByText('2人分を読み取りました。').waitFor();
    await choose([HANAKO, 'Cancelled,Taro,,', 'OK,Jiro,,']);
    await page.getByText('キャンセルした人と補欠の人（1人）は除きました。').waitFor();
    await page.getByRole('checkbox', { name: /同意を得ています/ }).check();
    await page.getByRole('button', { name: '2人を登録' }).click();
    await page.getByText('2人を登録しました。').waitFor();
    await page.getByRole('button', { name: '閉じる' }).last().click();
    await board.person('花子').waitFor();
    expect((await state()).people.map(({ nickname }) => nickname).slice(-2)).toEqual(['花子', 'Jiro']);
  });

  step('feature 9: thin profiles are marked and can be listed', async () => {
    await board.person('Jiro').getByText('情報が少ない').waitFor();
    await page.getByLabel('絞り込み').selectOption('thin');
    await board.person('Jiro').waitFor();
    await waitFor('only thin ones', async () => (await shown()) === (await state()).people.filter(({ thin }) => thin).length);
    await page.getByLabel('絞り込み').selectOption('all');
  });

  step('feature 10: somebody without a phone is entered at the desk, and gets a name badge', async () => {
    await board.open('受付');
    await page.getByRole('button', { name: '代わりに登録' }).click();
    await page.getByLabel('ニックネーム').fill('トメさん');
    await page.getByRole('textbox', { name: '自己紹介' }).fill('編み物を教えています。');
    await page.getByRole('checkbox', { name: '上の文面を本人に伝え、同意を得ました' }).check();
    await page.getByRole('button', { name: '登録する' }).click();
    await page.getByText('トメさんを登録しました。').waitFor();
    await page.getByRole('link', { name: '名札を印刷' }).click();
    await page.getByRole('heading', { name: 'トメさん' }).waitFor();
    await page.getByRole('button', { name: '戻る' }).click();
    await waitFor('here', async () => (await state()).people.find(({ nickname }) => nickname === 'トメさん')?.here === true);
  });

  step('feature 17: a tag of an attendee’s own waits for approval; in use, it is read in everybody’s introduction', async () => {
    const word = '金継ぎカフェ';
    const other = await venue.enter(event.joinCode, { nickname: 'ツギ', introduction: `${word}に興味があります。` });
    await people[0].call('addTag', { eventId: event.id }, { label: '金カフェ', kind: 'interest' });
    await board.open('言葉');
    await page.getByRole('button', { name: '「金カフェ」を使わない' }).click();
    await page.getByText('承認を待つ言葉').waitFor();
    await page.getByRole('textbox', { name: '言葉', exact: true }).fill('きんつぎの会');
    await page.getByRole('textbox', { name: /^別の書き方/ }).fill(word);
    await page.getByRole('button', { name: '足す', exact: true }).click();
    await page.getByRole('button', { name: '「きんつぎの会」を外す' }).waitFor();
    await waitFor('the word in the introduction', async () => (await state()).people.find(({ id }) => id === other.id)!.tags.some(({ concept }) => concept === 'きんつぎの会'), 60);
    await page.locator('input[type=file]').setInputFiles({ name: '言葉.csv', mimeType: 'text/csv', buffer: Buffer.from('言葉,別の書き方\n縁側会議,えんがわ\n') });
    await page.getByRole('button', { name: '「縁側会議」を外す' }).waitFor();
  });

  step('feature 19 and 26: a tag leads to everybody who has it, a role to everybody who gives it', async () => {
    await board.open('参加者');
    const option = page.getByRole('combobox', { name: 'タグ', exact: true }).locator('option').nth(1);
    const count = Number(/（(\d+)人）/.exec((await option.textContent())!)![1]);
    await page.getByRole('combobox', { name: 'タグ', exact: true }).selectOption((await option.getAttribute('value'))!);
    await waitFor('who has the tag', async () => (await shown()) === count);
    await page.getByRole('combobox', { name: 'タグ', exact: true }).selectOption('');
    await page.getByLabel('立場・役割').selectOption({ index: 1 });
    await waitFor('fewer people', async () => (await shown()) < (await state()).people.length);
    await page.getByLabel('立場・役割').selectOption('');
  });

  step('feature 20: the map shows what people share; a topic tells who is tied to it', async () => {
    await board.open('つながり');
    const canvas = page.getByRole('img', { name: /個の話題と\d+人のつながりの図/ });
    await canvas.waitFor();
    await waitFor('something is drawn', () => canvas.evaluate((element) => {
      const { width, height } = element as unknown as { width: number; height: number };
      const pixels = (element as unknown as { getContext: (kind: '2d') => { getImageData: (...box: number[]) => { data: Uint8ClampedArray } } }).getContext('2d').getImageData(0, 0, width, height).data;
      return pixels.some((value) => value > 0);
    }));
    const topic = page.getByRole('region', { name: '話題' }).getByRole('button').first();
    await topic.click();
    expect(await topic.getAttribute('aria-pressed')).toBe('true');
    await waitFor('people of the topic', async () => (await page.locator('.tied dd').allTextContents()).join('').length > 0);
  });

  step('feature 101: a viewer is let in by a link, sees the board, and changes nothing', async () => {
    await board.open('設定');
    await page.getByLabel('ログイン名').fill('vera');
    await page.getByRole('combobox', { name: '役割', exact: true }).selectOption('viewer');
    await page.getByRole('button', { name: '担当者を加える' }).click();
    await page.locator('.member-link').waitFor();
    // an account that was there before: its link is the operator's to give
    await venue.loginPath('wanda');
    await page.getByLabel('ログイン名').fill('wanda');
    await page.getByRole('button', { name: '担当者を加える' }).click();
    await page.getByText('create-organiser wanda').waitFor();
    expect(await page.locator('.member-link').count()).toBe(0);
    await page.getByLabel('ログイン名').fill('vera');
    await page.getByRole('button', { name: '担当者を加える' }).click();
    const link = (await page.locator('.member-link').textContent())!;
    const other = await venue.show(LAPTOP, new URL(link).pathname + new URL(link).hash);
    await other.getByRole('button', { name: 'あとで' }).click();
    await other.getByRole('link', { name: /^受付の机/ }).click();
    await other.getByText('見るだけの役割で開いています。変更はできません。').waitFor();
    await new ConsolePage(other).open('参加者');
    await new ConsolePage(other).person('花子').waitFor();
    expect(await new ConsolePage(other).checkIn('花子').isDisabled()).toBe(true);
    expect(await other.getByRole('button', { name: /チェックイン$/ }).count()).toBe(0);
    await new ConsolePage(other).open('設定');
    expect(await other.getByLabel('イベント名').inputValue()).toBe('受付の机');
    expect(await other.getByLabel('イベント名').isDisabled()).toBe(true);
    expect(await other.getByRole('checkbox', { name: /外のサービス/ }).isDisabled()).toBe(true);
    expect(await other.getByRole('button', { name: '設定を保存' }).count()).toBe(0);
    await look(other, (await state()).people.map(({ nickname }) => nickname));
    await other.context().close();
  });

  step('feature 47 and 48: proposals stand side by side, and what cannot hold is loosened by one tap', async () => {
    const { event: { rules, version }, people: all } = await state();
    const [a, b] = all.map(({ id }) => id);
    await organiser.call('changeEvent', { eventId: event.id }, { version, rules: { ...(rules as object), rules: [{ type: 'together', people: [a, b] }, { type: 'apart', people: [a, b] }] } });
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: all.map(({ id }) => id), here: true });
    await board.open('チーム');
    await board.button('チームを作る').click();
    const conflicts = page.getByRole('region', { name: '守れなかった条件' });
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    const rulesNow = async (): Promise<unknown[]> => ((await state()).event.rules as { rules: unknown[] }).rules;
    const loosened = async () => { const { proposal } = await state(); return proposal?.status === 'draft' && proposal.objective !== null && proposal.conflicts.length === 0; };
    await conflicts.getByText('「条件と希望」と人数の設定も変わり').waitFor();
    await conflicts.getByRole('button').first().click();
    await waitFor('a draft without conflicts', loosened, 60);
    expect(await rulesNow()).toHaveLength(1);
    await board.button('条件を元に戻す').click();
    await waitFor('the rules of before', async () => (await rulesNow()).length === 2);
    await organiser.call('discard', { eventId: event.id, proposalId: (await state()).proposal!.id });
    await board.button('チームを作る').click();
    await conflicts.getByRole('button').first().click();
    await waitFor('a draft without conflicts', loosened, 60);
    const first = (await state()).proposal!;
    await board.button('別の案も作る').click();
    await waitFor('another draft', async () => { const { proposal } = await state(); return proposal?.status === 'draft' && proposal.id !== first.id && proposal.objective !== null; }, 60);
    expect((await state()).proposal).toMatchObject({ conflicts: [], broken: [] });
    await waitFor('other teams', async () => (await state()).proposals.find(({ id }) => id === first.id)!.inCommon! < 1);
    await page.getByText(/^案をくらべる/).click();
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await board.button(`この案にする（案${first.number}）`).click();
    await waitFor('the first one again', async () => (await state()).proposal?.id === first.id);
    const inOneTeam = { teamSize: { min: all.length, max: all.length } };
    for (let times = 1; times <= 2; times++) {
      await organiser.call('formTeams', { eventId: event.id }, inOneTeam);
      await waitFor('one team', async () => { const { proposal } = await state(); return proposal?.status === 'draft' && proposal.teams.length === 1; }, 60);
    }
    await page.getByText(/^案\d+と同じ組み合わせです。/).waitFor();
  });

  step('feature 42: what teams can work on is set on the console, and people rank it', async () => {
    await organiser.call('discard', { eventId: event.id, proposalId: (await state()).proposal!.id });
    // beside the draft that goes, it is written in a sentence too
    await page.locator('summary', { hasText: '条件と希望' }).click();
    await page.getByLabel('テーマ', { exact: true }).fill('歩けるまち');
    await page.getByRole('button', { name: 'テーマを足す' }).click();
    await page.getByRole('button', { name: 'テーマ「歩けるまち」を外す' }).waitFor();
    expect((await people[0].call('readPhone', { eventId: event.id })).body.state.event.themes.map(({ title }) => title)).toEqual(['歩けるまち']);
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await page.getByText('条件と希望').click();
    await board.button('チームを作る').click();
  });

  step('feature 69: after publication somebody moves between teams in one step, and the record tells', async () => {
    await waitFor('the draft scored', () => board.score().isVisible());
    await page.getByText('テーマ：歩けるまち').first().waitFor();
    await board.button('発表する').click();
    await board.button('全員に発表する').click();
    await page.getByRole('heading', { name: '発表したチーム' }).waitFor();
    const { teams, event: { rules, version } } = await state();
    const [from, to] = teams;
    const onTheme = teams.filter(({ theme }) => theme?.title === '歩けるまち');
    expect(onTheme.length).toBeGreaterThan(0);
    expect(await page.getByText('テーマ：歩けるまち').count()).toBe(onTheme.length);
    await organiser.call('changeEvent', { eventId: event.id }, { version, rules: { ...(rules as object), rules: [] } });
    const { participantId, nickname } = from.members[0];
    await board.button(`${san(nickname)}を移動`).click();
    await page.getByRole('menuitem', { name: new RegExp(`^チーム${to.number}\\b`) }).click();
    await waitFor('the move', async () => (await state()).teams.find(({ id }) => id === to.id)!.members.some((member) => member.participantId === participantId));
    await board.open('記録');
    await page.getByRole('cell', { name: '発表後に移動' }).waitFor();
    await page.getByRole('heading', { name: 'ふりかえり' }).waitFor();
    await page.getByRole('columnheader', { name: 'ランダムとの差' }).waitFor();
  });

  step('feature 69 and 84: two published teams become one, by keyboard alone, after a question where people are to be apart, and the record tells why', async () => {
    await board.open('チーム');
    const { teams: [keep, drop], event: { rules, version } } = await state();
    const apart = { type: 'apart' as const, people: [keep, drop].map(({ members }) => members[0].participantId) };
    await organiser.call('changeEvent', { eventId: event.id }, { version, rules: { ...(rules as object), rules: [apart] } });
    await board.button(`チーム${keep.number}をほかのチームと合わせる`).focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: `チーム${keep.number}をほかのチームと合わせる` });
    await sheet.getByLabel('合わせるチーム').focus();
    await page.keyboard.press('ArrowDown');
    expect(await sheet.getByLabel('合わせるチーム').inputValue()).toBe(drop.id);
    await sheet.getByLabel('理由').focus();
    await page.keyboard.type('2人が帰ったため');
    await sheet.getByRole('button', { name: '合わせる', exact: true }).focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog', { name: '別のチームにする人どうしです' });
    await question.getByText(new RegExp(`^確かめてください。チーム${keep.number}で、「.+は別のチーム」が守れなくなります。$`)).waitFor();
    expect((await state()).teams.some(({ id }) => id === drop.id)).toBe(true);
    await question.getByRole('button', { name: 'それでも行う' }).focus();
    await page.keyboard.press('Enter');
    await waitFor('one team of two', async () => {
      const { teams } = await state();
      const ids = (team: typeof keep) => team.members.map(({ participantId }) => participantId);
      return !teams.some(({ id }) => id === drop.id) && [...ids(keep), ...ids(drop)].every((one) => ids(teams.find(({ id }) => id === keep.id)!).includes(one));
    });
    await board.open('記録');
    await page.getByRole('row', { name: /チームを合わせた/ }).getByText('2人が帰ったため').waitFor();
  });

  step('feature 56: two rounds are planned together, the second becomes the draft when the first is published, and the report holds both', async () => {
    const { event: { rules, version }, teams: before } = await state();
    await organiser.call('changeEvent', { eventId: event.id }, { version, rules: { ...(rules as object), rules: [] } });
    const pairsOf = (teams: readonly { members: readonly { participantId: string }[] }[]): string[] =>
      teams.flatMap(({ members }) => members.flatMap(({ participantId: a }, at) => members.slice(at + 1).map(({ participantId: b }) => [a, b].sort().join())));
    const drafted = async (round: number) => waitFor(`round ${round}`, async () => {
      const { proposal } = await state();
      return proposal?.status === 'draft' && proposal.round === round && proposal.objective !== null ? proposal : null;
    }, 60);
    await board.open('チーム');
    await page.getByLabel('何回組むか').selectOption('2');
    await board.button('新しい案を作る').click();
    const first = await drafted(1);
    await page.getByText(/^案をくらべる/).click();
    const table = page.getByRole('region', { name: /^案をくらべる/ });
    await table.getByRole('columnheader', { name: '第2回（全2回）' }).waitFor();
    await page.getByRole('heading', { name: '第1回（全2回）の案' }).waitFor();
    await board.button('発表する').click();
    await board.button('全員に発表する').click();
    await page.getByText('第1回のチームを発表しました。続けて第2回の案を用意します。').waitFor();
    const second = await drafted(2);
    await page.getByRole('heading', { name: '第2回（全2回）の案' }).waitFor();
    await page.getByText('第1回は発表済みです。 この案を発表すると、いまのチームは終わります。').waitFor();
    const told = page.getByText('0を下回ることもあります。');
    const below = [second.objective, second.baseline, second.baselineBest, ...second.teams.map(({ score }) => score)].some((value) => value !== null && value < -0.0005);
    await waitFor('numbers below 0 explained', async () => (await told.count()) === (below ? 1 : 0));
    const published = page.getByText('発表したチーム', { exact: true }).first();
    expect((await published.boundingBox())!.y).toBeLessThan((await board.score().boundingBox())!.y);
    await look(page, (await state()).people.map(({ nickname }) => nickname));
    await published.click();
    await page.getByRole('heading', { name: '発表したチーム' }).waitFor();
    await published.click();
    const met = new Set([...pairsOf(before), ...pairsOf(first.teams)]);
    expect(second.repeats).toBe(pairsOf(second.teams).filter((pair) => met.has(pair)).length);
    expect(pairsOf(second.teams).filter((pair) => pairsOf(first.teams).includes(pair)).length).toBeLessThan(pairsOf(second.teams).length / 3);
    await board.button('発表する').click();
    await page.getByRole('dialog').getByText('いまのチームは終わり、この組み合わせに替わります。').waitFor();
    await page.getByRole('dialog').getByText('第2回（全2回）の案').waitFor();
    await board.button('全員に発表する').click();
    await waitFor('the second round published', async () => (await state()).proposal === null);
    await board.open('記録');
    await waitFor('three rounds in the report', async () => (await page.getByRole('region', { name: 'ふりかえり' }).getByRole('table').getByRole('row').count()) === 4);
  });

  step('feature 76: what is printed fits its paper: a page a team, nothing cut off', async () => {
    const { teams } = await state();
    expect(await printed('teams')).toEqual({ pages: teams.length, cut: [] });
    expect(await printed('tables')).toEqual({ pages: Math.ceil(teams.length / 2), cut: [] });
    expect(await printed('poster')).toEqual({ pages: 1, cut: [] });
    expect(await printed('cards')).toEqual({ pages: 1, cut: [] });
    expect((await printed('badges')).cut).toEqual([]);
    expect((await printed('list')).cut).toEqual([]);
  });

  step('cards to write on bear the very text that people agree to, whatever its length, and the record tells that it was changed', async () => {
    const consentText = `写真も撮り、市の広報に使います。\n${'班分けのために、書いたことを使います。'.repeat(30)}`;
    const { consentText: before, version } = (await state()).event;
    await organiser.call('changeEvent', { eventId: event.id }, { consentText, version });
    expect((await printed('cards')).cut).toEqual([]);
    await page.goto(`/console/events/${event.id}#print-cards`);
    await waitFor('the text on each card', async () => (await page.locator('.blank-card').allTextContents()).every((card) => card.includes(consentText)));
    await page.goto(`/console/events/${event.id}#audit`);
    await page.getByRole('row', { name: /設定を変更/ }).getByRole('cell', { name: '同意の文面', exact: true }).first().waitFor();
    await page.getByRole('row', { name: /代わりに登録/ }).getByText('トメさん').waitFor();
    await page.getByRole('row', { name: /代わりに登録/ }).getByText('2人').first().waitFor();
    await organiser.call('changeEvent', { eventId: event.id }, { consentText: before, version: (await state()).event.version });
  });

  step('feature 76: hostile names, tags and introductions are inert on paper, and nothing of them is cut off, in a team of forty', async () => {
    const unbroken = 'Ｗ'.repeat(30);
    const names = ['<img src=x onerror=alert(1)>', unbroken, 'W'.repeat(30), '👩‍👩‍👧‍👦'.repeat(8), 'مرحبا بالعالم مرحبا بالعالم', '=HYPERLINK(1)', 'あ\u200Bい\u200Dう'];
    const crowd = await venue.makeEvent(organiser, { title: `${'<b>とても長い題名'.repeat(7)}${'W'.repeat(9)}`, teamSize: { min: 40, max: 40 } });
    const members = await Promise.all(Array.from({ length: 40 }, (_, n) => venue.enter(crowd.joinCode, { nickname: names[n % names.length], affiliation: unbroken + unbroken, ...(n < names.length ? { introduction: `<script>alert(2)</script>${'ぬ'.repeat(300)}写真撮影が得意です。` } : {}) })));
    for (const label of ['W'.repeat(40), 'ぬ'.repeat(40), '<svg onload=alert(3)>']) await Promise.all(members.slice(0, names.length).map((one) => one.call('addTag', { eventId: crowd.id }, { label, kind: 'skill' })));
    await organiser.call('checkIn', { eventId: crowd.id }, { participantIds: members.map(({ id }) => id), here: true });
    await organiser.call('formTeams', { eventId: crowd.id }, { teamSize: { min: 40, max: 40 }, seed: 1, seconds: 0.2 });
    const draft = await waitFor('the draft', async () => {
      const { proposal } = (await organiser.call('readConsole', { eventId: crowd.id })).body.state;
      return proposal?.status === 'draft' && proposal.objective !== null ? proposal : null;
    }, 60);
    await organiser.call('publish', { eventId: crowd.id, proposalId: draft.id }, { version: draft.version });
    for (const kind of ['poster', 'badges', 'list', 'cards', 'teams', 'tables']) expect({ kind, cut: (await printed(kind, crowd.id)).cut }).toEqual({ kind, cut: [] });
    expect((await printed('poster', crowd.id)).pages).toBe(1);
  });

  step('feature 103: a rehearsal fills the event with invented people, and is cleaned up again', async () => {
    const before = (await state()).people.length;
    await board.open('設定');
    await page.getByRole('button', { name: 'リハーサルを始める' }).click();
    await page.getByRole('button', { name: /^練習用の\d+人を片付ける$/ }).click();
    await waitFor('nobody invented left', async () => (await state()).people.length === before && !(await page.getByText(/人目が参加しています/).isVisible()), 60);
    expect((await state()).people.some(({ nickname }) => nickname.startsWith('【練習】'))).toBe(false);
  });

  step('introductions go to the operator’s endpoint only once the organiser has switched it on, of people who read so and agreed', async () => {
    const { host } = new URL(endpoint.url);
    await board.open('設定');
    await page.getByRole('checkbox', { name: `自己紹介を外のサービス（${host}）にも読ませる` }).check();
    await board.button('設定を保存').click();
    await waitFor('it is on', async () => (await state()).event.textsLeave?.on);
    expect(await endpoint.asked()).toEqual([]);
    const { consentText, consentVersion } = (await organiser.call('readJoinPage', { code: event.joinCode })).body;
    expect(consentText.yasashii).toContain(`外の サービス（${host}）にも おくります`);
    await venue.enter(event.joinCode, { nickname: '渚', introduction: '海が好きです。', consentVersion });
    const sent = async (): Promise<string[]> => (await endpoint.asked()).flatMap(({ input }) => input);
    await waitFor('the introduction is sent', async () => (await sent()).includes('海が好きです。'));
    expect((await sent()).filter((text) => people.some((_, at) => text === guests[at].intro))).toEqual([]);
    // who joined before agrees later, and takes it back
    const phone = await venue.show(PHONE, `/e/${event.id}`, { as: people[0] });
    const own = new OwnPage(phone);
    await own.moment('チームが決まりました').waitFor(); // published in the steps before
    await phone.getByRole('button', { name: 'チームを見る' }).tap();
    await own.open('データ');
    await phone.getByText(`自己紹介の文章を外のサービス（${host}）に送ります`).waitFor();
    await look(phone, [guests[0].name]);
    await phone.getByRole('button', { name: '同意する', exact: true }).tap();
    await phone.getByRole('button', { name: '同意を取り消す' }).waitFor();
    await waitFor('their introduction is sent', async () => (await sent()).includes(guests[0].intro));
    await phone.getByRole('button', { name: '同意を取り消す' }).tap();
    await phone.getByRole('button', { name: '同意する', exact: true }).waitFor();
    await board.open('記録');
    await page.getByText('自己紹介を外のサービスに送信').first().waitFor();
    await page.getByText(`→ ${host}`).first().waitFor();
  });

  step('a closed event offers no QR that lets nobody in, on the screen or on paper: it says so, and is opened again in place', async () => {
    await board.open('受付');
    const qr = page.getByRole('img', { name: '参加ページのQRコード' });
    await qr.waitFor();
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version: (await state()).event.version });
    await page.getByRole('heading', { name: '受付は終わりました' }).waitFor();
    expect(await qr.count()).toBe(0);
    await look(page);
    const paper = await page.context().newPage();
    await paper.goto(`${venue.product.origin}/console/events/${event.id}#print-poster`);
    await paper.getByText('参加コードでは、もう参加できません').waitFor();
    expect(await paper.locator('.paper img').count()).toBe(0);
    await paper.close();
    await board.button('受付を再開する').click();
    await qr.waitFor();
    expect((await state()).event.state).toBe('open');
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});
