import { CommandProblem, note, type Place } from './problems.js';
import { refusal } from './sentences.js';

/** Objects of one kind: what is read of them, what was told before, and where each stands. */
export interface Kind { known: readonly string[]; told?: readonly string[]; objects: readonly object[]; placeOf(at: number, field: string): Place }

/** Tells in one line which fields of some objects are not read: a misspelt `intro` would leave a person without words. @returns those fields */
export function noteUnread({ known, told = [], objects, placeOf }: Kind): string[] {
  const fields = [...new Set(objects.flatMap((one) => Object.keys(one)))].filter((field) => !known.includes(field) && !told.includes(field));
  if (fields.length === 0) return fields;
  const first = objects.findIndex((one) => Object.hasOwn(one, fields[0]));
  note(new CommandProblem(refusal('fields.unread', { fields, known }), placeOf(first, fields[0])).message);
  return fields;
}
