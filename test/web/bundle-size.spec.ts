import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

interface Chunk { file: string; imports?: string[]; dynamicImports?: string[] }

const PAGES = fileURLToPath(new URL('../../dist/apps/web/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${PAGES}.vite/phone.json`, 'utf8')) as Record<string, Chunk>;
const OTHER_LANGUAGES = /words\/(en|yasashii)\.ts$/;

/** A page's parts with everything it may load later, one language of words included. */
function chunksOf(page: string): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || OTHER_LANGUAGES.test(name)) return;
    seen.add(name);
    const { imports = [], dynamicImports = [] } = manifest[name]!;
    for (const next of [...imports, ...dynamicImports]) visit(next);
  };
  visit(page);
  return seen;
}

/** Gzipped bytes of their JavaScript. */
function bytesOf(page: string): number {
  return [...chunksOf(page)].reduce((sum, name) => sum + gzipSync(readFileSync(PAGES + manifest[name]!.file), { level: 9 }).length, 0);
}

describe('the weight of the pages', () => {
  it('the attendee’s page loads at most 100 kB of JavaScript, gzipped', () => {
    expect(bytesOf('index.html')).toBeLessThanOrEqual(100_000);
  });

  it("the wall’s page loads no more than that either", () => {
    expect(bytesOf('wall.html')).toBeLessThanOrEqual(100_000);
  });
});
