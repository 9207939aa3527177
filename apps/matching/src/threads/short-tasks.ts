const TEXTS = 20;
const CHARACTERS = 1_000;

/**
 * Texts in tasks of at most 20 texts and, where one alone is not longer, 1,000 characters: a phone waits behind the task in hand, never
 * behind a long list, and who no longer wants the list stops it there.
 */
export function shortTasks<T>(texts: readonly T[], lengthOf: (text: T) => number): T[][] {
  const tasks: T[][] = [];
  let left = 0;
  for (const text of texts) {
    const task = tasks.at(-1);
    const length = lengthOf(text);
    if (!task || task.length === TEXTS || length > left) {
      tasks.push([text]);
      left = CHARACTERS - length;
    } else {
      task.push(text);
      left -= length;
    }
  }
  return tasks;
}
