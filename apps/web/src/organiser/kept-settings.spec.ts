import { afterEach, expect, it } from '@jest/globals';
import { forgetSettings, settingsKeptAs } from './kept-settings.js';

afterEach(() => { delete (globalThis as { localStorage?: unknown }).localStorage; });

it('what was typed into the settings is forgotten for all events, and nothing else is', () => {
  const kept = Object.assign(Object.create({ removeItem: (name: string) => { delete kept[name]; } }) as Record<string, string>, { [settingsKeptAs('a')]: '{}', [settingsKeptAs('b')]: '{}', 'tsunagu.language': '"en"' });
  Object.assign(globalThis, { localStorage: kept });
  forgetSettings();
  expect(Object.keys(kept)).toEqual(['tsunagu.language']);
});
