/** Whose phone is shown. */
export const AOI = {
  nickname: 'あおい', affiliation: 'ひなた地区センター',
  introduction: '写真と動画の編集が得意です。ひなた地区で、高齢者の見守りと買い物の手助けに興味があります。アプリを作れる人と、車を出してくれる人を探しています。商店街の来客数のデータを持っています。',
};
const ALL_WAYS = ['dark', 'large', 'en', 'easy'];

/** A phone that joins, reads its tags and candidates; `showTeam` follows when the teams are out, `showEnd` when the event is over. */
export async function showPhones(studio) {
  const { open, take, paths } = studio;
  const page = await open('phone', '/');
  await page.getByLabel('参加コード').waitFor();
  await take('phone-find', page, { also: ALL_WAYS });
  await page.goto(new URL(paths.join, page.url()).href);
  await join(page, take);
  await page.locator('mark').first().waitFor();
  await page.getByRole('heading', { name: '会うとよさそうな人' }).waitFor();
  await take('phone-tags', page);
  await take('phone-me', page, { whole: true, also: ALL_WAYS });
  await page.locator('section', { has: page.getByRole('heading', { name: 'あなたを表すタグ' }) }).getByRole('button').first().click();
  await take('phone-tag-sheet', page, { also: ['dark', 'en'] });
  await closeSheet(page);
  await page.getByRole('button', { name: 'タグを足す' }).click();
  await take('phone-add-tag', page, { also: ['easy'] });
  await closeSheet(page);
  await page.getByRole('button', { name: '書き直す' }).click();
  await take('phone-edit', page, { whole: true });
  await page.getByRole('button', { name: 'やめる' }).click();
  await takePeople(page, take);
  await takeWaiting(page, take);
  await takeData(page, take);
  const mine = { path: new URL(page.url()).pathname, storageState: await page.context().storageState() };
  await page.context().close();
  await takeOthers(studio, mine);
  return { showTeam: () => showTeam(studio, mine), showEnd: () => showEnd(studio, mine) };
}

async function join(page, take) {
  await page.getByLabel('ニックネーム').waitFor();
  await page.getByRole('button', { name: '参加する' }).click();
  await page.getByText('入力に直すところがあります').waitFor();
  await take('phone-join-mend', page, { whole: true, also: ['en'] });
  await page.reload();
  await page.getByLabel('ニックネーム').fill(AOI.nickname);
  await page.getByRole('textbox', { name: '自己紹介' }).fill(AOI.introduction);
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await take('phone-join', page);
  await page.getByText('所属・立場').click();
  await page.getByRole('textbox', { name: /^所属/ }).fill(AOI.affiliation);
  await take('phone-join-whole', page, { whole: true, also: ALL_WAYS });
  await page.getByLabel('上の内容を読み、同意します').check();
  await page.getByRole('button', { name: '参加する' }).click();
}

async function takePeople(page, take) {
  await page.getByRole('link', { name: '出会い' }).click();
  await page.getByRole('article').first().waitFor();
  await take('phone-candidates', page);
  await take('phone-people', page, { whole: true, also: ALL_WAYS });
  await page.getByRole('article').first().getByRole('button', { name: /^詳しく見る/ }).click();
  await page.getByRole('dialog').getByRole('heading', { name: '自己紹介' }).waitFor();
  await take('phone-person', page, { also: ['dark', 'en', 'large'] });
  await closeSheet(page);
  await page.getByText('いま、話せますか').click();
  await page.getByLabel('どこにいますか').fill('窓ぎわ');
  await take('phone-free', page);
}

async function takeWaiting(page, take) {
  await page.getByRole('link', { name: 'チーム', exact: true }).click();
  await page.getByText('チームの発表を待っています').waitFor();
  await take('phone-waiting', page, { whole: true, also: ALL_WAYS });
  await page.getByText('自分たちでチームを作る').click();
  await page.getByLabel('チームの名前').fill('ねこ班');
  await page.getByLabel('何人のチームにしますか').fill('4');
  await page.getByLabel('どんな人を探していますか').fill('デザイナー、車を出せる人');
  await take('phone-found', page, { whole: true });
  await page.getByRole('button', { name: 'チームを作る', exact: true }).click();
  await page.getByRole('region', { name: 'ねこ班' }).getByText('1 / 4人').waitFor();
  await take('phone-founded', page, { whole: true, also: ['dark', 'en'] });
  await page.getByRole('region', { name: 'ねこ班' }).getByRole('button', { name: 'チームを抜ける' }).click();
  await page.getByText('自分たちでチームを作る').waitFor();
}

