import { describe, expect, it } from '@jest/globals';
import { logLevels } from './logger-options.js';
import { readSettings, SETTINGS, SettingsError, type SettingFault } from './settings.js';

const faultsOf = (environment: Record<string, string>): readonly SettingFault[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    return (error as SettingsError).faults;
  }
};

describe('settings', () => {
  it.each([
    ['TRUST_PROXY', 'yes', 'true か false', 'true or false'], ['PORT', 'abc', '0〜65,535の整数', 'a whole number from 0 to 65,535'], ['DATABASE_POOL', '1', '2〜100の整数', 'from 2 to 100'],
    ['QUEUE_NAMESPACE', 'A B', '小文字で始まる', 'small letters'], ['LOG_LEVEL', 'all', 'debug、info', 'one of debug, info'], ['REDIS_URL', 'nowhere', 'redis:// か rediss:// で始まるアドレス', 'redis:// or rediss://'], ['DATABASE_URL', 'nowhere', 'postgres:// か postgresql:// で始まるアドレス', 'postgres:// or postgresql://'],
    ['ATTENTION_SHARE', '2', '0より大きく1以下の数', 'above 0'], ['SERVICES', 'A', '「,」で区切った', 'separated by commas'],
  ])('%s=%s is refused in both languages, neither with a word of the program', (name, value, ja, en) => {
    expect(faultsOf({ [name]: value })).toEqual([{ name, ja: expect.stringContaining(ja), en: expect.stringContaining(en) }]);
    const [fault] = faultsOf({ [name]: value });
    expect(fault.ja).toMatch(/にしてください（今は "/);
    expect(`${fault.ja}${fault.en}`).not.toMatch(/Invalid|NaN|\^|regex/);
  });

  it('says of each that can be wrong what it may be, in both languages', () => {
    for (const { may: [ja, en] } of Object.values(SETTINGS)) expect([/[ぁ-ん文]/.test(ja), /^[\x20-\x7e]+$/.test(en)]).toEqual([true, true]);
  });

  it('name each fault on a line of its own, and settings that belong together', () => {
    expect(() => readSettings({ PORT: 'x', TLS_CERT: 'a.pem' })).toThrow(/^PORT は.+ \/ PORT="x": .+\nTLS_CERT と TLS_KEY は.+ \/ TLS_CERT and TLS_KEY .+$/);
  });

  it.each(['10.0.0.0/99', '10.0.0.0/', '10.0.0/8', 'fd00::/129', 'hooks.example/24', '10.0.0.0/8/8', 'hooks.example:8080', 'a b'])('%s is no place for webhooks', (place) => {
    expect(faultsOf({ WEBHOOK_ALLOW: `127.0.0.1,${place}` }).map(({ name }) => name)).toEqual(['WEBHOOK_ALLOW']);
  });

  it('take hosts, addresses and networks for webhooks', () => {
    expect(faultsOf({ WEBHOOK_ALLOW: 'hooks.city.example,my_host,10.20.0.0/16,127.0.0.1,0.0.0.0/0,fd00::/8,::1' })).toEqual([]);
  });

  it('count a service named twice once', () => {
    expect(readSettings({ SERVICES: 'library,city-hall,library' }).SERVICES).toBe('library,city-hall');
    expect(readSettings({}).SERVICES).toBe('');
  });
});

it('each level of the log tells more than the one after it', () => {
  const levels = (['debug', 'info', 'warn', 'error', 'silent'] as const).map((LOG_LEVEL) => logLevels({ LOG_LEVEL }));
  for (const [at, less] of levels.slice(1).entries()) {
    expect(levels[at].length).toBeGreaterThan(less.length);
    expect(levels[at]).toEqual(expect.arrayContaining(less));
  }
});
