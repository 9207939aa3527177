import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Candidate } from '../tokens-to-tags/choose-tags.js';

/** 研究員等; but 高等, 平等, 対等. */
const AND_SO_ON = /(?<![平高初中上下対同優劣均一二三何]|是)等$|など$|とか$/u;
/** 税理士先生, デザイナーさん: a trade stays one without its title. */
const TITLED = /(?<!大家|医者)(?<=[士師員家者手医]|[ァ-ヶー](?:スト|ター|ナー|ニア|カー|マン|シャン|スタッフ|ボランティア))(?:先生|さん|様|さま|殿|氏)(?:方|たち|達)?$/u;

/** A tag without what only trails behind its name. */
export function inShape<Tag extends Pick<Candidate, 'label' | 'concept' | 'named'>>(tag: Tag, lexicon: Lexicon): Tag {
  // Whatever has a name of its own keeps it.
  if (lexicon.find(tag.label)) return tag;
  const cut = tag.label.replace(AND_SO_ON, '').replace(TITLED, '');
  if (cut === tag.label || cut.length < 2) return tag;
  const concept = lexicon.find(cut);
  return { ...tag, label: cut, concept: concept?.id ?? foldSpelling(cut), named: concept !== undefined };
}