async function takeData(page, take) {
  await page.getByRole('link', { name: 'データ' }).click();
  await take('phone-data', page, { whole: true, also: ALL_WAYS });
  await page.getByRole('button', { name: '情報を削除する' }).click();
  await take('phone-erase', page);
  await closeSheet(page);
  await page.getByRole('button', { name: '休止する' }).click();
  await page.getByText('いまは休止中です。').waitFor();
  await take('phone-paused', page, { whole: true });
  await page.getByRole('link', { name: '出会い' }).click();
  await take('phone-paused-people', page);
  await page.getByRole('link', { name: 'データ' }).click();
  await page.getByRole('button', { name: '再開する' }).click();
  await page.getByRole('button', { name: '休止する' }).waitFor();
  await page.getByRole('link', { name: 'わたし' }).click();
  await page.getByRole('button', { name: '戻るQRを出す' }).click();
  await page.getByRole('img', { name: 'あなたのページに戻るQRコード' }).waitFor();
  await take('phone-return', page);
  await closeSheet(page);
  await page.context().setOffline(true);
  await page.locator('.tag-remove').first().click();
  await page.getByText(/件の変更が送信待ちです/).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await take('phone-offline', page, { also: ['dark'] });
  await page.getByRole('button', { name: '元に戻す' }).click();
  await page.context().setOffline(false);
  await page.getByText(/件の変更が送信待ちです/).waitFor({ state: 'hidden' });
}

async function takeOthers({ open, take }, { path, storageState }) {
  const dark = await open('phone', `${path}#people`, { storageState, colorScheme: 'dark' });
  await dark.getByRole('article').first().waitFor();
  await take('phone-candidates-dark', dark);
  await dark.context().close();
  const english = await open('phone', path, { storageState: { ...storageState, origins: [] }, locale: 'en-US' });
  await english.locator('mark').first().waitFor();
  await take('phone-tags-en', english);
  await english.context().close();
  const stranger = await open('phone', path);
  await stranger.getByRole('heading').first().waitFor();
  await take('phone-lost', stranger);
  await stranger.context().close();
}

async function showTeam({ open, take }, { path, storageState }) {
  const page = await open('phone', path, { storageState });
  const seeTeam = page.getByRole('button', { name: 'チームを見る' });
  await seeTeam.waitFor();
  await take('phone-team-moment', page, { also: ['dark', 'en', 'large'] });
  await seeTeam.click();
  await page.getByRole('heading', { name: 'メンバー' }).waitFor();
  await take('phone-team', page);
  await take('phone-team-whole', page, { whole: true, also: ALL_WAYS });
  await page.getByRole('button', { name: '主催者を呼ぶ' }).click();
  await page.getByText('主催者を呼んでいます。').waitFor();
  await page.getByText('主催者を呼んでいます。').scrollIntoViewIfNeeded();
  await take('phone-calling', page);
  await page.context().close();
}

/** After the event: the questions to a team; and one's own data gone. */
async function showEnd({ open, take }, { path, storageState }) {
  const page = await open('phone', `${path}#team`, { storageState: { ...storageState, origins: [] } });
  await page.getByText('まだ続いていますか').waitFor();
  await take('phone-weeks-later', page, { whole: true, also: ['dark', 'en', 'easy'] });
  await page.goto(page.url().replace('#team', '#data'));
  await page.getByRole('button', { name: '情報を削除する' }).click();
  await page.getByRole('button', { name: 'すべて削除する' }).click();
  await page.getByText('削除の証明').first().waitFor();
  await take('phone-erased', page, { also: ['dark', 'en'] });
  await page.context().close();
}

const closeSheet = (page) => page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
