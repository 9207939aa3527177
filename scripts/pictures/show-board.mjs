import { closeNotices, openTab } from './show-console.mjs';
import { AOI } from './show-phones.mjs';
import { ask } from './take-pictures.mjs';

const WEEKS_AGO = 21 * 86_400_000;

/** The board of the same laptop: from the one button to published teams, put right and looked back upon. `end` closes the event. */
export async function showBoard(studio, page) {
  const { take } = studio;
  const api = `/events/${new URL(page.url()).pathname.split('/').pop()}`;
  const state = async () => (await ask(page, 'GET', `${api}/console`)).state;
  const change = async (fields) => ask(page, 'PATCH', api, { ...fields, version: (await state()).event.version });
  await openTab(page, 'チーム');
  await page.getByText('条件と希望').click();
  await take('console-rules', page, { whole: true, also: ['dark', 'en'] });
  await page.getByText('条件と希望').click();
  await formTeams(page);
  await take('console-draft', page);
  await takeDarkEnglish(studio, page);
  await takeMoves(page, take);
  await takeCompare(page, take);
  await takeConflicts({ page, take, state, change });
  await publish(page, take);
  await takeLater({ page, take, api, state, studio });
  return {
    async end() {
      await change({ state: 'closed', heldOn: new Date(Date.now() - WEEKS_AGO).toISOString().slice(0, 10) });
      await openTab(page, '受付');
      await take('console-closed', page);
    },
  };
}

async function formTeams(page) {
  await page.getByRole('button', { name: 'チームを作る' }).click();
  await scored(page);
}

const scored = (page) => page.getByRole('group', { name: 'この案のよさ' }).waitFor();

async function takeDarkEnglish({ open, take }, page) {
  const other = await open('laptop', new URL(page.url()).pathname + '#teams', { storageState: { ...(await page.context().storageState()), origins: [] }, locale: 'en-US', colorScheme: 'dark' });
  await other.getByRole('group').first().waitFor();
  await take('console-draft-en-dark', other);
  await other.context().close();
}

async function takeMoves(page, take) {
  const columns = page.locator('.column');
  await columns.nth(0).getByRole('button', { name: /さんを固定$/ }).first().click();
  await columns.nth(0).locator('[aria-pressed=true]').first().waitFor();
  await columns.nth(1).getByRole('button', { name: /^チームをロック/ }).click();
  await columns.nth(1).locator('.column-head [aria-pressed=true]').waitFor();
  await columns.nth(0).getByText('このチームの理由').click();
  const moved = columns.nth(0).getByRole('button', { name: /^移動…/ }).nth(1);
  await moved.click();
  await page.getByRole('menuitem').nth(1).waitFor();
  await take('console-move-menu', page);
  await page.getByRole('menuitem').nth(1).click();
  await page.getByText(/直前の変更で/).waitFor();
  await closeNotices(page);
  await take('console-moved', page, { whole: true, also: ['dark', 'large', 'en'] });
  await takeDrag(page, take);
}

async function takeDrag(page, take) {
  const grip = page.locator('.column').nth(2).locator('.grip').first();
  await grip.scrollIntoViewIfNeeded();
  const from = await grip.boundingBox();
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
  const to = await page.locator('.column').nth(3).boundingBox();
  await page.mouse.move(to.x + to.width / 2, Math.min(to.y + 90, 700), { steps: 6 });
  await take('console-drag', page);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.waitForTimeout(200); // what is clicked right after a drag is taken for its end
}

async function takeCompare(page, take) {
  await page.getByRole('button', { name: '別の案も作る' }).click();
  await page.getByText(/^案をくらべる/).waitFor();
  await scored(page);
  await page.getByText(/^案をくらべる/).click();
  await take('console-compare', page);
  await take('console-compare-whole', page, { also: ['dark', 'en'] });
  await page.getByText(/^案をくらべる/).click();
}

/** Two people who must sit together and apart: said why, and loosened by one tap. */
async function takeConflicts({ page, take, state, change }) {
  const { event: { rules }, people: [a, b] } = await state();
  await change({ rules: { ...rules, rules: [{ type: 'together', people: [a.id, b.id] }, { type: 'apart', people: [a.id, b.id] }] } });
  await page.getByRole('button', { name: '別の案も作る' }).click();
  await page.getByRole('region', { name: '守れなかった条件' }).waitFor();
  await scored(page);
  await take('console-conflicts', page);
  await take('console-conflicts-whole', page, { also: ['dark', 'en'] });
  await page.getByRole('region', { name: '守れなかった条件' }).getByRole('button').first().click();
  await page.getByRole('region', { name: '守れなかった条件' }).waitFor({ state: 'hidden' });
  await scored(page);
  await change({ rules });
}

async function publish(page, take) {
  await page.getByRole('button', { name: '発表する', exact: true }).click();
  await page.getByRole('button', { name: '全員に発表する' }).waitFor();
  await take('console-publish', page, { also: ['dark', 'en'] });
  await page.getByRole('button', { name: '全員に発表する' }).click();
  await page.getByRole('heading', { name: '発表したチーム' }).waitFor();
  await closeNotices(page);
  await page.evaluate(() => scrollTo(0, 0));
  await take('console-published', page);
}

/** A late arrival, somebody who leaves, the way to set it right; then the record, and the room seen by who may only look. */
async function takeLater({ page, take, api, state, studio }) {
  const { teams, people } = await state();
  // whose phone is shown later stays
  const stays = people.find(({ nickname }) => nickname === AOI.nickname).id;
  for (const { participantId } of teams.slice(0, 2).map(({ members }) => members.find((member) => member.participantId !== stays))) await ask(page, 'DELETE', `${api}/placements/${participantId}`);
  await page.getByRole('button', { name: '見直し案を探す' }).click();
  await page.getByRole('button', { name: '見直し案を捨てる' }).waitFor();
  await take('console-repair', page, { whole: true, also: ['dark', 'large', 'en'] });
  await openTab(page, '記録');
  await page.getByRole('heading', { name: 'ふりかえり' }).waitFor();
  await take('console-report', page, { whole: true, also: ['dark', 'en'] });
  await openTab(page, '設定');
  await page.getByLabel('ログイン名').fill('viewer2');
  await page.getByRole('combobox', { name: '役割', exact: true }).selectOption('viewer');
  await page.getByRole('button', { name: '担当者を加える' }).click();
  const link = new URL(await page.locator('.member-link').textContent());
  const viewer = await studio.open('laptop', link.pathname + link.hash);
  await viewer.getByRole('button', { name: 'あとで' }).click();
  await viewer.getByRole('link', { name: /坂のまち/ }).click();
  for (const [tab, name] of [['チーム', 'teams'], ['設定', 'settings']]) {
    await openTab(viewer, tab);
    await take(`console-viewer-${name}`, viewer, { whole: true });
  }
  await viewer.context().close();
}
