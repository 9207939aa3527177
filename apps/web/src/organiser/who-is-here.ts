import type { PersonView } from '@tsunagu/contracts';

/** Who can be put into teams now, how many are in the room and pause, and who has not come yet, as far as it is ticked. @param waiting ticks on their way: person → here */
export function whoIsHere(people: readonly Pick<PersonView, 'id' | 'here' | 'paused' | 'left'>[], waiting: ReadonlyMap<string, boolean> = new Map()): { ready: number; paused: number; absent: string[] } {
  const here = people.filter((person) => person.here);
  const ready = here.filter((person) => !person.paused).length;
  return { ready, paused: here.length - ready, absent: people.filter((person) => !person.left && !(waiting.get(person.id) ?? person.here)).map(({ id }) => id) };
}
