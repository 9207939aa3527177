import { isIP } from 'node:net';
import { z } from 'zod';

/** What a setting may be, as a schema and in words of both languages: 「…にしてください」, "expected …". */
interface Form<Schema extends z.ZodType> { schema: Schema; may: readonly [ja: string, en: string] }

const text = { schema: z.string().optional(), may: ['文字', 'text'] } as const;
const textOr = (fallback: string) => ({ schema: z.string().default(fallback), may: text.may }) as const;
const port = (fallback: number) => whole(0, 65_535, fallback);
const flag = (fallback: 'true' | 'false') => ({ schema: z.enum(['true', 'false']).default(fallback).transform((value) => value === 'true'), may: ['true か false', 'true or false'] }) as const;
const numeric = (value: number): string => value.toLocaleString('en');
const whole = (least: number, most: number, fallback: number) => ({
  schema: z.coerce.number().int().min(least).max(most).default(fallback), may: [`${numeric(least)}〜${numeric(most)}の整数`, `a whole number from ${numeric(least)} to ${numeric(most)}`],
}) as const;
const address = (protocol: RegExp, ...begins: string[]) => ({ schema: z.url({ protocol }).optional(), may: [`${begins.join(' か ')} で始まるアドレス`, `an address that begins with ${begins.join(' or ')}`] }) as const;
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words, fallback: Words[number]) => ({
  schema: z.enum(words).default(() => fallback), may: [`${words.join('、')} のどれか`, `one of ${words.join(', ')}`],
}) as const;
const web = () => address(/^https?$/, 'http://', 'https://');

/** A host name, an address, or a network that is one. */
function isPlace(place: string): boolean {
  const [host, bits, ...more] = place.split('/');
  const family = isIP(host);
  if (bits === undefined) return family !== 0 || /^[A-Za-z0-9._-]+$/.test(host);
  return family !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32);
}
const listed = (value: string): string[] => value.split(',').filter(Boolean);

/**
 * Every setting of the product: one entry a setting, with its meaning. Parsed once, where a process starts.
 * `.env.example` is generated from this list.
 */
