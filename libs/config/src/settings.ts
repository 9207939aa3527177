import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const flag = (fallback: 'true' | 'false') => z.enum(['true', 'false']).default(fallback).transform((text) => text === 'true');

/**
 * Every setting of the product: one entry a setting, with its meaning. Parsed once, where a process starts.
 * `.env.example` is generated from this list.
 */
export const SETTINGS = {
  PORT: { schema: port(3000), doc: 'Port of the event service: pages, HTTP and sockets. 0 takes any free port.' },
  HOST: { schema: z.string().default('0.0.0.0'), doc: 'Address that the event service listens on. 127.0.0.1 keeps phones out.' },
  MATCHING_PORT: { schema: port(3001), doc: "Port of the matching service's health and metrics." },
  MATCHING_HOST: { schema: z.string().default('127.0.0.1'), doc: "Address of the matching service's health and metrics." },
  DATA_DIR: { schema: z.string().default('.data'), doc: 'Folder of the embedded database, used while DATABASE_URL is not set.' },
  DATABASE_URL: { schema: z.url({ protocol: /^postgres(ql)?$/ }).optional(), doc: 'PostgreSQL to use instead of the embedded one.' },
  DATABASE_POOL: { schema: z.coerce.number().int().min(2).max(100).default(12), doc: 'Database connections of one process.' },
  REDIS_URL: { schema: z.url({ protocol: /^rediss?$/ }).optional(), doc: 'Redis for the queues. Without it they live in PostgreSQL.' },
  QUEUE_NAMESPACE: { schema: z.string().regex(/^[a-z][a-z0-9_]{0,30}$/).default('tsunagu'), doc: 'Key prefix on Redis, schema on PostgreSQL: two installations can share a server.' },
  PUBLIC_URL: { schema: z.url({ protocol: /^https?$/ }).optional(), doc: "Address that phones open, for QR codes and links. Default: this machine's address on the local network." },
  TLS_CERT: { schema: z.string().optional(), doc: 'Certificate file (PEM) to serve https by itself. Needs TLS_KEY.' },
  TLS_KEY: { schema: z.string().optional(), doc: 'Key file (PEM) of TLS_CERT.' },
  TRUST_PROXY: { schema: flag('false'), doc: 'true behind a reverse proxy: client addresses and https come from its headers.' },
  LOG_LEVEL: { schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), doc: 'How much is logged: debug, info, warn, error or silent. Introductions never are.' },
  EXTRACT_THREADS: { schema: z.coerce.number().int().min(1).max(16).default(1), doc: 'Threads that read introductions (about 350 MB each).' },
  TEAM_THREADS: { schema: z.coerce.number().int().min(1).max(16).default(1), doc: 'Threads that form teams.' },
  ATTENTION_SHARE: { schema: z.coerce.number().gt(0).max(1).default(0.25), doc: 'Most of all lists of an event in whose first five places one person may stand, unless the two are each other\'s best; 1 shares no attention.' },
  VECTORS_FILE: { schema: z.string().optional(), doc: 'File of word vectors in word2vec text format (chiVe, fastText): people are compared by them as well, inside this process.' },
  EMBEDDINGS_URL: { schema: z.url({ protocol: /^https?$/ }).optional(), doc: 'Endpoint that speaks the format of /v1/embeddings, to which events whose organiser switches it on send introductions. Needs EMBEDDINGS_MODEL.' },
  EMBEDDINGS_MODEL: { schema: z.string().optional(), doc: 'Model to ask for at EMBEDDINGS_URL.' },
  EMBEDDINGS_KEY: { schema: z.string().optional(), doc: 'Key of EMBEDDINGS_URL, where it wants one.' },
  SERVICES: { schema: z.string().regex(/^([a-z][a-z0-9-]{0,30}(,[a-z][a-z0-9-]{0,30})*)?$/).default(''), doc: 'Names of outside services that may ask for matches, separated by commas (small letters, digits, hyphens); each gets a door of its own. Without REDIS_URL the user of DATABASE_URL needs CREATEROLE, to make their users.' },
  SERVICE_IN_FLIGHT: { schema: z.coerce.number().int().min(1).max(100).default(8), doc: 'Requests of one outside service that one matching process works on at once; further ones wait in its queue.' },
  SERVICE_RATE: { schema: z.coerce.number().int().min(1).max(100_000).default(1_000), doc: 'Requests a second of one outside service that are begun; further ones wait in its queue.' },
  WEBHOOK_ALLOW: { schema: z.string().regex(/^([A-Za-z0-9.:/_-]+(,[A-Za-z0-9.:/_-]+)*)?$/).default(''), doc: 'Private places that webhooks may reach all the same, and by plain http: host names, addresses or networks (10.0.0.0/8), separated by commas.' },
  RATE_LIMIT_FACTOR: { schema: z.coerce.number().positive().default(1), doc: 'Multiplies every rate limit; raise it for load tests.' },
  DEMO: { schema: flag('true'), doc: 'false keeps `npm start` from making the demo event.' },
} as const satisfies Record<string, { schema: z.ZodType; doc: string }>;

export type Settings = { readonly [K in keyof typeof SETTINGS]: z.output<(typeof SETTINGS)[K]['schema']> };

/** Settings have a wrong value; the message says why, one a line. */
export class SettingsError extends Error {
  constructor(readonly names: string[], message: string) {
    super(message);
  }
}

/** Reads all settings from an environment. Empty values count as unset. @throws SettingsError naming each wrong one. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const settings: Record<string, unknown> = {};
  const wrong: { name: string; why: string }[] = [];
  for (const [name, { schema, doc }] of Object.entries(SETTINGS)) {
    const parsed = (schema as z.ZodType).safeParse(environment[name] || undefined);
    if (parsed.success) settings[name] = parsed.data;
    else wrong.push({ name, why: `${name}=${JSON.stringify(environment[name])}: ${parsed.error.issues[0].message}. ${doc}` });
  }
  if (Boolean(settings.TLS_CERT) !== Boolean(settings.TLS_KEY)) wrong.push({ name: 'TLS_CERT', why: 'TLS_CERT and TLS_KEY must be set together.' });
  if (Boolean(settings.EMBEDDINGS_URL) !== Boolean(settings.EMBEDDINGS_MODEL)) wrong.push({ name: 'EMBEDDINGS_URL', why: 'EMBEDDINGS_URL and EMBEDDINGS_MODEL must be set together.' });
  if (wrong.length) throw new SettingsError(wrong.map(({ name }) => name), wrong.map(({ why }) => why).join('\n'));
  return settings as Settings;
}

/** Text of `.env.example`: every setting with its meaning, commented out. */
export const envExample = (): string =>
  Object.entries(SETTINGS).map(([name, { schema, doc }]) => {
    const fallback = (schema as z.ZodType).safeParse(undefined).data;
    return `# ${doc}\n#${name}=${fallback ?? ''}\n`;
  }).join('\n');
