import type { PersonView } from '@tsunagu/contracts';

/** The order of people on paper, where one of them is looked for. */
export const byName = (a: PersonView, b: PersonView): number => a.nickname.localeCompare(b.nickname, 'ja');
