import { PHONE_PROBLEMS } from './phone-problems.js';
import { fill, type ProblemValues } from './fill.js';
import { TABLE_PROBLEMS } from './table-problems.js';
import { TEXT_PROBLEMS } from './text-problems.js';

/** HTTP status and sentences. */
type Wording = readonly [status: number, ja: string, en: string, yasashii?: string];

/**
 * Every refusal the product can give: its code, HTTP status and the sentence a person reads, in Japanese and English; also in
 * やさしい日本語 where a phone can meet it.
 * `{name}` in a sentence is filled from the problem's `values`.
 */
export const PROBLEMS = {
  ...TEXT_PROBLEMS,
  ...PHONE_PROBLEMS,
  ...TABLE_PROBLEMS,

  'access.not_signed_in': [401, 'ログインが必要です。', 'Please sign in.'],
  'access.wrong_password': [401, 'ログイン名かパスワードが違います。', 'The login name or the password is wrong.'],
  'access.role': [403, 'この操作はあなたの役割ではできません。主催者に頼んでください。', 'Your role does not allow this. Please ask an organiser.'],
  'member.login': [422, 'ログイン名は半角の英数字と . _ - @ で、2〜61文字にしてください。', 'A login name has 2 to 61 letters, digits or . _ - @.'],
  'member.last_owner': [409, '責任者がいなくなってしまうため、変更できません。先に別の人を責任者にしてください。', 'The event would have no owner. Make somebody else an owner first.'],
  'member.too_many': [409, '担当者は{limit}人までです。', 'An event can have {limit} organisers at most.'],
  'event.held_later': [409, '参加した人が同意したときより、情報の削除が遅くなります。開催日をあとにするには、情報を残す日数を同じだけ短くしてください。', 'The data would be erased later than people have agreed to. To hold the event on a later day, keep the data for as many days less.'],
  'event.retention_raised': [409, '参加した人は{days}日後の削除に同意しています。それより長くはできません。', 'People have agreed to erasure after {days} days. It cannot be made longer.'],
  'event.no_endpoint': [409, '自己紹介を読ませるサービスが用意されていません。運営の担当者にお尋ねください。', 'There is no service to read introductions. Please ask the operator.'],
  'words.other_spelling': [409, '「{word}」は、すでに「{of}」の書き方のひとつです。分けるには、先に「{of}」を外してください。', '“{word}” is already a spelling of “{of}”. To have it by itself, remove “{of}” first.'],
  'words.too_many_spellings': [409, '「{word}」の別の書き方は{limit}個までです。', 'There can be {limit} other spellings of “{word}”.'],
  'words.too_many': [409, '言葉は{limit}個までです。', 'An event can have {limit} words of its own.'],
  'access.wrong_key': [401, 'APIキーがないか、正しくないか、取り消されています。', 'The API key is missing, wrong or revoked.'],

  'edit.outdated': [412, 'If-Match の版が古くなっています。読み直してからお試しください。', 'The version in If-Match is no longer the present one. Read it again and retry.'],
  'event.close_first': [409, '先にイベントを終了してください。', 'End the event first.'],
  'event.open_first': [409, 'イベントを開いてから行ってください。', 'Open the event first.'],
  'event.consent_in_japanese_first': [422, '用意された文面は三つの言葉でそろっています。英語ややさしい日本語で書くときは、日本語の文面も書いてください。', 'The prepared text is there in all languages. Write your own in Japanese as well before you write it in another one.'],
  'event.day_missing': [422, '開催日を選んでください。', 'Choose the day of the event.'],
  'event.size_range': [422, 'チームの人数は最小が最大以下になるようにしてください。', 'The smallest team size must not exceed the largest.'],
  'teams.nobody_here': [409, 'まだ誰もチェックインしていません。会場にいる人をチェックインしてください。', 'Nobody is checked in yet. Check in the people who are here.'],
  'teams.still_forming': [409, 'チームを作っている途中です。終わるまでお待ちください。', 'Teams are still being formed. Please wait until it is done.'],
  'teams.no_draft': [409, 'チーム案がまだありません。', 'There is no draft yet.'],
  'teams.nothing_to_undo': [409, '元に戻せる操作がありません。', 'There is nothing to undo.'],
  'teams.nothing_to_redo': [409, 'やり直せる操作がありません。', 'There is nothing to redo.'],
  'teams.team_locked': [409, 'このチームはロックされています。', 'This team is locked.'],
  'teams.nothing_to_swap': [409, '同じチームの人どうし、席のない人どうしは入れ替えられません。', 'People of one team, or without a seat, have nothing to swap.'],
  'teams.other_draft': [409, 'この案はもう選べません。新しい内容を表示しています。', 'This proposal can no longer be chosen. The fresh state is shown.'],
  'teams.overtaken': [409, 'そのあとほかの人が動かしたため、元に戻せません。', 'Somebody else has moved them since, so this cannot be taken back.'],
  'teams.published_changed': [409, 'そのあいだにチームが変わりました。新しい内容で、もう一度お試しください。', 'The teams have changed meanwhile. Try again with the fresh state.'],
  'teams.kept_apart': [409, '確かめてください。{ja}', 'Please check. {en}'],
  'teams.rules_invalid': [422, '条件の書き方に誤りがあります：{ja}', 'The rules are not valid: {en}'],
  'teams.failed': [500, 'チームを作れませんでした。もう一度お試しください。', 'Teams could not be formed. Please try again.'],
  'merge.same': [422, '同じ人どうしはまとめられません。', 'A person cannot be merged with themselves.'],
  'service.unknown': [422, 'この名前のサービスは設定（SERVICES）にありません。足してから、起動し直してください。', 'There is no service of this name in the settings (SERVICES): add it there and start the product with it.'],
  'webhook.url_invalid': [422, 'https:// で始まる正しい送り先を入力してください（運営者が許した内部の送り先だけは http:// も使えます）。', 'Give a valid address that begins with https:// (http:// only for inside addresses that the operator allows).'],
  'webhook.address_refused': [422, 'この送り先は内部のネットワークにあるため使えません。必要なら運営者が WEBHOOK_ALLOW で許可できます。', 'This address lies inside a private network and is not called. The operator can allow it by WEBHOOK_ALLOW.'],
  'webhook.too_many': [422, '送り先は1つのイベントに{limit}件までです。', 'At most {limit} receivers for one event.'],
  'match.expired': [410, '締め切りを過ぎたため、結果はありません。', 'The deadline has passed; there is no result.'],
  'match.withdrawn': [410, '取り下げられたため、結果はありません。', 'The request was withdrawn; there is no result.'],
  'match.unknown_version': [422, 'この版の契約には対応していません：{version}', 'This contract version is not supported: {version}'],
  'match.malformed': [400, '読み取れませんでした。JSONのオブジェクト（{ … }）を一つ、UTF-8で送ってください。', 'This could not be read. Send one JSON object ({ … }) in UTF-8.'],
  'match.unknown_pattern': [422, 'この種類の依頼は知りません：{pattern}', 'Unknown pattern: {pattern}'],
  'match.other_queue': [422, '{pattern} はキュー {queue} に送ってください。', 'Send {pattern} to the queue {queue}.'],
  'match.person_twice': [422, '同じ人が二度出てきます：{id}', 'This person stands there twice: {id}'],
  'match.person_unknown': [422, 'この id の人はいません：{id}', 'Nobody has this id: {id}'],
  'match.text_twice': [422, '同じ id の文章が二つあります：{id}', 'Two texts have this id: {id}'],
  'match.id_form': [422, 'id は1文字以上100文字まで、半角の英数字と . _ - で書いてください。', 'An id has 1 to 100 letters, digits, ., _ or -.'],
  'match.reply_to_form': [422, 'replyTo は results か results.<名前> です（名前は半角の英数字と _ - で64文字まで）。', 'replyTo is results or results.<name>, the name of 1 to 64 letters, digits, _ or -.'],
  'match.one_subject': [422, 'eventId か people のどちらか一つを書いてください。', 'Give either eventId or people.'],
  'match.no_plan': [422, 'people を書くときは、いまのチーム（plan）も書いてください。', 'Where people are given, give their plan as well.'],
  'match.two_sizes': [422, '人数は size か rules.size のどちらか一つに書いてください。', 'Give the sizes of teams in size or in rules.size, not in both.'],
  'match.not_allowed': [403, 'このイベントの利用は許可されていません。', 'This event does not allow your service.'],
  'match.erased': [410, 'この結果に含まれていた人がデータを消したため、結果はもうありません。新しい id で依頼してください。', 'Somebody in this result has erased their data, so it is gone. Ask again with a new id.'],
  'match.id_reused': [422, 'この id は別の内容の依頼に使われています。新しい id で送ってください。', 'This id was used for a request with other content. Send a new id.'],
  'match.unread_results': [429, '受け取られていない結果が{count}件あるため、新しい依頼を受け付けていません。結果を受け取ってから、新しい id で送ってください。', '{count} results have not been fetched, so no new requests are taken. Fetch them, then send the request with a new id.'],
} as const satisfies Record<string, Wording>;

