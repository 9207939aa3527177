/** The projector: the way in and the tag cloud; later the teams. */
export async function showWall({ open, take, paths }, { teams = false } = {}) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open('projector', paths.wall, { colorScheme });
    await page.locator(teams ? '.wall-table' : '.cloud-word').nth(3).waitFor();
    await stillWall(page);
    await take(`wall-${teams ? 'teams' : 'cloud'}${colorScheme === 'dark' ? '-dark' : ''}`, page);
    await page.context().close();
  }
  const english = await open('projector', paths.wall, { locale: 'en-US' });
  await english.locator(teams ? '.wall-table' : '.cloud-word').nth(3).waitFor();
  await stillWall(english);
  await take(`wall-${teams ? 'teams' : 'cloud'}-en`, english);
  await english.context().close();
}

/** Until the wall has not changed for a while: the cloud is worth a picture once everybody has been read. */
const stillWall = (page) => page.evaluate(() => new Promise((done) => {
  let timer = setTimeout(done, 2_500);
  new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(done, 2_500);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}));
