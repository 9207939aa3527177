import type { TeamMemberView } from '@tsunagu/contracts';

type Members = readonly Pick<TeamMemberView, 'participantId' | 'nickname'>[];

/** Of whom a team is told that they have come or gone, each with the word that says so. */
export function teamNews(before: Members, now: Members): (readonly ['came' | 'went', string])[] {
  const without = (members: Members, others: Members): string[] =>
    members.filter(({ participantId }) => !others.some((other) => other.participantId === participantId)).map(({ nickname }) => nickname);
  return [...without(now, before).map((name) => ['came', name] as const), ...without(before, now).map((name) => ['went', name] as const)];
}
