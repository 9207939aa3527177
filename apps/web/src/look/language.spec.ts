import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Language } from '@tsunagu/contracts';
import { changeLanguage, startLanguage } from './language.js';

const page = { lang: '', classList: { toggle: () => {} } };
const globals = { document: { documentElement: page, addEventListener: () => {}, removeEventListener: () => {} }, navigator: { languages: ['en-GB'] }, localStorage: undefined, addEventListener: () => {}, removeEventListener: () => {} };
const before = Object.keys(globals).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);

beforeEach(() => {
  jest.useFakeTimers();
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
});
afterEach(() => {
  jest.useRealTimers();
  for (const [name, own] of before) if (own) Object.defineProperty(globalThis, name, own); else delete (globalThis as Record<string, unknown>)[name];
});

/** Words whose file comes when the test says so; `fails` how often it does not before. */
function loader({ fails = 0, held = [] as Language[] }) {
  const asked: Language[] = [];
  const arrive: Partial<Record<Language, () => void>> = {};
  return {
    asked, arrive: (language: Language) => arrive[language]!(),
    load: (language: Language): Promise<object> => {
      asked.push(language);
      if (language !== 'ja' && fails-- > 0) return Promise.reject(new Error('blocked'));
      return held.includes(language) ? new Promise((resolve) => { arrive[language] = () => resolve({}); }) : Promise.resolve({});
    },
  };
}

describe('the language of a page', () => {
  it('is the browser’s from the start where its words come', async () => {
    await startLanguage(loader({}).load);
    expect(page.lang).toBe('en');
  });

  it.each([
    [['vi-VN', 'vi'], 'yasashii'], [['zh-CN'], 'yasashii'], [['vi-VN', 'en-US', 'en'], 'en'], [['pt-BR', 'ja'], 'ja'], [['ja-JP', 'en'], 'ja'],
  ])('of a browser for %j is %s', async (languages, language) => {
    Object.defineProperty(globalThis, 'navigator', { value: { languages }, configurable: true });
    const { load, asked } = loader({});
    await startLanguage(load);
    expect(asked.at(-1)).toBe(language);
  });

  it('is Japanese where a page has no やさしい日本語 and the browser neither Japanese nor English', async () => {
    Object.defineProperty(globalThis, 'navigator', { value: { languages: ['vi-VN'] }, configurable: true });
    const { load, asked } = loader({});
    await startLanguage(load, ['ja', 'en']);
    expect(asked).toEqual(['ja']);
  });

  it('is Japanese at first where its words fail, and changes when they come', async () => {
    const { load, asked } = loader({ fails: 2 });
    await startLanguage(load);
    expect(page.lang).toBe('ja');
    await jest.advanceTimersByTimeAsync(5_000);
    expect([page.lang, asked]).toEqual(['en', ['ja', 'en', 'en', 'en']]);
  });

  it('is Japanese at first where its words take long', async () => {
    const { load, arrive } = loader({ held: ['en'] });
    const started = startLanguage(load);
    await jest.advanceTimersByTimeAsync(5_000);
    await started;
    expect(page.lang).toBe('ja');
    arrive('en');
    await jest.advanceTimersByTimeAsync(0);
    expect(page.lang).toBe('en');
  });

  it('is the one that was chosen last, also where the words of another come later', async () => {
    const { load, arrive } = loader({ held: ['en'] });
    const english = changeLanguage(load, 'en', () => {});
    expect(await changeLanguage(load, 'ja', () => {})).toBe(true);
    arrive('en');
    expect([await english, page.lang]).toEqual([false, 'ja']);
  });

  it('says once that the words of a chosen one do not come, and goes on asking for them', async () => {
    const failed = jest.fn();
    const chosen = changeLanguage(loader({ fails: 3 }).load, 'en', failed);
    await jest.advanceTimersByTimeAsync(10_000);
    expect([await chosen, page.lang, failed.mock.calls.length]).toEqual([true, 'en', 1]);
  });

  it('is asked for no more once another is chosen', async () => {
    const { load, asked } = loader({ fails: 1 });
    const english = changeLanguage(load, 'en', () => {});
    await changeLanguage(load, 'ja', () => {});
    await jest.advanceTimersByTimeAsync(10_000);
    expect([await english, asked]).toEqual([false, ['en', 'ja']]);
  });
});
