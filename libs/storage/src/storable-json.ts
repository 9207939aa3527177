/** Escapes of NUL and of halves of characters, which JSON has and `jsonb` refuses; an even number of backslashes before them is text. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON of whatever somebody sent, as PostgreSQL takes it: what cannot be stored becomes U+FFFD. */
export const storableJson = (value: unknown): string => JSON.stringify(value ?? null).replace(UNSTORABLE, '$1\\ufffd');