export const SETTINGS = {
  PORT: { ...port(3000), doc: 'Port of the event service: pages, HTTP and sockets. 0 takes any free port.' },
  HOST: { ...textOr('0.0.0.0'), doc: 'Address that the event service listens on. 127.0.0.1 keeps phones out.' },
  MATCHING_PORT: { ...port(3001), doc: "Port of the matching service's health and metrics." },
  MATCHING_HOST: { ...textOr('127.0.0.1'), doc: "Address of the matching service's health and metrics." },
  DATA_DIR: { ...textOr('.data'), doc: 'Folder of the embedded database, used while DATABASE_URL is not set.' },
  DATABASE_URL: { ...address(/^postgres(ql)?$/, 'postgres://', 'postgresql://'), doc: 'PostgreSQL to use instead of the embedded one.' },
  DATABASE_POOL: { ...whole(2, 100, 12), doc: 'Database connections of one process.' },
  REDIS_URL: { ...address(/^rediss?$/, 'redis://', 'rediss://'), doc: 'Redis for the queues. Without it they live in PostgreSQL.' },
  QUEUE_NAMESPACE: { schema: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/).default('tsunagu'), may: ['小文字で始まる、半角の小文字・数字・_ の名前（31文字まで）', 'a name of at most 31 small letters, digits and _ that begins with a letter'], doc: 'Key prefix on Redis, schema on PostgreSQL: two installations can share a server.' },
  PUBLIC_URL: { ...web(), doc: "Address that phones open, for QR codes and links. Default: this machine's address on the local network." },
  TLS_CERT: { ...text, doc: 'Certificate file (PEM) to serve https by itself. Needs TLS_KEY.' },
  TLS_KEY: { ...text, doc: 'Key file (PEM) of TLS_CERT.' },
  TRUST_PROXY: { ...flag('false'), doc: 'true behind a reverse proxy: client addresses and https come from its headers.' },
  LOG_LEVEL: { ...oneOf(['debug', 'info', 'warn', 'error', 'silent'], 'info'), doc: 'How much is logged: debug, info, warn, error or silent. Introductions never are.' },
  EXTRACT_THREADS: { ...whole(1, 16, 1), doc: 'Threads that read introductions (about 350 MB each).' },
  TEAM_THREADS: { ...whole(1, 16, 1), doc: 'Threads that form teams.' },
  ATTENTION_SHARE: { schema: z.coerce.number().gt(0).max(1).default(0.25), may: ['0より大きく1以下の数', 'a number above 0 and up to 1'], doc: 'Most of all lists of an event in whose first five places one person may stand, unless the two are each other\'s best; 1 shares no attention.' },
  VECTORS_FILE: { ...text, doc: 'File of word vectors in word2vec text format (chiVe, fastText): people are compared by them as well, inside this process.' },
  EMBEDDINGS_URL: { ...web(), doc: 'Endpoint that speaks the format of /v1/embeddings, to which events whose organiser switches it on send introductions. Needs EMBEDDINGS_MODEL.' },
  EMBEDDINGS_MODEL: { ...text, doc: 'Model to ask for at EMBEDDINGS_URL.' },
  EMBEDDINGS_KEY: { ...text, doc: 'Key of EMBEDDINGS_URL, where it wants one.' },
  SERVICES: { schema: z.string().regex(/^([a-z][a-z0-9-]{0,30}(,[a-z][a-z0-9-]{0,30})*)?$/).default('').transform((names) => [...new Set(listed(names))].join(',')), may: ['小文字で始まる、半角の小文字・数字・ハイフンの名前（31文字まで）を「,」で区切った並び', 'names of at most 31 small letters, digits and hyphens that begin with a letter, separated by commas'], doc: 'Names of outside services that may ask for matches, separated by commas (small letters, digits, hyphens); each gets a door of its own. Without REDIS_URL the user of DATABASE_URL needs CREATEROLE, to make their users.' },
  SERVICE_IN_FLIGHT: { ...whole(1, 100, 8), doc: 'Requests of one outside service that one matching process works on at once; further ones wait in its queue.' },
  SERVICE_RATE: { ...whole(1, 100_000, 1_000), doc: 'Requests a second of one outside service that are begun; further ones wait in its queue.' },
  WEBHOOK_ALLOW: { schema: z.string().refine((value) => listed(value).every(isPlace)).default(''), may: ['ホスト名、IPアドレス、10.0.0.0/8 のようなネットワークを「,」で区切った並び', 'host names, addresses or networks such as 10.0.0.0/8, separated by commas'], doc: 'Private places that webhooks may reach all the same, and by plain http: host names, addresses or networks (10.0.0.0/8), separated by commas.' },
  RATE_LIMIT_FACTOR: { schema: z.coerce.number().positive().default(1), may: ['0より大きい数', 'a number above 0'], doc: 'Multiplies every rate limit; raise it for load tests.' },
  DEMO: { ...flag('true'), doc: 'false keeps `npm start` from making the demo event.' },
} as const satisfies Record<string, Form<z.ZodType> & { doc: string }>;

export type Settings = { readonly [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]['schema']> };

/** What is wrong with a setting, and what it may be. */
export interface SettingFault { name: string; ja: string; en: string }

/** Settings have a wrong value; the message says why in both languages, one setting a line. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly SettingFault[]) {
    super(faults.map(({ ja, en }) => `${ja} / ${en}`).join('\n'));
  }
}

const together = (name: string, other: string): SettingFault => ({ name, ja: `${name} と ${other} は、両方とも設定してください。`, en: `${name} and ${other} must be set together.` });

/** Reads all settings from an environment. Empty values count as unset. @throws SettingsError naming each wrong one. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const settings: Record<string, unknown> = {};
  const wrong: SettingFault[] = [];
  for (const [name, { schema, may: [ja, en] }] of Object.entries(SETTINGS)) {
    const parsed = (schema as z.ZodType).safeParse(environment[name] || undefined);
    if (parsed.success) settings[name] = parsed.data;
    else wrong.push({ name, ja: `${name} は${ja}にしてください（今は ${JSON.stringify(environment[name])}）。`, en: `${name}=${JSON.stringify(environment[name])}: expected ${en}.` });
  }
  if (Boolean(settings.TLS_CERT) !== Boolean(settings.TLS_KEY)) wrong.push(together('TLS_CERT', 'TLS_KEY'));
  if (Boolean(settings.EMBEDDINGS_URL) !== Boolean(settings.EMBEDDINGS_MODEL)) wrong.push(together('EMBEDDINGS_URL', 'EMBEDDINGS_MODEL'));
  if (wrong.length) throw new SettingsError(wrong);
  return settings as Settings;
}

/** Text of `.env.example`: every setting with its meaning, commented out. */
export const envExample = (): string =>
  Object.entries(SETTINGS).map(([name, { schema, doc }]) => {
    const fallback = (schema as z.ZodType).safeParse(undefined).data;
    return `# ${doc}\n#${name}=${fallback ?? ''}\n`;
  }).join('\n');
