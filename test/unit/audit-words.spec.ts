import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { board as english } from '../../apps/web/src/organiser/words/en.js';
import { board } from '../../apps/web/src/organiser/words/ja.js';

/** What the record of an installation holds, not that of an event. */
const OF_NO_EVENT = ['login_link.made', 'service_key.made', 'service_key.revoked', 'password.changed'];
const SOURCES = ['apps/event/src', 'apps/matching/src', 'apps/cli/src'];

const recorded = (): string[] => SOURCES.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(folder, file), 'utf8')))
  .flatMap((source) => [...source.matchAll(/\baction: ([^,}]*)/g)].flatMap(([, value]) => [...value!.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, action]) => action!)));

describe('the record of an event', () => {
  it('has words for everything that is recorded', () => {
    const actions = [...new Set(recorded())].filter((action) => !OF_NO_EVENT.includes(action));
    expect(actions.length).toBeGreaterThan(30);
    const words = board.audit.actions as Record<string, Record<string, string>>;
    expect(actions.filter((action) => { const [about, what] = action.split('.'); return !words[about!]?.[what!]; })).toEqual([]);
  });

  it('leaves it to the column beside it who erased a person: they themselves or the operator', () => {
    expect([board.audit.actions.person.erased, english.audit.actions.person.erased].join()).not.toMatch(/本人|運営者|own|operator/);
  });
});
