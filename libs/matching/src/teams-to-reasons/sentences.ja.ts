import type { Reason, ReasonSide } from './explain-pair.js';
import { isPost, isSomebody } from './label-heads.js';
import { shorten, shortenScene } from './shorten.js';
import { areBothQuoted, askingInJapanese, isOnlyLikely, quoteInJapanese as quoteOf } from './told-by-quote.js';

const bothWrote = (mine = '', theirs = ''): string => `あなたの「${shortenScene(mine)}」と、この方の「${shortenScene(theirs)}」。話がつながりそうです。`;
const words = (side: ReasonSide | undefined): string => `「${shorten(quoteOf(side) ?? side?.label ?? '')}」`;

const sectors = new Map(Object.entries({ public: '行政', company: '企業', npo: 'NPO', citizen: '市民', academia: '大学・研究', student: '学生' }));
const sharings = { open: '公開できる', negotiable: '相談で出せる', closed: '外に出せない' };

/** 教えてくれる人, 料理をつくる手: somebody is that, and does not help with it. */
const isHelper = (label: string): boolean => /(?:くれる人|仲間|相手|[るの]手)$/u.test(label);
const helpsWith = (label: string): string => (isHelper(label) ? `${label}にな` : `${label}のことで力にな`);

/** 手話を勉強中です, and not 手話. */
const isSentence = (quote: string | undefined): boolean => /(?:です|ます|した|せん|たい|てる|いる)$/u.test(quote ?? '');

/** What a person with this offer can do for someone, as a clause that ends a sentence. */
function gives(side: ReasonSide | undefined): string {
  if (side?.implied) return `「${side.implied}」の方なので、${helpsWith(side.label)}ってくれるかもしれません`;
  const quote = quoteOf(side);
  if (side?.kind === 'interest') return `${words(side)}に関心があります`;
  if (side?.everyday) return side.mentioned ? `${side.label}に関わりそうな話をしています` : `${helpsWith(side.label)}れそうです${quote ? `（「${shorten(quote)}」）` : ''}`;
  if (side?.mentioned) return `${words(side)}の話をしています`;
  if (side?.occupation && !quote) return `${side.label}です`;
  const said = words(side);
  switch (side?.role) {
    case 'place': return `${said}を使わせてくれそうです`;
    case 'hands': return `${said}で手を貸せます`;
    case 'material': return `${said}を出せます`;
    case 'vehicle': return `${said}を動かせます`;
    case 'data': return `${said}のデータを持っています`;
    case 'money': return `${said}で支えられます`;
    case 'time': return `${said}の時間があります`;
    case 'contacts': return `${said}とつながっています`;
    case 'audience': return `${said}に声をかけられます`;
    case 'knowledge':
    case undefined: return isPost(side?.label ?? '') ? `${said}です` : `${said}が持ち味です`;
    default: return said;
  }
}

function wants(side: ReasonSide | undefined): string {
  if (side?.implied) return `「${side.implied}」として${side.label}を求めていそうな`;
  if (side?.everyday === 'people') return `${side.label}と出会いたい`;
  const asking = askingInJapanese(side);
  if (asking) return `「${shorten(asking)}」という`;
  // without the words it may be a thing, or a trouble
  if (side?.everyday) return isHelper(side.label) ? `${side.label}を探している` : `${side.label}のことで力を借りたい`;
  if (side?.kind === 'interest') return `${words(side)}に関心がある`;
  if (side?.wish) return `${words(side)}に関わる人を探している`;
  if (side?.problem) return `${words(side)}を何とかしたい`;
  return side?.role === 'place' || side?.role === 'hands' || isSomebody(side?.label ?? '') ? `${words(side)}を探している` : `${words(side)}を求めている`;
}

/** What the reader can do for the other one's wish. */
function helps(mine: ReasonSide | undefined): string {
  if (mine?.implied) return `「${mine.implied}」のあなたは${helpsWith(mine.label)}れそうです`;
  if (mine?.mentioned) return mine.everyday ? `あなたの話も${mine.label}に関わりそうです` : `あなたの話にも${words(mine)}が出てきます`;
  if (mine?.kind === 'interest') return `あなたは${words(mine)}に関心があります`;
  return mine?.everyday && !quoteOf(mine) ? `あなたは${helpsWith(mine.label)}れそうです` : `あなたの${words(mine)}が役に立ちそうです`;
}

function together(mine: ReasonSide | undefined, theirs: ReasonSide | undefined): string {
  const said = `「${shorten(theirs?.name ?? theirs?.label ?? '')}」`;
  if (mine?.everyday && !(mine.kind === 'skill' && theirs?.kind === 'skill')) return `ふたりの話は${said}に関わりそうです`;
  if (mine?.kind !== theirs?.kind || mine?.mentioned) return `ふたりの話に${said}が出てきます`;
  if (mine?.kind === 'skill') return mine.everyday ? `ふたりとも${helpsWith(theirs?.label ?? '')}れそうです` : `ふたりとも${said}が持ち味です`;
  if (mine?.kind === 'seeking') return `ふたりとも${said}を求めています`;
  return `ふたりとも${said}に関心があります`;
}

/** The reason as one Japanese sentence to its reader. */
export function sentenceJa(reason: Reason): string {
  const { type, mine, theirs } = reason;
  const onlyLikely = isOnlyLikely(reason, quoteOf);
  switch (type) {
    case 'need_met':
    case 'learn_from': return onlyLikely ? `${wants(mine)}あなたへ。${words(theirs)}という方です。つながるかもしれません。` : `${wants(mine)}あなたへ。この方は${gives(theirs)}。`;
    case 'can_help':
    case 'share_with': return onlyLikely ? `${wants(theirs)}方です。あなたの${words(mine)}とつながるかもしれません。` : `${wants(theirs)}方です。${helps(mine)}。`;
    case 'data': return `${wants(mine)}あなたへ。この方は${sharings[theirs?.jacket?.sharing ?? 'closed']}データ「${shorten(theirs?.jacket?.title ?? '')}」を持っています。`;
    case 'data_wanted': return `${wants(theirs)}方です。あなたのデータ「${shorten(mine?.jacket?.title ?? '')}」が役に立ちそうです。`;
    case 'shared': return areBothQuoted(reason, quoteOf) ? bothWrote(quoteOf(mine), quoteOf(theirs)) : `${together(mine, theirs)}。`;
    case 'scenes': return bothWrote(mine?.label, theirs?.label);
    case 'related': return `あなたの${words(mine)}とこの方の${words(theirs)}は近い話題です。`;
    case 'words': return `ふたりの自己紹介に「${shorten(theirs?.label ?? '')}」が出てきます。`;
    case 'aspect': return `ふたりとも「${theirs?.label}」に関わる話をしています。`;
    case 'sector': return `${sectors.get(mine?.label ?? '') ?? mine?.label}と${sectors.get(theirs?.label ?? '') ?? theirs?.label}、立場の違うふたりです。`;
    case 'new': return 'この方は来たばかりで、まだタグがありません。最初に声をかけてみませんか。';
    case 'open': return theirs ? `まだ共通点は見つかっていません。この方${isSentence(quoteOf(theirs)) ? `は${words(theirs)}と書いています` : `の話題は${words(theirs)}です`}。` : 'まだ共通点は見つかっていません。話してみると見つかるかもしれません。';
    default: return type satisfies never;
  }
}
