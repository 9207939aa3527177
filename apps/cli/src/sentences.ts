/** A sentence in Japanese and in English. */
export type Pair = readonly [ja: string, en: string];

/** Everything that the command line alone refuses or notes: what is wrong and what to do. What the services refuse too stands in libs/contracts. */
export const SENTENCES = {
  'command.missing': (): Pair => ['コマンドを指定してください。', 'Name a command.'],
  'command.unknown': ({ name }: { name: string }): Pair => [`「${name}」というコマンドはありません。使い方にあるものから選んでください。`, `There is no command "${name}": choose one that the usage names.`],
  'command.failed': ({ reason }: { reason: string }): Pair => [`思わぬ不具合で終わりました（${reason}）。tsunagu doctor で様子を確かめてください。`, `An unexpected fault ended this (${reason}): see what tsunagu doctor finds.`],
  'arguments.wrong': (): Pair => ['引数が足りないか、多すぎます。使い方のとおりに指定してください。', 'Arguments are missing or too many: give them as the usage says.'],
  'argument.unexpected': ({ word }: { word: string }): Pair => [`「${word}」は受け取れません。取り除いてください。`, `"${word}" is not taken: leave it out.`],
  'option.unknown': (): Pair => ['この指定はありません。使い方を確かめてください。', 'There is no such option: see the usage.'],
  'option.without_value': (): Pair => ['値がありません。続けて書いてください。', 'Its value is missing: write it behind.'],
  'option.takes_no_value': (): Pair => ['値は付けられません。取り除いてください。', 'It takes no value: leave the value out.'],
  'option.invalid': ({ expected: [ja, en], got }: { expected: Pair; got: string }): Pair => [`${ja}にしてください（今は「${got}」）。`, `Expected ${en}, got "${got}".`],
  'option.excluded': ({ other }: { other: string }): Pair => [`${other} と一緒には使えません。どちらかにしてください。`, `It excludes ${other}: give one of the two.`],
  'option.alone': ({ other }: { other: string }): Pair => [`${other} と一緒に指定してください。`, `It needs ${other} beside it.`],
  'option.empty_participant': (): Pair => ['空です。何も消していません。参加者の ID を書いてください。', 'It is empty; nothing is erased. Give the id of a participant.'],
  'settings.invalid': ({ faults }: { faults: readonly { ja: string; en: string }[] }): Pair => [
    `設定の値が正しくありません。.env か環境変数を直してください。${faults.map(({ ja }) => ja).join('')}`, `A setting is wrong: correct .env or the environment. ${faults.map(({ en }) => en).join(' ')}`,
  ],
  'file.unreadable': ({ reason }: { reason: string }): Pair => [`読み込めません（${reason}）。名前と権限を確かめてください。`, `It cannot be read (${reason}): check its name and permissions.`],
  'output.unwritable': ({ reason }: { reason: string }): Pair => [`結果を書き出せません（${reason}）。ディスクの空きと権限を確かめてください。`, `The results cannot be written (${reason}): check free space and permissions.`],
  'file.not_utf8': (): Pair => ['UTF-8 ではありません。UTF-8 で保存し直してください。', 'It is not UTF-8: save it as UTF-8.'],
  'json.broken': ({ reason }: { reason: string }): Pair => [`JSON として読めません（${reason}）。この行を直してください。`, `It is not JSON (${reason}): correct this line.`],
  'introduction.id': (): Pair => ['空でない文字か、15桁までの整数にしてください。', 'Expected a string that is not empty, or a whole number of at most 15 digits.'],
  'introduction.text': (): Pair => ['文字にしてください。', 'Expected a string.'],
  'table.no_headings': (): Pair => ['見出しがありません。1行目に列の名前を書いてください。', 'There are no headings: name the columns in the first row.'],
  'table.no_people': (): Pair => ['だれのことか分かりません。「番号」か「名前」の列を作ってください。', 'It does not say who is meant: make a column "id" or "name".'],
  'table.heading_missing': ({ column }: { column: number }): Pair => [`${column}列目に見出しがありません。名前を付けてください。`, `Column ${column} has no heading: name it.`],
  'table.heading_twice': ({ name }: { name: string }): Pair => [`「${name}」の列が二つあります。一つにしてください。`, `Two columns mean "${name}": keep one.`],
  'table.columns': ({ headings, got }: { headings: number; got: number }): Pair => [`列は${headings}個のはずですが、${got}個あります。区切りと引用符を確かめてください。`, `Expected ${headings} columns, got ${got}: check separators and quotes.`],
  'table.name_twice': ({ name }: { name: string }): Pair => [`「${name}」という名前の行が二つあります。「番号」の列を作り、人ごとに違う番号を書いてください。`, `Two rows have the name "${name}": make a column "id" with a number of its own for each person.`],
  'table.cell_missing': (): Pair => ['空です。この人の分を書いてください。', 'It is empty: fill it in for this person.'],
  'fields.unread': ({ fields, known }: { fields: readonly string[]; known: readonly string[] }): Pair => [`${fields.map((field) => `「${field}」`).join('')}は読みません。読むのは ${known.join('、')} です。つづりを確かめてください。`, `Not read: ${fields.join(', ')}. What is read is ${known.join(', ')}: check the spelling.`],
  'profiles.without_concepts': (): Pair => ['1行にひとつの JSON です。読み取り済みの人（プロフィール）なら、--concepts CONCEPTS.json を付けてください。', 'These are lines of JSON: for profiles of people who are understood already, add --concepts CONCEPTS.json.'],
  'teams.size_meant': ({ typed, min, max }: { typed: number; min: number; max: number }): Pair => [`--size ${typed} は${typed}人を目安に${min}〜${max}人のことです。ちょうど${typed}人なら --size ${typed}-${typed} にしてください。`, `--size ${typed} means ${min} to ${max}, aiming at ${typed}; for exactly ${typed} give --size ${typed}-${typed}.`],
  'concepts.unknown': ({ concept }: { concept: string }): Pair => [`「${concept}」という概念はありません。concepts に足すか、つづりを直してください。`, `"${concept}" is no concept: add it to concepts, or correct the spelling.`],
  'grouping.sizes': (): Pair => ['「n m ss|ds」に続けて、m 個の組それぞれの最小と最大の人数を書いてください。', 'Expected "n m ss|ds" and a smallest and largest size for each of the m groups.'],
  'grouping.too_large': ({ most, got }: { most: number; got: number }): Pair => [`要素は${most}個までです（今は${got}個）。分けてください。`, `At most ${most} elements, got ${got}: divide them.`],
  'grouping.impossible': ({ elements }: { elements: number }): Pair => [`この人数の組には${elements}個の要素を分けられません。組の最小と最大を直してください。`, `Groups of these sizes cannot hold ${elements} elements: correct the sizes.`],
  'grouping.pair': ({ last }: { last: number }): Pair => [`「i j 値」と書いてください。i と j は 0 から ${last} までの違う要素、値は数です。`, `Expected "i j value" with two different elements from 0 to ${last} and a number.`],
  'vectors.invalid': ({ reason: [ja, en] }: { reason: Pair }): Pair => [`単語ベクトルとして読めません（${ja}）。word2vec のテキスト形式のファイルを指定してください。`, `These are no word vectors (${en}): give a file in word2vec text format.`],
  'vectors.none_known': ({ words }: { words: number }): Pair => [`ベクトルは候補に影響していません：自己紹介から読み取った${words}個の言葉のうち、ファイルにあるものは0個でした。参加者の言葉で書かれたファイルを指定してください。`, `The vectors change nothing: of ${words} words read from the introductions, the file knows 0. Give a file in the language of the participants.`],
  'vectors.unavailable': ({ reason: [ja, en] }: { reason: Pair }): Pair => [`ベクトルなしで候補を選びました（${ja}）。送り先とモデルを確かめてください。`, `Candidates are found without vectors (${en}): check address and model.`],
  'introductions.sent': ({ count, to, model }: { count: number; to: string; model: string }): Pair => [`${count}人の自己紹介を ${to} に送りました（${model} のベクトルのため）。`, `${count} introductions were sent to ${to} for vectors of ${model}.`],
  'event.texts_stay': (): Pair => ['自己紹介を外のサービスに送る指定です。同意の文面にそう書いたイベントだけで使い、event.texts_may_leave を true にしてください。', 'This sends introductions to another service: it is for events whose consent text says so; set event.texts_may_leave to true there.'],
  'event.unknown': ({ id }: { id: string }): Pair => [`イベント ${id} はありません。管理画面のアドレスにある ID を指定してください。`, `There is no event ${id}: give the id that stands in the console's address.`],
  'participant.unknown': ({ id }: { id: string }): Pair => [`このイベントに参加者 ${id} はいません。tsunagu export で ID を確かめてください。`, `There is no participant ${id} in this event: tsunagu export shows the ids.`],
  'dead_letter.unknown': ({ id }: { id: string }): Pair => [`依頼 ${id} はありません。tsunagu dead-letters で ID を確かめてください。`, `There is no dead letter ${id}: tsunagu dead-letters shows the ids.`],
  'door.no_createrole': ({ user }: { user: string }): Pair => [`データベースのユーザー「${user}」は、サービスのユーザーを作れません。管理者として ALTER ROLE "${user}" CREATEROLE; を実行するか、REDIS_URL を設定してから、もう一度お試しください。`, `The database user "${user}" may not make the user of a service: as an administrator run ALTER ROLE "${user}" CREATEROLE; or set REDIS_URL, and try again.`],
  'service_key.unknown': ({ id }: { id: string }): Pair => [`有効なAPIキー ${id} はありません。tsunagu service-keys で ID を確かめてください。`, `There is no key ${id} that still works: tsunagu service-keys shows the ids.`],
} as const;

type Sentences = typeof SENTENCES;
type CommandProblemCode = keyof Sentences;

/** What is wrong, as everything that is refused says it: a code that stays, and a sentence in each language. */
export interface Refusal { code: string; ja: string; en: string }

/** A refusal of the command line, its sentences filled in. */
export function refusal<C extends CommandProblemCode>(code: C, ...values: Parameters<Sentences[C]>): Refusal {
  const [ja, en] = (SENTENCES[code] as (...values: unknown[]) => Pair)(...values);
  return { code, ja, en };
}
