import { ask } from './take-pictures.mjs';

const BAD_CSV = `表示名,所属,自己紹介\nさくら,みどり町内会,料理が得意です。\n${'とても長い名前の人'.repeat(6)},,\nけん,高専,${'写真。'.repeat(400)}\n,名前がない,\n`;
const GOOD_CSV = '参加ステータス,表示名,所属,自己紹介\n参加,さくら,みどり町内会,料理が得意です。\nキャンセル,けん,高専,写真が好きです。\n参加,リョウ,,車を出せます。\n';
const csv = (text) => ({ name: '参加者.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The organiser's laptop before teams are made: resolves to its page, on the demo event. */
export async function showConsole(studio) {
  const { open, take, paths } = studio;
  const door = await open('laptop', '/console');
  await door.getByRole('heading', { name: '主催者としてログイン' }).waitFor();
  await take('console-sign-in', door, { also: ['dark', 'en'] });
  await door.context().close();
  const page = await open('laptop', paths.console);
  await page.getByRole('button', { name: 'あとで' }).waitFor();
  await take('console-password', page);
  await page.getByRole('button', { name: 'あとで' }).click();
  await takeNewEvent(page, take);
  await takeOperator(page, take);
  await page.getByRole('link', { name: /坂のまち/ }).click();
  await takeReception(page, take);
  await takePeople(page, take);
  await takeRoom(page, take);
  await takeSettings(page, take);
  return page;
}

async function takeNewEvent(page, take) {
  await page.getByRole('link', { name: 'イベントを作る' }).click();
  await page.getByLabel('イベント名').fill('空き家活用アイデアソン');
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await take('console-new-event', page);
  await page.getByText('くわしい設定').click();
  await take('console-new-event-whole', page, { whole: true, also: ['dark', 'large', 'en'] });
  await page.getByRole('link', { name: 'つなぐ' }).click();
  await page.getByRole('link', { name: /坂のまち/ }).waitFor();
  await take('console-events', page, { also: ['en'] });
}

async function takeOperator(page, take) {
  await page.getByRole('link', { name: '運営ページ' }).click();
  await page.getByRole('heading', { name: 'キュー', exact: true }).waitFor();
  await take('console-operator', page, { whole: true, also: ['en'] });
  await page.getByRole('link', { name: 'つなぐ' }).click();
}

async function takeReception(page, take) {
  await page.getByRole('heading', { name: '参加してもらう' }).waitFor();
  await take('console-reception', page);
  await take('console-reception-whole', page, { whole: true, also: ['dark', 'large', 'en'] });
  await page.getByRole('button', { name: '代わりに登録' }).click();
  await page.getByLabel('ニックネーム').fill('トメ');
  await take('console-register', page, { also: ['dark', 'en'] });
  await closeSheet(page);
  await page.getByRole('button', { name: '登録せずに閉じる' }).click();
  await page.getByRole('button', { name: '参加コードを変える' }).click();
  await take('console-rotate', page);
  await page.keyboard.press('Escape'); // a click here and so soon is the second of two taps, which closes nothing
}

async function takePeople(page, take) {
  await openTab(page, '参加者');
  await take('console-people-before', page);
  await page.getByRole('button', { name: 'CSVから登録' }).click();
  await page.locator('input[type=file]').setInputFiles(csv(BAD_CSV));
  await page.getByText('直すところが').waitFor();
  await take('console-import-bad', page, { also: ['dark', 'en'] });
  await page.locator('input[type=file]').setInputFiles(csv(GOOD_CSV));
  await page.getByText('2人分を読み取りました。').waitFor();
  await take('console-import', page);
  await closeSheet(page);
  await page.getByRole('button', { name: '表示中の全員をチェックイン' }).click();
  await page.getByText(/人をチェックインしました/).waitFor();
  await closeNotices(page);
  await take('console-people', page);
  await take('console-people-whole', page, { also: ['dark', 'large', 'en'] });
  await page.getByRole('button', { name: /さんの操作$/ }).first().click();
  await take('console-person-menu', page);
  await page.getByRole('menuitem', { name: '自己紹介を読む' }).click();
  await page.getByText('読んだことは記録に残ります。').waitFor();
  await take('console-introduction', page);
  await closeSheet(page);
  await page.getByRole('button', { name: /さんの操作$/ }).first().click();
  await page.getByRole('menuitem', { name: '同じ人をまとめる' }).click();
  await take('console-merge', page);
  await closeSheet(page);
}

async function takeRoom(page, take) {
  await openTab(page, 'つながり');
  await page.locator('.map-canvas').waitFor();
  await stillMap(page);
  await take('console-room', page);
  await take('console-room-whole', page, { whole: true, also: ['dark', 'large', 'en'] });
  await page.getByRole('region', { name: '話題' }).getByRole('button').first().click();
  await stillMap(page);
  await take('console-room-topic', page);
}

/** Until two looks at the map are the same. */
const stillMap = (page) => page.locator('.map-canvas').evaluate((canvas) => new Promise((done) => {
  let last = '';
  const look = () => {
    const now = canvas.toDataURL();
    if (now === last) done();
    else { last = now; setTimeout(look, 250); }
  };
  look();
}));

async function takeSettings(page, take) {
  const eventId = new URL(page.url()).pathname.split('/').pop();
  const { state: { people } } = await ask(page, 'GET', `/events/${eventId}/console`);
  await openTab(page, '言葉');
  await take('console-words', page, { whole: true, also: ['dark', 'en'] });
  await openTab(page, '設定');
  await page.getByRole('heading', { name: '担当者' }).waitFor();
  await page.getByLabel('ログイン名').fill('vera');
  await page.getByRole('combobox', { name: '役割', exact: true }).selectOption('viewer');
  await page.getByRole('button', { name: '担当者を加える' }).click();
  await page.locator('.member-link').waitFor();
  await take('console-settings', page, { whole: true, also: ['dark', 'large', 'en'] });
  await page.getByRole('button', { name: 'リハーサルを始める' }).click();
  await page.getByText(`${people.length + 2}`, { exact: true }).first().waitFor();
  await page.getByRole('heading', { name: 'リハーサル' }).scrollIntoViewIfNeeded();
  await take('console-rehearsal', page);
  await page.getByRole('button', { name: /^練習用の\d+人を片付ける$/ }).click();
  await page.getByText(/人目が参加しています/).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^練習用の\d+人を片付ける$/ }).waitFor({ state: 'hidden' });
}

export const openTab = (page, name) => page.getByRole('navigation', { name: 'イベントの画面' }).getByRole('link', { name, exact: true }).click();
export const closeSheet = (page) => page.getByRole('dialog').getByRole('button', { name: /閉じる|やめる/ }).first().click();
export const closeNotices = async (page) => {
  const close = page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '閉じる' }).first();
  // one may go by itself meanwhile
  while (await close.isVisible()) await close.click({ timeout: 2_000 }).catch(() => undefined);
};