export type ProblemCode = keyof typeof PROBLEMS;
export interface FieldProblem { field: string; code: ProblemCode; ja: string; en: string; yasashii?: string }

/** RFC 9457 body of a refusal, with its sentences and the fields that caused it. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  ja: string;
  en: string;
  /** where a phone can meet it */
  yasashii?: string;
  errors?: FieldProblem[];
  /** the present state, where an edit lost a race */
  current?: unknown;
}

function sentencesOf(code: ProblemCode, values: ProblemValues): { ja: string; en: string; yasashii?: string } {
  const [, ja, en, yasashii]: Wording = PROBLEMS[code];
  return { ja: fill(ja, values), en: fill(en, values), ...(yasashii === undefined ? {} : { yasashii: fill(yasashii, values) }) };
}

/** One field's refusal with its sentences filled in. */
export function fieldProblem(field: string, code: ProblemCode, values: ProblemValues = {}): FieldProblem {
  return { field, code, ...sentencesOf(code, { field, ...values }) };
}

/** A coded refusal. Thrown by services and pure code alike; one table turns it into an HTTP, socket or message reply. */
export class Problem extends Error {
  readonly body: ProblemBody;
  /** what its sentences were filled with */
  readonly values: ProblemValues;

  constructor(readonly code: ProblemCode, options: { values?: ProblemValues; errors?: FieldProblem[]; current?: unknown; cause?: unknown } = {}) {
    const sentences = sentencesOf(code, options.values ?? {});
    super(sentences.en, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.values = options.values ?? {};
    this.body = {
      type: `urn:tsunagu:problem:${code}`,
      title: sentences.en,
      status: PROBLEMS[code][0],
      code,
      ...sentences,
      ...(options.errors ? { errors: options.errors } : {}),
      ...(options.current === undefined ? {} : { current: options.current }),
    };
  }
}

/** Is this the refusal with that code? Without a code: is it any coded refusal? */
export const isProblem = (error: unknown, code?: ProblemCode): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);
