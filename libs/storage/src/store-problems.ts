/** What the sentence of a store's problem names: the data folder, the server's host and port, what it said. */
export interface StoreDetails { folder?: string; address?: string; reason?: string }
type Sentence = (details: StoreDetails) => { ja: string; en: string };

/** Why a store cannot be used, as whoever starts the product or gives a command reads it: what it is and what to do. */
export const STORE_PROBLEMS = {
  'database.folder_not_writable': ({ folder }) => ({
    ja: `データフォルダー ${folder} に書き込めません。DATA_DIR に書き込めるフォルダーを指定してください。`,
    en: `The data folder ${folder} cannot be written: set DATA_DIR to a folder that can.` }),
  'database.folder_of_other_user': ({ folder }) => ({
    ja: `データフォルダー ${folder} は別の利用者のものです。同じ利用者で起動するか、DATA_DIR に別のフォルダーを指定してください。`,
    en: `The data folder ${folder} belongs to another user: start as that user, or set DATA_DIR to another folder.` }),
  'database.none_here': ({ folder }) => ({
    ja: `データフォルダー ${folder} にデータベースがありません。動いているつなぐと同じ DATA_DIR か DATABASE_URL を指定してください。`,
    en: `There is no database in the data folder ${folder}: set DATA_DIR or DATABASE_URL as for the product that runs.` }),
  'database.no_binaries': () => ({
    ja: 'このコンピューター用の PostgreSQL がありません。DATABASE_URL に PostgreSQL の接続先を指定してください。',
    en: 'There is no embedded PostgreSQL for this machine: set DATABASE_URL to a PostgreSQL server.' }),
  'database.no_user_to_run_as': () => ({
    ja: 'PostgreSQL は root では動かず、postgres も nobody も見つかりません。root 以外の利用者で起動してください。',
    en: 'PostgreSQL does not run as root, and there is no user "postgres" or "nobody": start as another user.' }),
  'database.did_not_start': ({ reason }) => ({
    ja: `データベースが起動しませんでした（${reason}）。ディスクの空きを確かめるか、DATABASE_URL に PostgreSQL の接続先を指定してください。`,
    en: `The database did not start (${reason}): see that the disk has room, or set DATABASE_URL to a PostgreSQL server.` }),
  'database.unreachable': ({ address, reason }) => ({
    ja: `DATABASE_URL のデータベース ${address} に接続できません（${reason}）。動いているか、接続先とパスワードが正しいかを確かめてください。`,
    en: `The database of DATABASE_URL, ${address}, cannot be reached (${reason}): see that it runs, and that address and password are right.` }),
  'database.not_migrated': () => ({
    ja: 'データベースの表がないか、古いものです。tsunagu migrate を実行してください。',
    en: 'The tables are missing or old: run tsunagu migrate.' }),
  'database.migrating': () => ({
    ja: '別のプロセスがデータベースの表を更新しているか、ロックしたままです。終わるのを待って、もう一度実行してください。相手は PostgreSQL の pg_locks で分かります。',
    en: 'Another process is still bringing the tables up to date, or keeps them locked: wait for it and try again. PostgreSQL tells in pg_locks which one it is.' }),
  'redis.unreachable': ({ address, reason }) => ({
    ja: `REDIS_URL の Redis ${address} に接続できません（${reason}）。動いているか、接続先とパスワードが正しいかを確かめてください。`,
    en: `The Redis of REDIS_URL, ${address}, cannot be reached (${reason}): see that it runs, and that address and password are right.` }),
  'redis.other': ({ address }) => ({
    ja: `REDIS_URL の ${address} で動いているのは Redis ではありません。接続先とポートを確かめてください。`,
    en: `What answers at ${address}, the address of REDIS_URL, is no Redis: see that address and port are right.` }),
} as const satisfies Record<string, Sentence>;

export type StoreProblemCode = keyof typeof STORE_PROBLEMS;

/** Nothing answers there, or something that does not speak as Redis does, by what the driver says. */
export const redisProblem = (reason: string): StoreProblemCode => (/RESP type|Protocol error/i.test(reason) ? 'redis.other' : 'redis.unreachable');

/** Host and port of a server; its whole address may hold a password. */
export const addressOf = (url: string): string => new URL(url).host;

/** What a failed connection says: of several attempts the first one's words. */
export function reasonOf(error: unknown): string {
  const { message, code, errors } = error as { message?: string; code?: string; errors?: Error[] };
  return message || code || errors?.[0]?.message || String(error);
}
