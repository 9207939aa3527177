/** Steps into a JSON value, as zod reports them. */
export type JsonPath = readonly PropertyKey[];

/**
 * 1-based line on which the value at `path` begins, or, where the path leads nowhere, the line of its nearest parent.
 * `text` is well-formed JSON.
 */
export function lineOfPath(text: string, path: JsonPath): number {
  let at = skipBlank(text, 0);
  for (const step of path) {
    const next = text[at] === '[' ? elementAt(text, at, Number(step)) : text[at] === '{' ? memberAt(text, at, String(step)) : undefined;
    if (next === undefined) break;
    at = next;
  }
  return lineAt(text, at);
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function skipBlank(text: string, at: number): number {
  while (at < text.length && ' \t\r\n'.includes(text[at])) at += 1;
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  let at = start;
  let depth = 0;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at) - 1;
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (char === ',' && depth === 0) return at;
    at += 1;
  }
  return at;
}

/** Offset after the separating comma, or undefined where the list ends. */
function nextItem(text: string, end: number): number | undefined {
  const at = skipBlank(text, end);
  return text[at] === ',' ? skipBlank(text, at + 1) : undefined;
}

function elementAt(text: string, start: number, index: number): number | undefined {
  let at: number | undefined = skipBlank(text, start + 1);
  if (text[at] === ']') return undefined;
  for (let passed = 0; passed < index && at !== undefined; passed += 1) at = nextItem(text, endOfValue(text, at));
  return at;
}

function memberAt(text: string, start: number, name: string): number | undefined {
  let at: number | undefined = skipBlank(text, start + 1);
  while (at !== undefined && text[at] === '"') {
    const endOfName = endOfString(text, at);
    const value = skipBlank(text, skipBlank(text, endOfName) + 1);
    if (JSON.parse(text.slice(at, endOfName)) === name) return value;
    at = nextItem(text, endOfValue(text, value));
  }
  return undefined;
}
