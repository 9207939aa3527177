import type { Pair } from './sentences.js';

/** What a command is for, in one line, and what its usage does not say: what it reads, and what its options mean. */
interface Help { purpose: Pair; more?: readonly Pair[] }

const PLACE: Pair = ['ファイルを指定しないか「-」にすると、標準入力を読みます。', 'Without a file, or with "-", it reads standard input.'];
const EVENT: Pair = [
  'EVENT.json は {"event":{…},"participants":[{"id":"1","name":"…","intro":"…"}, …]} です（形は tsunagu schema event）。',
  'EVENT.json is {"event":{…},"participants":[{"id":"1","name":"…","intro":"…"}, …]} (its form: tsunagu schema event).',
];
const SEARCH: readonly Pair[] = [
  ['--seconds は探す秒数、--iterations は試す入れ替えの数です。--iterations と --seed が同じなら、答えも同じです。', '--seconds is how long to search, --iterations how many exchanges to try; the same --iterations and --seed give the same answer.'],
];
const LANG: Pair = ['--lang は理由を書く言葉です（yasashii は、やさしい日本語）。', '--lang is the language of the reasons (yasashii is plain Japanese).'];

/** In the order in which help lists them. */
export const COMMANDS_HELP = {
  tag: {
    purpose: ['自己紹介を読み、できること・興味・求めていることのタグにする', 'reads introductions and finds skills, interests and needs in them'],
    more: [
      ['1行にひとつの JSON を読みます：{"id":"a","text":"写真が好きです。"}', 'Reads one JSON object a line: {"id":"a","text":"写真が好きです。"}'], PLACE,
      ['--explain を付けると、それぞれのタグをどう見つけたかも書きます。', '--explain adds how each tag was found.'],
    ],
  },
  candidates: {
    purpose: ['参加者ごとに、話すとよい人を理由とともに選ぶ', 'finds for each participant whom to meet, and why'],
    more: [
      EVENT, PLACE, ['--top は一人あたりの人数、--share はひとりに集まる注目の上限です（設定 ATTENTION_SHARE と同じ）。', '--top is how many for each, --share how much attention one person may get (as the setting ATTENTION_SHARE).'],
      ['--vectors は単語ベクトルのファイル、--embeddings と --model は自己紹介を送るサービスです。--explain を付けると、点数の内訳も書きます。', '--vectors is a file of word vectors; --embeddings and --model name a service that introductions are sent to; --explain adds what a score is made of.'], LANG,
    ],
  },
  teams: {
    purpose: ['全員をチームに分け、理由を書く', 'puts everybody in a team, with reasons'],
    more: [
      EVENT, ['PEOPLE.csv は1行目が見出しの表です：番号、名前、所属、立場、言語、自己紹介、希望（テーマ）。「番号」か「名前」の列が必要です。ほかの列は、条件に使える属性になります。', 'PEOPLE.csv is a table with headings: id, name, affiliation, sector, languages, intro, choices (of themes). It needs a column id or name; other columns are attributes that rules can use.'], PLACE,
      ['--size は1チームの人数です。4 は4人を目安に3〜5人、3-5 は3〜5人、4-4 はちょうど4人です。', '--size is the size of a team: 4 means 3 to 5, aiming at 4; 3-5 means 3 to 5; 4-4 means exactly 4.'],
      ['--rules は条件のファイルです（形は tsunagu schema rules）。', '--rules is a file of rules (its form: tsunagu schema rules).'], ...SEARCH, LANG,
    ],
  },
  grouping: {
    purpose: ['ペアの値の表だけから組に分ける（MDGPLIB の形式）', 'divides elements into groups by a bare table of pair values (format of MDGPLIB)'],
    more: [['1行目は「n m ss|ds」に続けて各組の最小と最大の人数、2行目からは「i j 値」です。', 'The first line is "n m ss|ds" and the smallest and largest size of each group, the following ones are "i j value".'], PLACE, ...SEARCH],
  },
  schema: { purpose: ['入力の形（JSON Schema）を書く', 'prints the JSON Schema of an input'] },
  migrate: { purpose: ['データベースの表とキューを新しくする', 'brings the tables of the database and the queues up to date'] },
  seed: { purpose: ['デモのイベントを作り、開くアドレスを書く', 'makes the demo event and prints the paths to open'] },
  'create-organiser': {
    purpose: ['主催者のアカウントと、一度だけ使えるログインリンクを作る', "makes an organiser's account and a login link that works once"],
    more: [['--operator を付けると、運営のページも使えます。', '--operator lets it use the operator’s page as well.']],
  },
  export: { purpose: ['イベントの人、タグ、チームを書き出す（自己紹介は含みません）', "writes an event's people, tags and teams, without introductions"] },
  erase: { purpose: ['参加者ひとり、またはイベントの全員のデータを消す', 'erases one participant, or everybody of an event'] },
  door: { purpose: ['ほかのサービスの認証情報を作る、取り消す', 'makes or revokes the credentials of another service'] },
  'dead-letters': { purpose: ['受け取れなかったメッセージを見る、もう一度送る', 'shows messages that could not be taken, or sends them again'] },
  'service-keys': { purpose: ['ほかのサービスの APIキーを見る、作る、取り消す', 'lists, makes or revokes API keys of other services'] },
  doctor: { purpose: ['動いているもの、いないもの、その直し方を書く', 'tells what runs, what does not, and what to do about it'] },
} as const satisfies Record<string, Help>;

export type CommandName = keyof typeof COMMANDS_HELP;
export const isCommand = (name: string | undefined): name is CommandName => name !== undefined && Object.hasOwn(COMMANDS_HELP, name);

/** Every command with its purpose. */
export function helpOfAll(usage: string): string {
  const width = Math.max(...Object.keys(COMMANDS_HELP).map((name) => name.length));
  const lines = Object.entries<Help>(COMMANDS_HELP).map(([name, { purpose: [ja, en] }]) => `  ${name.padEnd(width)}  ${ja}\n  ${''.padEnd(width)}  ${en}`);
  return [usage, '', ...lines, '', 'tsunagu help COMMAND: くわしい使い方 / how to use one of them', 'tsunagu --version'].join('\n');
}

/** A command's usage and what it does not say. */
export function helpOf(name: CommandName, usage: string): string {
  const { purpose: [ja, en], more = [] }: Help = COMMANDS_HELP[name];
  return [usage, '', `${ja} / ${en}`, ...more.flatMap((pair) => ['', ...pair])].join('\n');
}
