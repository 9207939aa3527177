import type { Page } from 'playwright-core';
import { LAPTOP, PHONE, PROJECTOR } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { OwnPage } from '../helpers/pages/attendee-page.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { tabTo } from '../helpers/pages/keyboard.js';
import { look } from '../helpers/pages/look.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { WallPage } from '../helpers/pages/wall-page.js';
import { waitFor } from '../helpers/wait-for.js';

const PHOTO = '写真撮影が得意です。';
const SECRET = '家族にも言っていない話ですが、真空管アンプの修理が得意です。';
let venue: Venue;
let organiser: Caller;
let event: Event;
let wall: WallPage;
let phone: Page;
const people: Participant[] = [];
/** What the wall's socket has received. */
let received = '';

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '坂のまちラボ', teamSize: { min: 2, max: 3 } });
}, 180_000);
afterAll(() => venue?.close());

const enter = async (nickname: string, introduction: string) => people.push(await venue.enter(event.joinCode, { nickname, introduction, affiliation: '坂の上大学' }));

describe('the wall', () => {
  const step = steps();
  step('shows the way in: QR and code, and nobody yet', async () => {
    wall = new WallPage(await venue.show({ ...PROJECTOR, reducedMotion: 'reduce' }, `/wall/${event.wallSecret}`));
    wall.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => { received += payload; }));
    await wall.page.reload();
    await wall.joined(0);
    expect(await wall.qr.isVisible()).toBe(true);
    await wall.page.getByText(event.joinCode, { exact: true }).waitFor();
    const box = (await wall.qr.boundingBox())!;
    expect(Math.min(box.width, box.height)).toBeGreaterThan(400);
    for (const text of [event.joinCode, '人が参加']) expect(await isWholeOnScreen(wall, text)).toBe(true);
    await look(wall.page);
  });

  step('says at an address that is cut that there is no such wall', async () => {
    const page = await venue.show(PROJECTOR, '/wall/%E3');
    await page.getByText('この会場画面は見つかりません').waitFor();
    await page.context().close();
  });

  step('fits a small projector: QR, code and counter are whole', async () => {
    await wall.page.setViewportSize({ width: 1280, height: 720 });
    for (const text of [event.joinCode, '人が参加']) expect([text, await isWholeOnScreen(wall, text)]).toEqual([text, true]);
    const { y, height } = (await wall.qr.boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(720);
    await wall.page.setViewportSize({ width: 1920, height: 1080 });
  });

  step('feature 20: the counter and the tag cloud grow as people join, with tags that at least two people have', async () => {
    await enter('ゆき', `${PHOTO}${SECRET}`);
    await enter('ソラ', PHOTO);
    await wall.joined(2);
    await wall.tags.first().waitFor();
    const labels = await wall.tagLabels();
    expect(labels.join()).toMatch(/写真/);
    expect(labels.join()).not.toMatch(/真空管|アンプ|修理/);
  });

  step('feature 94: no name, no affiliation and no words of an introduction reach the wall', async () => {
    const all = await wall.page.content() + received + JSON.stringify((await organiser.call('readWall', { secret: event.wallSecret })).body);
    expect(received).toContain('写真');
    for (const text of ['ゆき', 'ソラ', '坂の上大学', '得意です', '家族にも']) expect(all).not.toContain(text);
  });

  step('feature 93: affiliations are on the wall only while the organiser has switched them on, and only those that two people gave', async () => {
    const laptop = await venue.show(LAPTOP, `/console/events/${event.id}#settings`, { as: organiser });
    await venue.enter(event.joinCode, { nickname: 'リン', affiliation: '灯台守の会' }).then((person) => people.push(person));
    const flip = async () => {
      await tabTo(laptop, laptop.getByRole('checkbox', { name: /^会場画面に所属も出す/ }));
      await laptop.keyboard.press('Space');
      await tabTo(laptop, new ConsolePage(laptop).button('設定を保存'));
      await laptop.keyboard.press('Enter');
    };
    await flip();
    await wall.affiliations.filter({ hasText: /^坂の上大学 2人$/ }).waitFor();
    expect(await wall.page.content() + received).not.toContain('灯台守の会');
    await look(wall.page, ['坂の上大学']);
    await waitFor('the settings as they are now', () => laptop.getByRole('checkbox', { name: /^会場画面に所属も出す/ }).isChecked());
    await flip();
    await waitFor('no affiliation', async () => !(await wall.page.content()).includes('坂の上大学'));
    received = '';
    await laptop.context().close();
  });

  step('feature 75: after the event service is killed, wall and phone come back by themselves and catch up', async () => {
    phone = await venue.show(PHONE, `/e/${event.id}`, { as: people[0] });
    await (await new OwnPage(phone).ready()).tagged();
    const before = venue.product.pidOf('event');
    venue.product.kill('event', 'SIGKILL');
    await waitFor('another process', async () => venue.product.pidOf('event') !== before && (await fetch(`${venue.product.origin}/health/ready`)).ok, 60);
    await enter('タケ', '農家です。軽トラックを出せます。');
    await wall.joined(4);
    expect(received).not.toContain('坂の上大学');
    await people[1].call('sayHello', { eventId: event.id, participantId: people[0].id });
    await people[0].call('sayHello', { eventId: event.id, participantId: people[1].id });
    await new OwnPage(phone).moment('ペアになりました').waitFor();
    await waitFor('the wall to say nothing of a cut', async () => !(await wall.page.getByText('接続が切れています').isVisible()));
  });

  step('feature 78: the wall and the phones tell how long it is until the teams are announced', async () => {
    const { version } = (await organiser.call('readConsole', { eventId: event.id })).body.state.event;
    await organiser.call('changeEvent', { eventId: event.id }, { teamsAt: new Date(Date.now() + 10.5 * 60_000).toISOString(), version });
    await wall.page.getByText(/^チームの発表は\d{1,2}:\d{2}の予定です（あと1[01]分）。$/).waitFor();
    await new OwnPage(phone).moment('ペアになりました').getByRole('button', { name: '閉じる' }).tap();
    await new OwnPage(phone).open('チーム');
    await phone.getByText(/の予定です（あと1[01]分）。$/).waitFor();
  });

  step('feature 72: the teams are announced by table, without names of people', async () => {
    await enter('ハナ', '車の運転ができます。');
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
    await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 3 }, seed: 1, seconds: 0.2 });
    const proposal = await waitFor('the draft', async () => {
      const { state } = (await organiser.call('readConsole', { eventId: event.id })).body;
      return state.proposal?.status === 'draft' && state.proposal.objective !== null ? state.proposal : null;
    });
    expect(await wall.announcement.count()).toBe(0);
    await organiser.call('publish', { eventId: event.id, proposalId: proposal.id }, { version: proposal.version });
    await wall.announcement.waitFor();
    for (const table of ['テーブル 1', 'テーブル 2']) await wall.page.getByText(table, { exact: true }).waitFor();
    for (const { nickname } of people) expect(await wall.page.content()).not.toContain(nickname);
    expect(await wall.qr.isVisible()).toBe(true);
  });

  step('tells when the event is over', async () => {
    const { version } = (await organiser.call('readConsole', { eventId: event.id })).body.state.event;
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version });
    await wall.page.getByText('イベントは終了しました。').waitFor();
    await look(wall.page);
    expect(await wall.qr.count()).toBe(0);
    expect(await wall.announcement.count()).toBe(0);
    expect(await wall.page.getByText('テーブル 1', { exact: true }).count()).toBe(0);
  });

  it('no page has met an error, a dialog of the browser or a breach of the content policy', () => {
    expect(venue.faults).toEqual([]);
  });
});

/** Is the element that holds this text wholly inside the window? */
async function isWholeOnScreen({ page }: WallPage, text: string): Promise<boolean> {
  const { x, y, width, height } = (await page.getByText(text).last().boundingBox())!;
  const { width: right, height: bottom } = page.viewportSize()!;
  return x >= 0 && y >= 0 && x + width <= right && y + height <= bottom;
}
