const AOI = {
  nickname: 'あおい', affiliation: 'ひなた地区センター',
  introduction: '写真と動画の編集が得意です。ひなた地区で、高齢者の見守りと買い物の手助けに興味があります。アプリを作れる人と、車を出してくれる人を探しています。商店街の来客数のデータを持っています。',
};

/** A phone that joins, reads its tags and candidates; `showTeam` follows when the teams are out. */
export async function showPhones(studio) {
  const { open, take, paths } = studio;
  const page = await open('phone', paths.join);
  await join(page, () => take('phone-join', page));
  await page.locator('mark').first().waitFor();
  await page.getByRole('heading', { name: '会うとよさそうな人' }).waitFor();
  await take('phone-tags', page);
  await page.locator('section', { has: page.getByRole('heading', { name: 'あなたを表すタグ' }) }).getByRole('button').first().click();
  await take('phone-tag-sheet', page);
  await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
  await page.getByRole('link', { name: '出会い' }).click();
  await page.getByRole('article').first().waitFor();
  await take('phone-candidates', page);
  const mine = { path: new URL(page.url()).pathname, storageState: await page.context().storageState() };
  await page.context().close();
  await takeOthers(studio, mine);
  return { showTeam: () => showTeam(studio, mine) };
}

async function join(page, takeForm) {
  await page.getByLabel('ニックネーム').fill(AOI.nickname);
  await page.getByRole('textbox', { name: '自己紹介' }).fill(AOI.introduction);
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await takeForm();
  await page.getByText('所属・立場').click();
  await page.getByRole('textbox', { name: /^所属/ }).fill(AOI.affiliation);
  await page.getByLabel('上の内容を読み、同意します').check();
  await page.getByRole('button', { name: '参加する' }).click();
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
}

async function showTeam({ open, take }, { path, storageState }) {
  const page = await open('phone', path, { storageState });
  const seeTeam = page.getByRole('button', { name: 'チームを見る' });
  await seeTeam.waitFor();
  await take('phone-team-moment', page);
  await seeTeam.click();
  await page.getByRole('heading', { name: 'メンバー' }).waitFor();
  await take('phone-team', page);
  await page.context().close();
}
