import { displayCopy } from '@tsunagu/contracts';

const nameOf = ({ nickname, affiliation }: { nickname: string; affiliation: string | null }): string => JSON.stringify([nickname, affiliation ?? ''].map(displayCopy));

/** How many of a list bear name and affiliation of somebody who has joined. Whether they are the same is for the service to say, which knows their introductions. */
export function countAlike(list: readonly { nickname: string; affiliation: string }[], joined: readonly { nickname: string; affiliation: string | null }[]): number {
  const names = new Set(joined.map(nameOf));
  return list.filter((person) => names.has(nameOf(person))).length;
}
