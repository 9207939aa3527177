import type { OperationsView } from '@tsunagu/contracts';
import type { PostgresQueuesState, RedisState } from '@tsunagu/messaging';
import type { EndpointState } from '@tsunagu/storage';
import { bad, ok, size, span, warn, type Finding } from './findings.js';

const FULL = 0.8;
const DISK_BAD = 1e9;
const DISK_WARN = 5e9;
const CLOCK_S = 2;
const JOB_WAITS_S = 60;
const REQUEST_WAITS_S = 60;
const EVENTS_BEHIND = 100;

/** How Redis must be set up: the queues outlive a restart, and a full memory refuses new jobs and drops none. */
export function judgeRedis({ version, policy, appendOnly, keepsUsers, strangers, usedBytes, limitBytes }: RedisState, services: string[] = []): Finding[] {
  const findings = [ok('queues', `Redis ${version}, ${size(usedBytes)} in use`, `Redis ${version}、${size(usedBytes)} を使用中`)];
  if (Number(version.split('.')[0]) < 6) findings.push(bad('queues', `Redis ${version} is too old: use 6.2 or newer.`, `Redis ${version} は古すぎます。6.2 以降を使ってください。`));
  if (policy === null || appendOnly === null) findings.push(warn('queues', 'Redis does not let us read its settings: make sure of maxmemory-policy noeviction and appendonly yes.', 'Redis の設定を読めません。maxmemory-policy が noeviction、appendonly が yes であることを確かめてください。'));
  if (policy !== null && policy !== 'noeviction') findings.push(bad('queues', `maxmemory-policy is ${policy}: a full Redis would drop jobs. Run CONFIG SET maxmemory-policy noeviction, and put it into redis.conf.`, `maxmemory-policy が ${policy} です。満杯になるとジョブが消えます。CONFIG SET maxmemory-policy noeviction を実行し、redis.conf にも書いてください。`));
  if (appendOnly === false) findings.push(bad('queues', 'appendonly is off: a restart of Redis forgets what waits in it. Run CONFIG SET appendonly yes, and put it into redis.conf.', 'appendonly が切れています。Redis を再起動すると待っている仕事が失われます。CONFIG SET appendonly yes を実行し、redis.conf にも書いてください。'));
  if (services.length && keepsUsers === false) findings.push(warn('queues', 'aclfile is not set: a restart of Redis forgets the users of other services. Put “aclfile /etc/redis/users.acl” into redis.conf (an empty file at first, with “user default …” where it has a password), restart Redis, and run tsunagu door NAME again for each service.', 'aclfile が設定されていません。Redis を再起動すると、ほかのサービスのユーザーが消えます。redis.conf に「aclfile /etc/redis/users.acl」を書き（はじめは空のファイル、パスワードがあれば「user default …」の行）、Redis を再起動して、サービスごとに tsunagu door NAME をもう一度実行してください。'));
  if (strangers?.length) findings.push(warn('queues', `Redis has no user for ${strangers.join(', ')}: run tsunagu door NAME where they come by the queue.`, `Redis に ${strangers.join('、')} のユーザーがありません。キューを使うサービスなら tsunagu door NAME を実行してください。`));
  if (limitBytes && usedBytes > limitBytes * FULL) findings.push(warn('queues', `Redis is filling up: ${size(usedBytes)} of ${size(limitBytes)}.`, `Redis が埋まりかけています（${size(limitBytes)} 中 ${size(usedBytes)}）。`));
  return findings;
}

export const judgeQueueSchemas = ({ missing }: PostgresQueuesState): Finding => (missing.length
  ? bad('queues', `Queues are missing in PostgreSQL: ${missing.join(', ')}. Run tsunagu migrate.`, `PostgreSQL にキューがありません：${missing.join('、')}。tsunagu migrate を実行してください。`)
  : ok('queues', 'in PostgreSQL, up to date', 'PostgreSQL にあり、最新です'));

/** Users of services are roles of PostgreSQL where there is no Redis. @param without services that have none yet */
export const judgeRoles = ({ user, mayMake, without }: { user: string; mayMake: boolean; without: string[] }): Finding[] => (mayMake || !without.length ? [] : [
  warn('doors', `The database user ${user} may not make the users of ${without.join(', ')}, and tsunagu door NAME fails: as an administrator run ALTER ROLE "${user}" CREATEROLE; or set REDIS_URL. Over HTTP they need none.`,
    `データベースのユーザー ${user} は ${without.join('、')} のユーザーを作れないため、tsunagu door NAME が失敗します。管理者として ALTER ROLE "${user}" CREATEROLE; を実行するか、REDIS_URL を設定してください。HTTP だけなら要りません。`),
]);

