/** A whole number below 2³² that a text always gives (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) as number), 16777619) >>> 0;
  return hash;
}
