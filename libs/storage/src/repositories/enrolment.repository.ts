import { orderReading, type JoinInput } from '@tsunagu/contracts';
import type { Transaction } from '../database.js';
import { tellMe, tellPerson } from '../log/announce.js';
import type { Entry } from '../log/log.js';
import type { EventRow } from './events.repository.js';
import { addConsent, addParticipant, type ParticipantRow } from './participants.repository.js';
import { addJacket, saveIntroduction } from './profiles.repository.js';

/** Makes somebody a participant: person, consent, introduction and jackets, and what is to be told. The introduction is read by a job. @param createdAt when they joined, if not now */
export async function enrol(tx: Transaction, event: EventRow, input: JoinInput, joinKey: string | null, createdAt?: Date): Promise<{ person: ParticipantRow; tell: Entry[] }> {
  const { introduction, introductionShown, jackets, consentVersion: _, earlierEventId: __, affiliation, sector, ...profile } = input;
  const eventId = event.id;
  const person = await addParticipant(tx, { ...profile, ...(createdAt && { createdAt }), joinKey, eventId, affiliation: affiliation || null, sector: sector ?? null, reading: introduction ? 'reading' : 'none' });
  await addConsent(tx, event, person);
  const revision = introduction ? await saveIntroduction(tx, { eventId, participantId: person.id, text: introduction, shown: introductionShown }) : 0;
  for (const jacket of jackets) await addJacket(tx, { ...jacket, eventId, participantId: person.id });
  return { person, tell: [tellMe(person.id, orderReading(eventId, person.id, revision)), tellPerson(eventId, person.id)] };
}
