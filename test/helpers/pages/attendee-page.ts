import type { Locator, Page } from 'playwright-core';

export type Tab = 'わたし' | '出会い' | 'チーム' | 'データ';
export type KindWord = 'できること' | '興味' | '求めていること';

/** The join page, as its reader finds things: by role and name. */
export class JoinPage {
  readonly nickname: Locator;
  readonly introduction: Locator;
  readonly consent: Locator;
  readonly submit: Locator;

  constructor(readonly page: Page) {
    this.nickname = page.getByLabel('ニックネーム');
    this.introduction = page.getByRole('textbox', { name: '自己紹介' });
    this.consent = page.getByLabel('上の内容を読み、同意します');
    this.submit = page.getByRole('button', { name: '参加する' });
  }

  async fillIn({ nickname, introduction }: { nickname: string; introduction: string }): Promise<void> {
    await this.nickname.fill(nickname);
    await this.introduction.fill(introduction);
    await this.consent.check();
  }

  async join(person: { nickname: string; introduction: string }): Promise<OwnPage> {
    await this.fillIn(person);
    await this.submit.click();
    return new OwnPage(this.page).ready();
  }
}

/** A participant's own page. */
export class OwnPage {
  constructor(readonly page: Page) {}

  async ready(): Promise<this> {
    await this.page.getByRole('navigation', { name: 'ページの切り替え' }).waitFor();
    return this;
  }

  /** Until the introduction is read: tags are there, and the words they come from are marked. */
  async tagged(): Promise<this> {
    await this.tags().first().waitFor();
    await this.page.locator('mark').first().waitFor();
    return this;
  }

  async open(tab: Tab): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: tab }).click();
    await this.page.getByRole('navigation').locator('[aria-current=page]', { hasText: tab }).waitFor();
  }

  /** My tags, or those of one kind. */
  tags(kind?: KindWord): Locator {
    const section = this.page.getByRole('region', { name: 'あなたを表すタグ' });
    return (kind ? section.getByRole('list', { name: kind }) : section.getByRole('list')).locator('[aria-haspopup=dialog]');
  }

  tag(label: string, kind?: KindWord): Locator {
    return this.tags(kind).filter({ hasText: new RegExp(`^${label}$`) });
  }

  async changeTag(label: string, action: string | RegExp): Promise<void> {
    await this.tag(label).click();
    await this.page.getByRole('dialog').getByRole('button', { name: action }).click();
  }

  notice(): Locator {
    return this.page.getByRole('status', { name: 'お知らせ' });
  }

  candidates(): Locator {
    return this.page.getByRole('article');
  }

  candidate(nickname: string): Locator {
    return this.candidates().filter({ has: this.page.getByRole('heading', { name: nickname, exact: true }) });
  }

  hello(nickname: string): Locator {
    return this.candidate(nickname).getByRole('button', { name: `会いたい（${nickname}）` });
  }

  moment(title: 'ペアになりました' | 'チームが決まりました'): Locator {
    return this.page.getByRole('dialog', { name: title });
  }
}
