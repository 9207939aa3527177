import type { Page } from 'playwright-core';
import { accessibilityViolations } from '../helpers/axe.js';
import { LAPTOP, PHONE } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { OwnPage } from '../helpers/pages/attendee-page.js';
import { formDraft, publishTeams } from '../helpers/pages/first-team.js';
import { setLetters } from '../helpers/pages/look.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

const ENGLISH = { locale: 'en-US' };
const STILL = { reducedMotion: 'reduce' } as const;
const OWN_TEXT = 'We use your nickname for a badge, and nothing else.';
let venue: Venue;
let organiser: Caller;
let event: Event;
let people: Participant[];
let desk: Page;

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: 'Slope Lab' });
  people = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(0, 7));
  await venue.allRead(people);
  desk = await venue.show({ ...LAPTOP, ...ENGLISH, ...STILL }, '/console', { as: organiser });
}, 180_000);
afterAll(() => venue?.close());

/** The text of what has the focus. */
const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement === document.body ? "" : document.activeElement.textContent');
const titled = (page: Page, title: string) => waitFor(`the title ${title}`, async () => (await page.title()) === title);
/** Do two elements lie over each other? */
const overlap = (page: Page, one: string, other: string): Promise<boolean> => page.evaluate<boolean>(`(() => {
  const [a, b] = [${JSON.stringify(one)}, ${JSON.stringify(other)}].map((where) => document.querySelector(where).getBoundingClientRect());
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
})()`);

