import type { ProposalView } from '@tsunagu/contracts';

type Plan = Pick<ProposalView, 'teams' | 'unplaced' | 'broken'>;

/** What publishing a draft would show to everybody, and the rules it breaks, as one text to compare. Its worth, pins and locks are no part of it. */
export const whatIsPublished = ({ teams, unplaced, broken }: Plan): string => JSON.stringify([
  teams.map(({ id, name, members }) => [id, name, members.map(({ participantId }) => participantId).sort()]),
  unplaced.map(({ participantId }) => participantId).sort(),
  broken.map(({ rule, teamId, by }) => [rule, teamId, by]),
]);
