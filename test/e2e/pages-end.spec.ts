import type { Page } from 'playwright-core';
import { LAPTOP, PHONE } from '../helpers/browser.js';
import type { Caller } from '../helpers/event-app.js';
import { OwnPage, type Tab } from '../helpers/pages/attendee-page.js';
import { ConsolePage } from '../helpers/pages/console-page.js';
import { FIXTURE_PEOPLE } from '../helpers/pages/people.js';
import { steps } from '../helpers/pages/steps.js';
import { Venue, type Event, type Participant } from '../helpers/pages/venue.js';
import { waitFor } from '../helpers/wait-for.js';

let venue: Venue;
let organiser: Caller;
let event: Event;
let people: Participant[];
/** two of one team, and the organiser's desk */
let [one, two, laptop]: Page[] = [];
let mates: Participant[];

const board = async () => (await organiser.call('readConsole', { eventId: event.id })).body.state;
const text = async (page: Page): Promise<string> => (await page.getByRole('main').textContent())!;
const open = (page: Page, tab: Tab) => new OwnPage(page).open(tab);

async function formTeams(): Promise<{ proposalId: string; version: number }> {
  const { proposalId } = (await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 3, max: 3 }, seed: 1, seconds: 0.2 })).body;
  const { version } = await waitFor('the draft', async () => {
    const { proposal } = await board();
    return proposal?.status === 'draft' && proposal.objective !== null ? proposal : null;
  });
  return { proposalId, version };
}

beforeAll(async () => {
  venue = await Venue.open();
  organiser = await venue.organiser();
  event = await venue.makeEvent(organiser, { title: '港のまちラボ' });
  people = await venue.enterAll(event.joinCode, FIXTURE_PEOPLE.slice(0, 6));
  await venue.allRead(people);
  await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
  const { proposalId, version } = await formTeams();
  await organiser.call('publish', { eventId: event.id, proposalId }, { version });
  mates = (await board()).teams[0].members.map((member) => people.find(({ id }) => id === member.participantId)!);
  [one, two, laptop] = await Promise.all([
    venue.show(PHONE, `/e/${event.id}#team`, { as: mates[0] }), venue.show(PHONE, `/e/${event.id}#team`, { as: mates[1] }), venue.show(LAPTOP, `/console/events/${event.id}#teams`, { as: organiser }),
  ]);
  for (const page of [one, two]) await new OwnPage(page).moment('チームが決まりました').getByRole('button', { name: 'チームを見る' }).tap();
}, 180_000);
afterAll(() => venue?.close());

describe('the end of an event on its pages', () => {
  const step = steps();

  step('feature 94: phones say at once that it is over, also after a reload, and nothing that is no longer true', async () => {
    await formTeams();
    await new ConsolePage(laptop).button('発表する').waitFor();
    await organiser.call('changeEvent', { eventId: event.id }, { state: 'closed', version: (await board()).event.version });
    for (const reload of [false, true]) {
      if (reload) await two.reload();
      await two.getByRole('heading', { name: 'このイベントは終了しました' }).waitFor();
      await waitFor('the others by name alone', async () => await two.getByRole('region', { name: 'メンバー' }).locator('.tag').count() === (await mates[1].call('readPhone', { eventId: event.id })).body.state.team!.members.find(({ participantId }) => participantId === mates[1].id)!.tags.slice(0, 4).length);
      expect(await two.getByRole('region', { name: 'メンバー' }).getByText(mates[0].nickname).count()).toBe(1);
      expect(await text(two)).not.toMatch(/このチームに参加しますか|主催者を呼ぶ|このチームになった理由|最初の問いかけ|まだ足りないもの/);
      await two.getByRole('radio', { name: 'よかった' }).waitFor();
      await open(two, '出会い');
      expect(await text(two)).not.toMatch(/候補を探しています|いま、話せますか/);
      expect(await two.getByRole('article').count()).toBe(0);
      await open(two, 'わたし');
      await two.getByText('イベントが終わったので、ほかの参加者には見えません').waitFor();
      expect(await text(two)).not.toContain('参加者に公開中');
      await open(two, 'データ');
      expect(await text(two)).not.toMatch(/休止|先に帰る/);
      await two.getByRole('button', { name: '情報をダウンロード' }).waitFor();
      await open(two, 'チーム');
    }
  });

  step('feature 52: the console says why no team can be formed or announced any more, and offers neither', async () => {
    await laptop.getByText('終了したイベントでは、チームを作ることも、発表することも、変えることもできません。').waitFor();
    for (const name of ['発表する', '残りを組み直す', '別の案も作る']) expect(await new ConsolePage(laptop).button(name).isDisabled()).toBe(true);
  });

  step('no page has complained', () => {
    expect(venue.faults).toEqual([]);
  });
});
