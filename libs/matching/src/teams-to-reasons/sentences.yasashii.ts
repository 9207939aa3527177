import type { Reason, ReasonSide } from './explain-pair.js';
import { isPost } from './label-heads.js';
import { shorten, shortenScene } from './shorten.js';
import { areBothQuoted, askingInJapanese, isOnlyLikely, quoteInJapanese } from './told-by-quote.js';

const quoteOf = (side: ReasonSide | undefined): string | undefined => (side?.everyday ? quoteInJapanese(side) : undefined);
const words = (side: ReasonSide | undefined): string => `「${shorten(quoteOf(side) ?? side?.label ?? '')}」`;
const wrote = (side: ReasonSide | undefined): string => `「${shortenScene(quoteOf(side) ?? side?.label ?? '')}」と`;
const iWrote = (mine: ReasonSide | undefined): string => `あなたは ${wrote(mine)} 書きました。`;
const theyWrote = (theirs: ReasonSide | undefined): string => `この人は ${wrote(theirs)} 書いています。`;
const MAY_FIT = 'ふたりの 話は つながるかも しれません。';

const sectors = new Map(Object.entries({ public: '市役所など', company: '会社', npo: 'NPO', citizen: 'まち', academia: '大学', student: '学校' }));
const sharings = { open: 'だれでも つかって いい', negotiable: '話して きめる', closed: '外に 出せない' };

/** What this person can do, as the end of a sentence. What is only likely is said to be so. */
function gives(side: ReasonSide | undefined): string {
  const said = words(side);
  if (side?.implied) return `「${side.implied}」の 人です。${said}で 力に なれるかも しれません`;
  if (side?.mentioned) return side.everyday ? `${said}に ちかい 話を しています` : `${said}の ことを 書きました`;
  if (side?.kind === 'interest') return `${said}に きょうみが あります`;
  if (side?.everyday) return quoteOf(side) ? `${said}と 書いています。力に なれるかも しれません` : `${said}で 力に なれるかも しれません`;
  if (side?.occupation) return `${said}です`;
  switch (side?.role) {
    case 'place': return `${said}を かせるかも しれません`;
    case 'hands': return `${said}を 手つだえます`;
    case 'material': return `${said}を 出せます`;
    case 'vehicle': return `${said}を うごかせます`;
    case 'data': return `${said}の データを もっています`;
    case 'money': return `${said}で お金の 手つだいが できます`;
    case 'time': return `${said}の 時間が あります`;
    case 'contacts': return `${said}の 人を 知っています`;
    case 'audience': return `${said}に 話を つたえられます`;
    case 'knowledge':
    case undefined: return isPost(side?.label ?? '') ? `${said}です` : `${said}が とくいです`;
    default: return said;
  }
}

function wants(side: ReasonSide | undefined): string {
  if (side?.implied) return `たぶん ${words(side)}を さがしています`;
  if (side?.everyday === 'people') return `${words(side)}と 会いたいです`;
  const asking = askingInJapanese(side);
  if (asking) return `「${shorten(asking)}」と 書きました`;
  // it may be a thing, or a trouble
  if (side?.everyday) return `${words(side)}の ことで 手つだいが ほしいです`;
  if (side?.kind === 'interest') return `${words(side)}に きょうみが あります`;
  if (side?.wish) return `${words(side)}の 人を さがしています`;
  return side?.problem ? `${words(side)}で こまっています` : `${words(side)}を さがしています`;
}

/** What the reader can do for the other one's wish. */
function helps(mine: ReasonSide | undefined): string {
  if (mine?.mentioned) return mine.everyday ? `あなたも ${words(mine)}に ちかい 話を しています` : `あなたも ${words(mine)}の ことを 書きました`;
  if (mine?.kind === 'interest') return `あなたは ${words(mine)}に きょうみが あります`;
  return mine?.implied || (mine?.everyday && !quoteOf(mine)) ? `あなたは ${words(mine)}で 力に なれるかも しれません` : `あなたの ${words(mine)}が 役に 立つかも しれません`;
}

function together(mine: ReasonSide | undefined, theirs: ReasonSide | undefined): string {
  const said = `「${shorten(theirs?.name ?? theirs?.label ?? '')}」`;
  if (mine?.everyday) return mine.kind === 'skill' && theirs?.kind === 'skill' ? `ふたりとも ${said}で 力に なれるかも しれません` : `ふたりとも ${said}に ちかい 話を しています`;
  if (mine?.kind !== theirs?.kind || mine?.mentioned) return `ふたりとも ${said}の ことを 書きました`;
  if (mine?.kind === 'skill') return `ふたりとも ${said}が できます`;
  return mine?.kind === 'seeking' ? `ふたりとも ${said}を さがしています` : `ふたりとも ${said}に きょうみが あります`;
}

/** The reason in やさしい日本語: short sentences, everyday words, spaces between phrases. */
export function sentenceYasashii(reason: Reason): string {
  const { type, mine, theirs } = reason;
  const onlyLikely = isOnlyLikely(reason, quoteOf);
  switch (type) {
    case 'need_met':
    case 'learn_from': return onlyLikely ? `${iWrote(mine)}${theyWrote(theirs)}${MAY_FIT}` : `あなたは ${wants(mine)}。この人は ${gives(theirs)}。`;
    case 'can_help':
    case 'share_with': return onlyLikely ? `${theyWrote(theirs)}${iWrote(mine)}${MAY_FIT}` : `この人は ${wants(theirs)}。${helps(mine)}。`;
    case 'data': return `あなたは ${wants(mine)}。この人は データ「${shorten(theirs?.jacket?.title ?? '')}」を もっています。${sharings[theirs?.jacket?.sharing ?? 'closed']} データです。`;
    case 'data_wanted': return `この人は ${wants(theirs)}。あなたの データ「${shorten(mine?.jacket?.title ?? '')}」が 役に 立つかも しれません。`;
    case 'shared': return areBothQuoted(reason, quoteOf) ? `${iWrote(mine)}${theyWrote(theirs)}${MAY_FIT}` : `${together(mine, theirs)}。`;
    case 'scenes': return `${iWrote(mine)}${theyWrote(theirs)}${MAY_FIT}`;
    case 'related': return `あなたの ${words(mine)}と この人の ${words(theirs)}は にています。`;
    case 'words': return `ふたりとも 「${shorten(theirs?.label ?? '')}」の ことを 書きました。`;
    case 'aspect': return `ふたりとも 「${theirs?.label}」の 話を しています。`;
    case 'sector': return `ひとりは ${sectors.get(mine?.label ?? '') ?? mine?.label}の 人、ひとりは ${sectors.get(theirs?.label ?? '') ?? theirs?.label}の 人です。`;
    case 'new': return 'この人は 来たばかりです。まだ タグが ありません。「こんにちは」と 言って みませんか。';
    case 'open': return theirs ? `${quoteOf(theirs) ? theyWrote(theirs) : `この人は ${words(theirs)}の 話が できます。`}話して みませんか。` : 'まだ 同じところは わかりません。話して みませんか。';
    default: return type satisfies never;
  }
}
