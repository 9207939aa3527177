import type { Language, StatementView } from '@tsunagu/contracts';
import { nameOf } from '../look/name-of.js';

/** What a row of statements says beside its heading: one that is called like it is left out, unless there is no other. */
export function besideHeading(statements: readonly StatementView[], heading: string, language: Language): readonly StatementView[] {
  const further = statements.filter((statement) => nameOf(statement, language) !== heading);
  return further.length > 0 ? further : statements;
}
