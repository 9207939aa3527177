/** The projector: the way in and the tag cloud; later the teams. */
export async function showWall({ open, take, paths }, { teams = false } = {}) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open('projector', paths.wall, { colorScheme });
    await page.locator(teams ? '.wall-table' : '.cloud-word').first().waitFor();
    await take(`wall-${teams ? 'teams' : 'cloud'}${colorScheme === 'dark' ? '-dark' : ''}`, page);
    await page.context().close();
  }
}