/** @param seconds how far this machine is ahead of the database */
export const judgeClock = (seconds: number): Finding => (Math.abs(seconds) > CLOCK_S
  ? warn('clock', `This machine and the database differ by ${span(Math.abs(seconds))}: deadlines and signatures go wrong. Switch time synchronisation on (NTP).`, `この機械とデータベースの時計が ${span(Math.abs(seconds))} ずれています。締め切りや署名が狂うため、時刻同期（NTP）を有効にしてください。`)
  : ok('clock', 'agrees with the database', 'データベースと合っています'));

export function judgeDisk(folder: string, freeBytes: number): Finding {
  const say = [`${size(freeBytes)} free at ${folder}`, `${folder} の空きは ${size(freeBytes)}`] as const;
  if (freeBytes < DISK_BAD) return bad('disk', `${say[0]}: make room now, a full disk stops the database.`, `${say[1]}です。満杯になるとデータベースが止まるため、すぐに空けてください。`);
  return freeBytes < DISK_WARN ? warn('disk', `${say[0]}: getting low.`, `${say[1]}です。少なくなっています。`) : ok('disk', ...say);
}

export function judgeJobs({ dead, waiting, oldestSeconds }: OperationsView['jobs']): Finding[] {
  const findings: Finding[] = [];
  if (dead) findings.push(warn('jobs', `${dead} jobs were given up; the log of the matching service says why. Their people see that their introduction could not be read.`, `あきらめられた仕事が ${dead} 件あります。理由はマッチングサービスの記録にあります。`));
  if (oldestSeconds > JOB_WAITS_S) findings.push(bad('jobs', `${waiting} jobs wait, the oldest for ${span(oldestSeconds)}: is the matching service running?`, `仕事が ${waiting} 件待っていて、いちばん古いものは ${span(oldestSeconds)} 前です。マッチングサービスは動いていますか。`));
  return findings.length ? findings : [ok('jobs', waiting ? `${waiting} on their way` : 'none waits', waiting ? `${waiting} 件を処理中です` : '待っている仕事はありません')];
}

/** One outside service: what waits for it, and what it does not fetch. */
export function judgeService({ service, open, oldestSeconds, undelivered, eventsBehind, letters }: OperationsView['services'][number]): Finding[] {
  const part = `service ${service}`;
  const findings: Finding[] = [];
  if (oldestSeconds > REQUEST_WAITS_S) findings.push(bad(part, `${open} requests wait, the oldest for ${span(oldestSeconds)}.`, `依頼が ${open} 件待っていて、いちばん古いものは ${span(oldestSeconds)} 前です。`));
  if (undelivered) findings.push(warn(part, `${undelivered} results find no room on its queue: it does not fetch them.`, `結果 ${undelivered} 件がキューに入りきりません。相手が受け取っていません。`));
  if (eventsBehind > EVENTS_BEHIND) findings.push(warn(part, `its subscription lags by ${eventsBehind} events.`, `購読が ${eventsBehind} 件遅れています。`));
  if (letters) findings.push(warn(part, `${letters} of its messages could not be taken; see the operator’s page.`, `受け取れなかったメッセージが ${letters} 件あります。運営ページをご覧ください。`));
  return findings.length ? findings : [ok(part, 'served', '問題ありません')];
}

export function judgeWebhooks({ running, failing, stopped, waiting }: OperationsView['webhooks']): Finding {
  if (stopped) return warn('webhooks', `${stopped} stopped after failing; their organisers can resume them. ${waiting} events wait.`, `失敗が続いて止まった送り先が ${stopped} 件あります。主催者が再開できます。待っている通知は ${waiting} 件です。`);
  if (failing) return warn('webhooks', `${failing} of ${running} are failing and are tried again; ${waiting} events wait.`, `${running} 件中 ${failing} 件の送り先が失敗し、送り直しています。待っている通知は ${waiting} 件です。`);
  return ok('webhooks', running ? `${running} running` : 'none', running ? `${running} 件が動いています` : 'ありません');
}

/** The endpoint that reads introductions, and how many wait for it. */
export function judgeEndpoint(endpoint: EndpointState | null, waiting: number): Finding {
  if (!endpoint) return ok('embeddings', 'no endpoint is named (EMBEDDINGS_URL)', '接続先はありません（EMBEDDINGS_URL）');
  const { host, model, downSince, problem } = endpoint;
  if (downSince) return warn('embeddings', `${host} does not answer for ${model}: ${problem}. ${waiting} introductions wait; matching goes on without it.`, `${host}（${model}）が答えません：${problem}。自己紹介 ${waiting} 件が待っています。マッチングはそのまま動いています。`);
  return ok('embeddings', `${host} answers for ${model}; ${waiting} introductions wait`, `${host}（${model}）が答えています。待っている自己紹介は ${waiting} 件です`);
}