describe('what the pages tell, in the language, by the means and at the place of whoever is told', () => {
  const step = steps();

  step('feature 97: an organiser who works in English sees the English consent text first, and what they write is English on every phone', async () => {
    await titled(desk, 'Events · Tsunagu');
    await desk.getByRole('link', { name: 'Create an event' }).click();
    await titled(desk, `${await desk.getByRole('heading', { level: 1 }).textContent()} · Tsunagu`);
    await desk.getByText('More settings').or(desk.locator('details.more > summary')).first().click();
    const boxes = desk.locator('textarea[lang]');
    expect(await boxes.evaluateAll((all) => all.map((one) => (one as unknown as { lang: string }).lang))).toEqual(['en', 'ja', 'ja']);
    expect(await boxes.first().inputValue()).toMatch(/^To bring people and teams together/);
    await desk.getByLabel('Consent text (English)').fill(OWN_TEXT);
    await desk.locator('input[type=text]').first().fill('Badge Day');
    await desk.locator('button[type=submit]').focus();
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { name: 'Reception', level: 1 }).waitFor({ state: 'attached' });
    await waitFor('the focus on what has come', async () => (await focused(desk)) === 'Reception');
    await titled(desk, 'Reception · Badge Day · Tsunagu');
    const code = (await desk.locator('.code-large').textContent())!;
    for (const [screen, told] of [[ENGLISH, false], [{}, true]] as const) {
      const phone = await venue.show({ ...PHONE, ...STILL, ...screen }, `/j/${code}`);
      const text = phone.getByText(OWN_TEXT);
      await text.waitFor();
      expect([await text.getAttribute('lang'), await phone.getByText(/in Japanese|日本語だけ/).count(), await phone.getByText('英語だけです').count() > 0]).toEqual(['en', 0, told]);
      await titled(phone, `Badge Day · ${told ? 'つなぐ' : 'Tsunagu'}`);
      await phone.context().close();
    }
    await desk.goto(`${new URL(desk.url()).pathname}#settings`);
    expect(await desk.getByLabel('Consent text (English)').inputValue()).toBe(OWN_TEXT);
    expect(await desk.getByLabel('Consent text (日本語)', { exact: true }).inputValue()).toBe('');
  });

  step('feature 97 and 105: English readers of an event with a Japanese title read the English consent text as such, and hear what is Japanese in Japanese', async () => {
    const sloping = await venue.makeEvent(organiser, { title: '坂のまちラボ', theme: '見守りと買い物', place: '港の会館' });
    const phone = await venue.show({ ...PHONE, ...ENGLISH, ...STILL }, `/j/${sloping.joinCode}`);
    const consent = phone.getByText('To bring people and teams together');
    await consent.waitFor();
    expect([await consent.getAttribute('lang'), await phone.getByText('has not written this text').count()]).toEqual(['en', 0]);
    expect(await phone.locator('main [lang=ja]').allTextContents()).toEqual(['港の会館', '坂のまちラボ', '見守りと買い物', '坂のまちラボ']);
    await phone.setViewportSize({ width: 320, height: 568 });
    for (const one of await phone.locator('.optional').all()) expect((await one.boundingBox())?.height ?? 0).toBeLessThan(30);
    await phone.context().close();
    const own = await venue.show({ ...PHONE, ...ENGLISH, ...STILL }, `/e/${event.id}#people`, { as: people[0] });
    const reasons = own.getByRole('article').first().locator('.reasons');
    await reasons.waitFor();
    const [said, heard] = [await reasons.textContent(), await reasons.locator('[lang=ja]').allTextContents()];
    expect(said!.match(/[ぁ-んァ-ヶ一-龠]/g)?.join('')).toBe(heard.join('').match(/[ぁ-んァ-ヶ一-龠]/g)?.join(''));
    await own.context().close();
  });

  step('200 % letters: nobody without a seat takes no room from the board, and no line runs through letters', async () => {
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.slice(0, 6).map(({ id }) => id), here: true });
    await formDraft({ organiser, event }, 3);
    await desk.goto(`/console/events/${event.id}#teams`);
    await desk.getByRole('heading', { name: 'Without a seat' }).waitFor();
    const stuck = () => desk.locator('.column-outside').evaluate((one) => (globalThis as unknown as { getComputedStyle: (e: unknown) => { position: string } }).getComputedStyle(one).position);
    expect(await stuck()).not.toBe('sticky');
    await desk.getByRole('button', { name: /^Move… \(/ }).first().click();
    await desk.getByRole('menuitem', { name: /^Into no team/ }).click();
    await desk.locator('.column-outside .person-card').waitFor();
    const inSight = () => desk.evaluate<boolean>(`document.querySelector('.column-outside').getBoundingClientRect().bottom <= innerHeight`);
    expect([await stuck(), await inSight()]).toEqual(['sticky', true]);
    await desk.setViewportSize({ width: 1280, height: 720 });
    await desk.goto(`/console/events/${event.id}#reception`);
    await desk.locator('.stages li').first().waitFor();
    await setLetters(desk, '200%');
    if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/reception-200.png`, fullPage: true });
    for (const line of await desk.locator('.stages li').all()) {
      const lefts = await line.locator(':scope > *').evaluateAll((all) => all.map((one) => (one as unknown as { getBoundingClientRect: () => { left: number; right: number } }).getBoundingClientRect()).map(({ left, right }) => [left, right]));
      expect(lefts.slice(1).every(([left]) => left! >= lefts[0]![1]!)).toBe(true);
    }
    await desk.goto(`/console/events/${event.id}#teams`);
    await desk.locator('.column-outside .person-card').waitFor();
    await setLetters(desk, '200%');
    if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/teams-200.png` });
    expect(await inSight()).toBe(false);
    const grip = desk.locator('[data-grip]').first();
    await grip.focus();
    await desk.keyboard.press('Space');
    for (let times = 0; times < 4; times++) await desk.keyboard.press('ArrowRight');
    await desk.locator('.column-outside > .move-effect').waitFor();
    if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/teams-200-drag.png` });
    expect(await overlap(desk, '.column-outside > .move-effect', '.column-outside h2')).toBe(false);
    await desk.keyboard.press('Escape');
    await setLetters(desk, '');
    await desk.setViewportSize({ width: 1366, height: 768 });
  });

  step('feature 67: who comes late is sent to their seat, at the door and on the list', async () => {
    await publishTeams({ organiser, event }, people.slice(0, 6), 3);
    await desk.goto(`/console/events/${event.id}#people`);
    const rows = desk.locator('.person');
    await desk.locator('.sign-seat').nth(5).waitFor();
    for (const seat of await desk.locator('.sign-seat').allTextContents()) expect(seat).toMatch(/^Team [12]( · Table \S+)?$/);
    const late = rows.filter({ hasText: people[6]!.nickname });
    expect(await late.locator('.sign-seat').count()).toBe(0);
    await late.getByRole('checkbox').click();
    await desk.getByRole('status', { name: 'Notices' }).getByText(`No seat was found for ${people[6]!.nickname}.`).waitFor();
    await late.getByText('No seat').waitFor();
    const seated = rows.filter({ hasText: people[0]!.nickname });
    await seated.getByRole('checkbox').click();
    await waitFor('out', async () => (await organiser.call('readConsole', { eventId: event.id })).body.state.people.some(({ id, here }) => id === people[0]!.id && !here));
    await seated.getByRole('checkbox').click();
    await desk.getByText(new RegExp(`^${people[0]!.nickname} has a seat: Team [12]`)).waitFor();
    if (process.env.SHOTS) await desk.screenshot({ path: `${process.env.SHOTS}/people.png` });
    expect(await accessibilityViolations(desk)).toEqual([]);
  });

  step('feature 102: the focus tells what happened, on the phone too', async () => {
    const phone = await venue.show({ ...PHONE, ...STILL }, `/e/${event.id}#data`, { as: people[1] });
    await new OwnPage(phone).moment('チームが決まりました').waitFor();
    await phone.keyboard.press('Escape');
    await waitFor('the focus at the page', async () => (await focused(phone)) === 'わたしのデータ');
    await titled(phone, 'データ · Slope Lab · つなぐ');
    const mate = await venue.show({ ...PHONE, ...STILL }, `/e/${event.id}#team`, { as: people[3] });
    const shown = new OwnPage(mate).moment('チームが決まりました');
    await shown.waitFor();
    await shown.getByRole('button', { name: 'チームを見る' }).focus();
    await mate.keyboard.press('Enter');
    await waitFor('the focus at the team', async () => /^チーム\d$/.test(await focused(mate)));
    await mate.context().close();
    await phone.getByRole('button', { name: '先に帰る' }).focus();
    await phone.keyboard.press('Enter');
    await phone.getByRole('dialog').getByRole('button', { name: '先に帰る' }).focus();
    await phone.keyboard.press('Enter');
    await waitFor('the focus at what happened', async () => (await focused(phone)) === '先に帰ったことになっています');
    await phone.context().close();
  });

  step('without colours: the tab that is open, what is pressed and the marks of tags are there by the reader’s two colours', async () => {
    const bare = { ...STILL, forcedColors: 'active' } as const;
    const painted = (page: Page, where: string, pseudo = '') => page.evaluate<string>(`getComputedStyle(document.querySelector(${JSON.stringify(where)}), ${JSON.stringify(pseudo)}).backgroundColor`);
    const system = (page: Page, name: string) => page.evaluate<string>(`(() => { const one = document.createElement('i'); one.style.cssText = 'forced-color-adjust: none; color: ${name}'; document.body.append(one); const { color } = getComputedStyle(one); one.remove(); return color; })()`);
    const phone = await venue.show({ ...PHONE, ...bare }, `/e/${event.id}#me`, { as: people[2] });
    await new OwnPage(phone).moment('チームが決まりました').getByRole('button', { name: '閉じる' }).tap();
    const [highlight, text] = [await system(phone, 'Highlight'), await system(phone, 'CanvasText')];
    expect(await painted(phone, '.tab-bar a[aria-current]', '::before')).toBe(highlight);
    expect(await painted(phone, '.kind-mark-skill')).toBe(text);
    if (process.env.SHOTS) await phone.screenshot({ path: `${process.env.SHOTS}/phone-bare.png` });
    await new OwnPage(phone).open('出会い');
    const all = phone.locator('.chip[aria-pressed="true"]').first();
    await all.waitFor();
    expect(await painted(phone, '.chip[aria-pressed="true"]')).toBe(highlight);
    if (process.env.SHOTS) await phone.screenshot({ path: `${process.env.SHOTS}/phone-bare2.png` });
    const board = await venue.show({ ...LAPTOP, ...bare }, `/console/events/${event.id}#teams`, { as: organiser });
    await board.locator('.console-tabs a[aria-current]').waitFor();
    const edges = await board.locator('.console-tabs a').evaluateAll((all) => all.map((one) => (globalThis as unknown as { getComputedStyle: (e: unknown) => { borderBottomColor: string } }).getComputedStyle(one).borderBottomColor));
    expect(edges.filter((edge) => edge === highlight)).toHaveLength(1);
    if (process.env.SHOTS) await board.screenshot({ path: `${process.env.SHOTS}/console-bare.png` });
  });

  step('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});
