/** Where progress is shown: the terminal of whoever waits, or a log. */
export interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** What takes long. */
export const READING = '自己紹介を読んでいます… / Reading introductions';

/** How often a count is shown: to somebody who waits, and in a log. */
const EVERY_MS = { terminal: 200, log: 10_000 };
const CLEAR_LINE = '\u001b[K';
/** Whatever comes next, an error too, is written over it. */
const LINE_START = '\r';

/**
 * Counts on standard error what takes long: on a terminal one line that is written anew and gone in the end, elsewhere a line
 * every ten seconds, so that a command of a second says nothing.
 * @returns called with how many are done, in order
 */
export function showProgress(what: string, total: number, stream: ProgressStream = process.stderr, now: () => number = () => performance.now()): (done: number) => void {
  const every = stream.isTTY ? EVERY_MS.terminal : EVERY_MS.log;
  let last = now();
  return (done) => {
    if (done === total) return void (stream.isTTY && stream.write(CLEAR_LINE));
    if (now() - last < every) return;
    last = now();
    const line = `tsunagu: ${what}: ${done} / ${total}`;
    stream.write(stream.isTTY ? CLEAR_LINE + line + LINE_START : `${line}\n`);
  };
}
