/** The organiser's laptop: from the list of events to a draft; `publish` shows it to everybody. */
export async function showConsole(studio) {
  const { open, take, paths } = studio;
  const page = await open('laptop', paths.console);
  await page.getByRole('button', { name: 'あとで' }).click();
  await takeNewEvent(page, take);
  await page.getByRole('link', { name: /坂のまち/ }).click();
  await page.getByRole('heading', { name: '参加してもらう' }).waitFor();
  await take('console-reception', page);
  await page.getByRole('link', { name: '参加者', exact: true }).click();
  await page.getByRole('button', { name: '表示中の全員をチェックイン' }).click();
  await page.getByText(/人をチェックインしました/).waitFor();
  await closeNotices(page);
  await take('console-people', page);
  await page.getByRole('link', { name: 'チーム', exact: true }).click();
  await formTeams(page);
  await take('console-draft', page);
  await takeDarkEnglish(studio, page);
  return { publish: () => publish(page, take) };
}

async function takeNewEvent(page, take) {
  await page.getByRole('link', { name: 'イベントを作る' }).click();
  await page.getByLabel('イベント名').fill('空き家活用アイデアソン');
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await take('console-new-event', page);
  await page.getByRole('link', { name: 'つなぐ' }).click();
}

async function formTeams(page) {
  await page.getByRole('button', { name: 'チームを作る' }).click();
  await page.getByRole('group', { name: 'この案のよさ' }).waitFor();
}

async function takeDarkEnglish({ open, take }, page) {
  const other = await open('laptop', new URL(page.url()).pathname + '#teams', { storageState: { ...(await page.context().storageState()), origins: [] }, locale: 'en-US', colorScheme: 'dark' });
  await other.getByRole('group').first().waitFor();
  await take('console-draft-en-dark', other);
  await other.context().close();
}

async function publish(page, take) {
  await page.getByRole('button', { name: '発表する', exact: true }).click();
  await page.getByRole('button', { name: '全員に発表する' }).click();
  await page.getByRole('heading', { name: '発表したチーム' }).waitFor();
  await closeNotices(page);
  await take('console-published', page);
  await page.getByRole('link', { name: '受付' }).click();
  await page.getByRole('link', { name: 'QRポスターを印刷' }).click();
  await page.getByRole('heading').first().waitFor();
  await take('print-poster', page);
}

const closeNotices = async (page) => {
  for (const close of await page.getByRole('status', { name: 'お知らせ' }).getByRole('button', { name: '閉じる' }).all()) await close.click();
};
