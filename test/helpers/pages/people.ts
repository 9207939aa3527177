import { readFileSync } from 'node:fs';
import type { Sector, Sharing } from '@tsunagu/contracts';

export interface FixturePerson { id: string; name: string; affiliation: string; sector: Sector; intro: string; data_jackets: { title: string; description: string; sharing: Sharing }[] }

const fixture = JSON.parse(readFileSync(new URL('../../fixtures/event-e1.json', import.meta.url), 'utf8')) as { event: { title: string; theme: string }; participants: FixturePerson[] };

/** Invented people of one event, with its title and theme. */
export const { event: FIXTURE_EVENT, participants: FIXTURE_PEOPLE } = fixture;
