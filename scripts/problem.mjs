// What can keep the product from starting: a code, and one sentence in each language.
const SENTENCES = {
  node_too_old: ({ found, needed }) => [
    `Node.js ${needed} 以上が必要です（今は ${found}）。https://nodejs.org から新しいものを入れてください。`,
    `Node.js ${needed} or newer is needed (this is ${found}): install it from https://nodejs.org.`],
  packages_failed: ({ reason }) => [
    `npm パッケージを入れられませんでした（${reason}）。ネットワークを確かめて、もう一度実行してください。`,
    `The npm packages could not be installed (${reason}): check the network and run the command again.`],
  build_failed: ({ part, reason }) => [
    `${part} のビルドに失敗しました。\n${reason}`,
    `Building ${part} failed; the compiler's words stand above.`],
  wrong_settings: ({ reason }) => [
    `設定の値が正しくありません。\n${reason}`,
    'A setting has a wrong value; it is named above.'],
  port_in_use: ({ name, port, next }) => [
    `ポート ${port} はほかのプログラムが使っています。${name}=${next} のように別の番号を指定してください。`,
    `Port ${port} is in use by another program: choose another one, for example ${name}=${next}.`],
  port_forbidden: ({ name, port }) => [
    `ポート ${port} を使う権限がありません。${name} に 1024 以上の番号を指定してください。`,
    `This user may not open port ${port}: set ${name} to a number from 1024 on.`],
  address_unknown: ({ name, host }) => [
    `${name}=${host} はこのコンピューターのアドレスではありません。`,
    `${name}=${host} is not an address of this machine.`],
  'database.folder_not_writable': ({ folder }) => [
    `データフォルダー ${folder} に書き込めません。DATA_DIR に書き込めるフォルダーを指定してください。`,
    `The data folder ${folder} cannot be written: set DATA_DIR to a folder that can.`],
  'database.folder_of_other_user': ({ folder }) => [
    `データフォルダー ${folder} は別の利用者のものです。同じ利用者で起動するか、DATA_DIR に別のフォルダーを指定してください。`,
    `The data folder ${folder} belongs to another user: start as that user, or set DATA_DIR to another folder.`],
  'database.no_binaries': () => [
    'このコンピューター用の PostgreSQL がありません。DATABASE_URL に PostgreSQL の接続先を指定してください。',
    'There is no embedded PostgreSQL for this machine: set DATABASE_URL to a PostgreSQL server.'],
  'database.no_user_to_run_as': () => [
    'PostgreSQL は root では動かず、postgres も nobody も見つかりません。root 以外の利用者で起動してください。',
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody": start as another user.'],
  'database.did_not_start': ({ reason }) => [
    `データベースが起動しませんでした（${reason}）。`,
    `The database did not start (${reason}).`],
  database_unreachable: ({ address, reason }) => [
    `DATABASE_URL のデータベース ${address} に接続できません（${reason}）。`,
    `The database of DATABASE_URL, ${address}, cannot be reached (${reason}).`],
  redis_unreachable: ({ address, reason }) => [
    `REDIS_URL の Redis ${address} に接続できません（${reason}）。`,
    `The Redis of REDIS_URL, ${address}, cannot be reached (${reason}).`],
  migration_failed: ({ reason }) => [
    `データベースの表を更新できませんでした（${reason}）。`,
    `The tables could not be brought up to date (${reason}).`],
  seed_failed: ({ reason }) => [
    `デモのイベントを作れませんでした（${reason}）。`,
    `The demo event could not be made (${reason}).`],
  service_does_not_start: ({ name }) => [
    `${name} サービスが起動しません。理由は上の行にあります。`,
    `The ${name} service does not start; its reason stands above.`],
  test_tools_missing: ({ what, command }) => [
    `テストには ${what} が必要です。次のコマンドで入れてください: ${command}`,
    `The tests need ${what}: install with ${command}`],
};

/** Something the person at the keyboard can cure. Its message holds the sentence in Japanese and in English. */
export class Problem extends Error {
  constructor(code, details = {}) {
    super(SENTENCES[code](details).join('\n'));
    this.code = code;
  }
}
