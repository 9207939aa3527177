import type { Locator, Page } from 'playwright-core';

/** What the projector shows. */
export class WallPage {
  readonly qr: Locator;
  readonly tags: Locator;
  readonly announcement: Locator;
  readonly affiliations: Locator;

  constructor(readonly page: Page) {
    this.qr = page.getByRole('img', { name: '参加ページのQRコード' });
    this.tags = page.getByRole('list', { name: '会場のタグ' }).getByRole('listitem');
    this.affiliations = page.getByRole('region', { name: '参加者の所属' }).getByRole('listitem');
    this.announcement = page.getByRole('heading', { name: 'チームが決まりました' });
  }

  /** Waits until the wall says that so many have joined. */
  joined(count: number): Promise<void> {
    return this.page.getByRole('status').filter({ hasText: new RegExp(`^${count}人が参加$`) }).waitFor();
  }

  async tagLabels(): Promise<string[]> {
    return this.tags.locator('bdi').allTextContents();
  }
}
