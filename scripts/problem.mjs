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
  wrong_settings: ({ faults }) => [
    ['設定の値が正しくありません。', ...faults.map(({ ja }) => ja)].join('\n'),
    ['A setting has a wrong value.', ...faults.map(({ en }) => en)].join('\n')],
  port_in_use: ({ name, port, next }) => [
    `ポート ${port} はほかのプログラムが使っています。${name}=${next} のように別の番号を指定してください。`,
    `Port ${port} is in use by another program: choose another one, for example ${name}=${next}.`],
  port_forbidden: ({ name, port }) => [
    `ポート ${port} を使う権限がありません。${name} に 1024 以上の番号を指定してください。`,
    `This user may not open port ${port}: set ${name} to a number from 1024 on.`],
  address_unknown: ({ name, host }) => [
    `${name}=${host} はこのコンピューターのアドレスではありません。`,
    `${name}=${host} is not an address of this machine.`],
  store_unusable: ({ ja, en }) => [ja, en],
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
