/** The projector: the way in and the tag cloud; later the teams. */
export async function showWall({ open, take, paths }, { teams = false } = {}) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open('projector', paths.wall, { colorScheme });
    // the cloud is worth a picture once everybody has been read
    await page.locator(teams ? '.wall-table' : '.cloud-word').nth(3).waitFor();
    await take(`wall-${teams ? 'teams' : 'cloud'}${colorScheme === 'dark' ? '-dark' : ''}`, page);
    await page.context().close();
  }
}
