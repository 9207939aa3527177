import { accessibilityViolations } from '../helpers/axe.js';
import { LAPTOP, PHONE, PROJECTOR } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { JoinPage, OwnPage } from '../helpers/pages/attendee-page.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { Venue, type Event } from '../helpers/pages/venue.js';

const STILL = { reducedMotion: 'reduce' } as const;
let venue: Venue;
let organiser: Caller;
let event: Event;
beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ' });
  await venue.allRead(await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(0, 4)));
}, 180_000);
afterAll(() => venue?.close());

describe.each(['light', 'dark'] as const)('axe finds no violation in %s', (colorScheme) => {
  it('on the phone: joining, and the own page with tags', async () => {
    const page = await venue.show({ ...PHONE, ...STILL, colorScheme }, `/j/${event.joinCode}`);
    const join = new JoinPage(page);
    await join.nickname.waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await join.nickname.fill('はるき');
    await join.introduction.fill('写真撮影が得意です。デザイナーを探しています。');
    await join.consent.check({ force: true });
    await join.submit.tap();
    await (await new OwnPage(page).ready()).tagged();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('on the console: people and teams', async () => {
    const page = await venue.show({ ...LAPTOP, ...STILL, colorScheme }, await venue.loginPath());
    await page.getByRole('button', { name: 'あとで' }).click();
    await page.getByRole('link', { name: /坂のまちラボ/ }).click();
    for (const tab of ['参加者', 'チーム'] as const) {
      await new ConsolePage(page).open(tab);
      await page.getByRole('heading', { level: 1, name: tab }).waitFor({ state: 'attached' });
      expect({ tab, violations: await accessibilityViolations(page) }).toEqual({ tab, violations: [] });
    }
    await page.context().close();
  });

  it('on the wall', async () => {
    const page = await venue.show({ ...PROJECTOR, ...STILL, colorScheme }, `/wall/${event.wallSecret}`);
    await page.getByRole('img').first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });
});
