import type { Reason, ReasonSide } from './explain-pair.js';
import { shorten } from './shorten.js';

const words = (side: ReasonSide | undefined): string => `「${shorten(side?.label ?? '')}」`;

const sectors: Record<string, string> = { public: '市役所など', company: '会社', npo: 'NPO', citizen: '町の人', academia: '大学', student: '学生' };

function wants(side: ReasonSide | undefined): string {
  if (side?.implied) return `たぶん ${words(side)}を さがしています`;
  if (side?.kind === 'interest') return `${words(side)}が好きです`;
  return side?.problem ? `${words(side)}で こまっています` : `${words(side)}を さがしています`;
}

function together(mine: ReasonSide | undefined, theirs: ReasonSide | undefined): string {
  const said = `「${shorten(theirs?.name ?? theirs?.label ?? '')}」`;
  if (mine?.kind === 'skill' && theirs?.kind === 'skill') return `ふたりとも ${said}が できます`;
  if (mine?.kind === 'seeking' && theirs?.kind === 'seeking') return `ふたりとも ${said}を さがしています`;
  return `ふたりとも ${said}の 話が できます`;
}

/** The reason in やさしい日本語: short sentences, everyday words, spaces between phrases. */
export function sentenceYasashii({ type, mine, theirs }: Reason): string {
  switch (type) {
    case 'need_met':
    case 'learn_from': return `あなたは ${wants(mine)}。この人は ${words(theirs)}${theirs?.mentioned ? 'の ことを 書きました' : theirs?.implied ? 'で 力に なれるかも しれません' : 'で 力に なれます'}。`;
    case 'can_help':
    case 'share_with': return `この人は ${wants(theirs)}。あなた${mine?.mentioned ? `も ${words(mine)}の ことを 書きました` : mine?.everyday ? `は ${words(mine)}で 力に なれます` : `の ${words(mine)}が 役に 立ちます`}。`;
    case 'data': return `あなたは ${wants(mine)}。この人は データ「${shorten(theirs?.jacket?.title ?? '')}」を もっています。`;
    case 'data_wanted': return `この人は ${wants(theirs)}。あなたの データ「${shorten(mine?.jacket?.title ?? '')}」が 役に 立ちます。`;
    case 'shared': return `${together(mine, theirs)}。`;
    case 'related': return `あなたの ${words(mine)}と この人の ${words(theirs)}は にています。`;
    case 'words': return `ふたりとも 「${shorten(theirs?.label ?? '')}」の ことを 書きました。`;
    case 'aspect': return `ふたりとも 「${theirs?.label}」の 話を しています。`;
    case 'sector': return `${sectors[mine?.label ?? ''] ?? mine?.label}と ${sectors[theirs?.label ?? ''] ?? theirs?.label}。ちがう 場所で 働く ふたりです。`;
    case 'new': return 'この人は 来たばかりです。まだ タグが ありません。「こんにちは」と 言って みませんか。';
    case 'open': return theirs ? `この人は ${words(theirs)}の 話が できます。話して みませんか。` : 'まだ 同じところは わかりません。話して みませんか。';
    default: return type satisfies never;
  }
}
