import type { Page } from 'playwright-core';
import { LAPTOP, PHONE } from '../browser.js';
import type { Caller } from '../event-app.js';
import { waitFor } from '../wait-for.js';
import { OwnPage } from './attendee-page.js';
import type { Event, Participant, Venue } from './venue.js';

/** An event's organiser. */
interface Desk { organiser: Caller; event: Event }

/** Forms teams of everybody who is here, up to a draft with a score. */
export async function formDraft({ organiser, event }: Desk, size: number): Promise<{ proposalId: string; version: number }> {
  const { proposalId } = (await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: size, max: size }, seed: 1, seconds: 0.2 })).body;
  const { version } = await waitFor('the draft', async () => {
    const { proposal } = (await organiser.call('readConsole', { eventId: event.id })).body.state;
    return proposal?.status === 'draft' && proposal.objective !== null ? proposal : null;
  });
  return { proposalId, version };
}

/** Checks people in and publishes teams of them. */
export async function publishTeams(desk: Desk, people: readonly Participant[], size: number): Promise<void> {
  const { organiser, event } = desk;
  await organiser.call('checkIn', { eventId: event.id }, { participantIds: people.map(({ id }) => id), here: true });
  const { proposalId, version } = await formDraft(desk, size);
  await organiser.call('publish', { eventId: event.id, proposalId }, { version });
}

/** The phones of two of the first published team, past the moment that tells of it, and the organiser's desk. */
export async function showFirstTeam(venue: Venue, { organiser, event }: Desk, people: readonly Participant[]): Promise<{ mates: Participant[]; one: Page; two: Page; laptop: Page }> {
  const [{ members }] = (await organiser.call('readConsole', { eventId: event.id })).body.state.teams;
  const mates = members.map((member) => people.find(({ id }) => id === member.participantId)!);
  const show = (mate: Participant): Promise<Page> => venue.show(PHONE, `/e/${event.id}#team`, { as: mate });
  const [one, two, laptop] = await Promise.all([show(mates[0]), show(mates[1]), venue.show(LAPTOP, `/console/events/${event.id}#teams`, { as: organiser })]);
  for (const page of [one, two]) await new OwnPage(page).moment('チームが決まりました').getByRole('button', { name: 'チームを見る' }).tap();
  return { mates, one, two, laptop };
}
