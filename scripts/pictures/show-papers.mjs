const KINDS = ['poster', 'badges', 'list', 'cards', 'teams', 'tables'];
const A4 = { width: 794, height: 1123 };

/** What is printed, as it lies on the paper. */
export async function showPapers({ take }, page) {
  const paper = await page.context().newPage();
  await paper.setViewportSize(A4);
  for (const kind of KINDS) {
    await paper.goto(`${page.url().split('#')[0]}#print-${kind}`);
    await paper.locator('.paper, .badge').first().waitFor();
    await take(kind === 'poster' ? 'print-poster' : `print-${kind}`, paper);
    await paper.goto('about:blank');
  }
  await paper.close();
}
