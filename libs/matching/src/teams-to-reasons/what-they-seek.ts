import type { ConceptNode } from '../people.js';
import type { EventIndex, IndexedPerson } from '../tags-to-similarity/event-index.js';
import { ONE_LINK, plainName } from './same-thing.js';

/** Whether somebody looks for a concept; worked out once for each revision of a person. */
export function looksFor({ person: { statements }, sides }: IndexedPerson, concept: string): boolean {
  const sought = (sides.get('seeking') ?? new Set(statements.filter(({ kind, guess }) => kind === 'seeking' && !guess).map((one) => one.concept))) as ReadonlySet<string>;
  sides.set('seeking', sought);
  return sought.has(concept);
}

/** Whether they write of a thing only because they look for it, or for something close to it. */
export function isLackedBy(index: EventIndex, helper: IndexedPerson, { concept, everyday }: { concept: string; everyday?: ConceptNode['everyday'] }): boolean {
  const sought = (helper.sides.get('sought') ?? soughtBy(index, helper)) as ReadonlySet<string>;
  helper.sides.set('sought', sought);
  return sought.has(plainName(concept, everyday));
}

/** What somebody looks for, and what one link of the graph joins to it, by its plain names. Phrases of others are left out: who came before would count. */
function soughtBy(index: EventIndex, { person: { statements } }: IndexedPerson): ReadonlySet<string> {
  return new Set(statements.filter(({ kind }) => kind === 'seeking').flatMap(({ concept }) => {
    const { concepts, closeness } = index.table.near(index.table.numberOf(concept));
    const names = concepts.filter((_, at) => closeness[at] >= ONE_LINK).map((near) => index.table.nameOf(near));
    return names.filter((name) => name === concept || index.conceptNode(name)).map((name) => plainName(name, index.conceptNode(name)?.everyday));
  }));
}
