import { randomUUID } from 'node:crypto';
import { append, changeProposal, findProposal, tellProposal, type Database, type ToldReason } from '@tsunagu/storage';

/** A team that a run has formed: people's ids, and what differs from any team. */
interface Formed { members: string[]; id?: string; name?: string; reasons?: ToldReason[] }

/** Lets a run that was asked for end with these teams, where the matching service is not part of the test. Nothing where it has ended already. */
export const finishRun = (database: Database, { eventId, proposalId }: { eventId: string; proposalId: string }, formed: readonly Formed[]): Promise<void> => database.transaction(async (tx) => {
  const waiting = await findProposal(tx, eventId, proposalId);
  if (waiting?.status !== 'forming') return;
  const teams = formed.map(({ members, id = randomUUID(), name, reasons = [] }, at) => ({
    id, number: at + 1, name: name ?? `チーム${at + 1}`, locked: false, theme: null, score: 0.5, reasons, members: members.map((participantId) => ({ participantId, pinned: false })),
  }));
  await changeProposal(tx, { id: proposalId, version: waiting.version, status: 'forming' }, { status: 'draft', plan: { teams, unplaced: [] }, objective: 0.5, baseline: 0.2 });
  await append(tx, eventId, [tellProposal(eventId)]);
});
