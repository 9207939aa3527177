import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SETTINGS } from '@tsunagu/config';
import { DOOR_PATTERNS, DOOR_QUEUES, HTTP_PATHS, messageEnvelope, messageResult, OUTSIDE_EVENTS, PROBLEMS, RESULT_STATUSES } from '@tsunagu/contracts';

const read = (file: string): string => readFileSync(file, 'utf8');
const missing = (page: string, words: string[]): string[] => words.filter((word) => !read(page).includes(word));
const codeOf = (page: string): string => [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code).join('\n');
const matchesIn = (page: string, pattern: RegExp): string[] => [...new Set([...codeOf(page).matchAll(pattern)].map(([word]) => word))];

const PAIRS = [['README.md', 'README.ja.md'], ['docs/operating.md', 'docs/operating.ja.md'], ['docs/connect-your-service.md', 'docs/connect-your-service.ja.md']];
const [READMES, OPERATING, CONNECT] = PAIRS.map((pair) => pair.map((page) => [page] as const));
const PAGES = PAIRS.flat().map((page) => [page] as const);

describe('the pages in two languages', () => {
  it.each(PAIRS)('%s and %s have the same sections, tables and programs, and lead to each other', (english, japanese) => {
    const shape = (page: string): string[] => [...read(page).matchAll(/^(#+ |```\w*$|\|(?= )|\d\. |- )/gm)].map(([mark]) => mark);
    const programs = (page: string): string[] => [...read(page).matchAll(/^```\w*\n(.*?)^```/gms)].map(([, text]) => text);
    expect(shape(japanese)).toEqual(shape(english));
    expect(programs(japanese)).toEqual(programs(english));
    expect(read(english)).toContain(`[日本語](${japanese.split('/').pop()})`);
    expect(read(japanese)).toContain(`[English](${english.split('/').pop()})`);
  });

  it.each(PAGES)('%s links to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path]) => join(dirname(page), path));
    expect(links.filter((path) => !existsSync(path))).toEqual([]);
  });

  it.each(PAGES)('%s names only settings that exist', (page) => {
    const ofServices = ['TSUNAGU_URL', 'TSUNAGU_PREFIX', 'TSUNAGU_SCHEMA'];
    expect(matchesIn(page, /\b[A-Z]+(?:_[A-Z]+)+\b/g).filter((name) => !(name in SETTINGS) && !ofServices.includes(name))).toEqual([]);
  });
});

describe('the way through an event', () => {
  const words = ['attendee', 'organiser'].flatMap((part) => readdirSync(`apps/web/src/${part}/words`).map((name) => read(`apps/web/src/${part}/words/${name}`))).join('\n');

  it.each(READMES)('names buttons and tabs in %s as the pages do', (page) => {
    const labels = [...read(page).matchAll(/^\d\. .*$/gm)].flatMap(([step]) => [...step.matchAll(/\*\*([^*]+)\*\*/g)]).flatMap(([, label]) => label.split(' / '));
    expect(labels.length).toBeGreaterThanOrEqual(4);
    expect(labels.filter((label) => !words.includes(`'${label}'`))).toEqual([]);
  });
});

describe('the command line', () => {
  const usages = readdirSync('apps/cli/src').filter((name) => /^[a-z-]+\.ts$/.test(name)).flatMap((name) => read(join('apps/cli/src', name)).match(/usage: tsunagu [a-z-]+ [^'`]*/g) ?? []);
  const optionsIn = (text: string): string[] => [...new Set(text.match(/--[a-z]+/g))].sort();

  it.each(READMES)('has every command in %s, with its options and no other', (page) => {
    expect(usages.length).toBeGreaterThan(10);
    const code = codeOf(page).split('\n');
    for (const usage of usages) {
      const [, , name] = usage.split(' ');
      expect([name, ...optionsIn(code.filter((words) => words.split(' ')[0] === name).join(' '))]).toEqual([name, ...optionsIn(usage)]);
    }
  });
});

describe('operating.md', () => {
  const numbers = ['apps/event', 'apps/matching'].flatMap((app) => read(`${app}/src/health/metrics.ts`).match(/\btsunagu_\w+/g)!);

  it.each(OPERATING)('has every number of /metrics in %s, which names no other', (page) => {
    expect(missing(page, numbers.map((name) => `\`${name}`))).toEqual([]);
    expect(matchesIn(page, /\btsunagu_\w+/g).filter((name) => !numbers.includes(name))).toEqual([]);
  });
});

describe('connect-your-service.md', () => {
  const paths = Object.values(HTTP_PATHS).filter(([, path]) => path.startsWith('/service/')).map(([method, path]) => `\`${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const fields = [...Object.keys(messageEnvelope.shape), ...messageResult.options.flatMap(({ shape }) => Object.keys(shape))];
  const told = [...fields, ...Object.keys(DOOR_PATTERNS), ...Object.keys(OUTSIDE_EVENTS), ...Object.values(DOOR_QUEUES), ...RESULT_STATUSES, ...Object.keys(PROBLEMS).filter((code) => code.startsWith('match.'))];

  it.each(CONNECT)('%s has every field, pattern, event, queue, status, refusal and address', (page) => {
    expect(missing(page, [...told.map((word) => `\`${word}\``), ...paths])).toEqual([]);
  });

  it.each(CONNECT)('%s names no pattern, event, refusal or address that does not exist', (page) => {
    const known = [...told, ...Object.keys(PROBLEMS), 'results.http'];
    expect(matchesIn(page, /(?<![\w./-])(?:match|events|profile|candidates|teams?|participant|intro|field|request|event|access|store)\.[a-z_]+\b/g).filter((word) => !known.includes(word))).toEqual([]);
    expect(matchesIn(page, /(?:GET|POST|PUT|PATCH|DELETE) \/[^?\s]+/g).filter((address) => !paths.includes(`\`${address}`))).toEqual([]);
  });
});
