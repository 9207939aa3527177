import type { Locator, Page } from 'playwright-core';
import { waitFor } from '../wait-for.js';
import { san } from './san.js';

export type ConsoleTab = '受付' | '参加者' | 'つながり' | 'チーム' | '言葉' | '設定' | '記録';

/** The organiser's page of one event. */
export class ConsolePage {
  constructor(readonly page: Page) {}

  async open(tab: ConsoleTab): Promise<void> {
    await this.page.getByRole('navigation', { name: 'イベントの画面' }).getByRole('link', { name: new RegExp(`^${tab}(\\s*\\d+\\s*件の(呼び出し|知らせ))?$`) }).click();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** One number of the funnel: 参加, タグあり, 会場, 席あり, 席なし. */
  async counts(): Promise<Record<string, number>> {
    const funnel = this.page.getByRole('region', { name: 'いまの状況' });
    const [names, numbers] = [await funnel.getByRole('term').allTextContents(), await funnel.getByRole('definition').allTextContents()];
    return Object.fromEntries(names.map((name, place) => [name, Number(numbers[place])]));
  }

  /** What the reception says is to be done next. */
  nextStep(): Promise<string | null> {
    return this.page.locator('[aria-current=step]').getByRole('link').textContent();
  }

  person(nickname: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: nickname, exact: true }) });
  }

  checkIn(nickname: string): Locator {
    return this.page.getByRole('checkbox', { name: `${san(nickname)}は会場にいる` });
  }

  /** A column of the draft or of the published teams; `席のない人` for those without a seat. */
  column(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** Who sits where on the draft: team → nicknames. */
  async seats(): Promise<Record<string, string[]>> {
    const columns = this.page.locator('section[aria-label]').filter({ has: this.page.getByRole('button', { name: /^移動…/ }) });
    const seats: Record<string, string[]> = {};
    for (const column of await columns.all()) seats[(await column.getAttribute('aria-label'))!] = await movable(column);
    return seats;
  }

  /** Nicknames of a published team. */
  async published(column: string): Promise<string[]> {
    const labels = await this.column(column).getByRole('button', { name: /^席を空ける/ }).evaluateAll((buttons) => buttons.map((button) => (button as unknown as { ariaLabel: string }).ariaLabel));
    return labels.map(nicknameIn);
  }

  async teamOf(nickname: string): Promise<string | undefined> {
    return Object.entries(await this.seats()).find(([, people]) => people.includes(nickname))?.[0];
  }

  private name(column: string): Locator {
    return this.page.getByRole('textbox', { name: `チーム名（${column}）` });
  }

  async rename(column: string, name: string): Promise<void> {
    await this.name(column).fill(name);
    await this.page.keyboard.press('Enter');
  }

  nameOf(column: string): Promise<string> {
    return this.name(column).inputValue();
  }

  grip(nickname: string): Locator {
    return this.button(`${san(nickname)}をつかんで動かす`);
  }

  pin(nickname: string): Locator {
    return this.button(`${san(nickname)}を固定`);
  }

  /** The first of these people who is not pinned. */
  async unpinned(nicknames: readonly string[]): Promise<string> {
    for (const nickname of nicknames) if ((await this.pin(nickname).getAttribute('aria-pressed')) === 'false') return nickname;
    throw new Error('everybody is pinned');
  }

  score(): Locator {
    return this.page.getByRole('group', { name: 'この案のよさ' });
  }

  /** @param beforeDrop looks at the board while the card is held over the column */
  async drag(nickname: string, toColumn: string, beforeDrop?: () => Promise<void>): Promise<void> {
    await this.grip(nickname).scrollIntoViewIfNeeded();
    const from = (await this.grip(nickname).boundingBox())!;
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + from.width, from.y + from.height, { steps: 4 });
    await this.says(`${san(nickname)}をつかみました`);
    const to = (await this.column(toColumn).boundingBox())!;
    await this.page.mouse.move(to.x + to.width / 2, to.y + Math.min(to.height / 2, 80), { steps: 8 });
    await this.says(`${toColumn}の上です。`);
    await beforeDrop?.();
    await this.page.mouse.up();
  }

  /** What moving the card to where this stands would do to the whole, in points. */
  async effectShown(at: Locator): Promise<number> {
    return pointsIn((await at.getByText(/^移すと/).textContent())!);
  }

  /** Until a change is told by the service and the draft is scored again. */
  async untilScored(): Promise<void> {
    await waitFor('the score', async () => !(await this.page.getByText('計算中…').isVisible()) && (await this.score().isVisible()));
  }

  /** What the last change did to the whole, in points. */
  async lastDelta(): Promise<number> {
    return pointsIn((await this.page.getByText(/直前の変更で [+−±]\d+\.\d/).textContent())!);
  }

  /** Carries the grabbed card by arrow key; an arrow that comes before the columns are measured is pressed again, as a person would. */
  async carry(arrow: 'ArrowLeft' | 'ArrowRight', toColumn: string): Promise<void> {
    await waitFor(`the card above ${toColumn}`, async () => {
      await this.page.keyboard.press(arrow);
      await this.page.getByText(`${toColumn}の上です。`).first().waitFor({ state: 'attached', timeout: 4_000 });
      return true;
    });
  }

  /** Waits for an announcement that only a screen reader reads. */
  async says(text: string): Promise<void> {
    await this.page.getByText(text).first().waitFor({ state: 'attached' });
  }

  async moveByMenu(nickname: string, toColumn: string): Promise<void> {
    await this.button(`移動…（${nickname}）`).click();
    await this.page.getByRole('menuitem', { name: new RegExp(`^${toColumn}\\b`) }).click();
  }
}

const pointsIn = (text: string): number => Number(/[+−±]\d+\.\d/.exec(text)![0].replace('−', '-').replace('±', ''));

const movable = async (column: Locator): Promise<string[]> =>
  (await column.getByRole('button', { name: /^移動…/ }).evaluateAll((buttons) => buttons.map((button) => (button as unknown as { ariaLabel: string }).ariaLabel)))
    .map(nicknameIn);

/** The name that a button's label ends with, in brackets; it may hold brackets itself. */
const nicknameIn = (label: string): string => /（(.*)）$/.exec(label)![1];
