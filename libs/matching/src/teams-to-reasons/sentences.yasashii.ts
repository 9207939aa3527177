import type { Reason, ReasonSide } from './explain-pair.js';
import { shorten, shortenScene } from './shorten.js';

const scene = (side: ReasonSide | undefined): string => `「${shortenScene(side?.label ?? '')}」`;
const words = (side: ReasonSide | undefined): string => `「${shorten(side?.label ?? '')}」`;

const sectors = new Map(Object.entries({ public: '市役所など', company: '会社', npo: 'NPO', citizen: 'まち', academia: '大学', student: '学校' }));
const sharings = { open: 'だれでも つかって いい', negotiable: '話して きめる', closed: '外に 出せない' };

/** What this person can do, as the end of a sentence. What is only likely is said to be so. */
function gives(side: ReasonSide | undefined): string {
  const said = words(side);
  if (side?.implied) return `「${side.implied}」の 人です。${said}で 力に なれるかも しれません`;
  if (side?.mentioned) return `${said}の ことを 書きました`;
  if (side?.kind === 'interest') return `${said}に きょうみが あります`;
  if (side?.everyday) return `${said}で 力に なれるかも しれません`;
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
    case undefined: return `${said}で 力に なれます`;
    default: return said;
  }
}

function wants(side: ReasonSide | undefined): string {
  if (side?.implied) return `たぶん ${words(side)}を さがしています`;
  if (side?.everyday === 'people') return `${words(side)}と 会いたいです`;
  // it may be a thing, or a trouble
  if (side?.everyday) return `${words(side)}の ことで 手つだいが ほしいです`;
  if (side?.kind === 'interest') return `${words(side)}に きょうみが あります`;
  return side?.problem ? `${words(side)}で こまっています` : `${words(side)}を さがしています`;
}

/** What the reader can do for the other one's wish. */
function helps(mine: ReasonSide | undefined): string {
  if (mine?.mentioned) return `あなたも ${words(mine)}の ことを 書きました`;
  if (mine?.kind === 'interest') return `あなたは ${words(mine)}に きょうみが あります`;
  return mine?.implied || mine?.everyday ? `あなたは ${words(mine)}で 力に なれるかも しれません` : `あなたの ${words(mine)}が 役に 立ちます`;
}

function together(mine: ReasonSide | undefined, theirs: ReasonSide | undefined): string {
  const said = `「${shorten(theirs?.name ?? theirs?.label ?? '')}」`;
  if (mine?.kind !== theirs?.kind || mine?.mentioned || (mine?.everyday === 'thing' && mine.kind === 'seeking')) return `ふたりとも ${said}の ことを 書きました`;
  if (mine?.kind === 'skill') return `ふたりとも ${said}が できます`;
  return mine?.kind === 'seeking' ? `ふたりとも ${said}を さがしています` : `ふたりとも ${said}に きょうみが あります`;
}

/** The reason in やさしい日本語: short sentences, everyday words, spaces between phrases. */
export function sentenceYasashii({ type, mine, theirs }: Reason): string {
  switch (type) {
    case 'need_met':
    case 'learn_from': return `あなたは ${wants(mine)}。この人は ${gives(theirs)}。`;
    case 'can_help':
    case 'share_with': return `この人は ${wants(theirs)}。${helps(mine)}。`;
    case 'data': return `あなたは ${wants(mine)}。この人は データ「${shorten(theirs?.jacket?.title ?? '')}」を もっています。${sharings[theirs?.jacket?.sharing ?? 'closed']} データです。`;
    case 'data_wanted': return `この人は ${wants(theirs)}。あなたの データ「${shorten(mine?.jacket?.title ?? '')}」が 役に 立ちます。`;
    case 'shared': return `${together(mine, theirs)}。`;
    case 'scenes': return `あなたは ${scene(mine)}と 書きました。この人は ${scene(theirs)}と 書いています。ふたりの 話は つながるかも しれません。`;
    case 'related': return `あなたの ${words(mine)}と この人の ${words(theirs)}は にています。`;
    case 'words': return `ふたりとも 「${shorten(theirs?.label ?? '')}」の ことを 書きました。`;
    case 'aspect': return `ふたりとも 「${theirs?.label}」の 話を しています。`;
    case 'sector': return `ひとりは ${sectors.get(mine?.label ?? '') ?? mine?.label}の 人、ひとりは ${sectors.get(theirs?.label ?? '') ?? theirs?.label}の 人です。`;
    case 'new': return 'この人は 来たばかりです。まだ タグが ありません。「こんにちは」と 言って みませんか。';
    case 'open': return theirs ? `この人は ${words(theirs)}の 話が できます。話して みませんか。` : 'まだ 同じところは わかりません。話して みませんか。';
    default: return type satisfies never;
  }
}
