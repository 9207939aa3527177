import { joinWords, notAloneWords, rangeWords, selectorWords, type NameOf } from './conflict-sentences.js';
import { attributeWords } from './known-words.js';
import type { Sentence } from './team-plan.js';
import type { Wish } from './team-rules.js';

/** The organiser's own words for a wish, or what it says: a short noun, for a table. */
export const wishWords = (wish: Wish, nameOf: NameOf): Sentence => {
  if (wish.label) return { ja: wish.label, en: wish.label };
  switch (wish.type) {
    case 'pairs': return { ja: '気の合いそうな組み合わせ', en: 'people who fit' };
    case 'cover': {
      const who = joinWords(wish.who.map((one) => selectorWords(one, nameOf)));
      return { ja: `${who.ja}がそろう`, en: `${who.en} in the team` };
    }
    case 'needs': return { ja: '求めることに応える人がいる', en: 'needs met by a teammate' };
    case 'data': return { ja: 'ほしいデータを持つ人がいる', en: 'data wanted and held' };
    case 'theme': return { ja: '共通の関心がある', en: 'an interest in common' };
    case 'mix': return { ja: `${attributeWords(wish.attribute).ja}が混ざる`, en: `${attributeWords(wish.attribute).en} mixed` };
    case 'sectors': return { ja: '立場が混ざる', en: 'sectors mixed' };
    case 'balance': return { ja: `${attributeWords(wish.attribute).ja}のつり合い`, en: `${attributeWords(wish.attribute).en} balanced` };
    case 'choice': return { ja: '選んだテーマ', en: 'themes that people ranked' };
    case 'wants': return { ja: '自分たちで作ったチームの探している人', en: 'what self-formed teams look for' };
    case 'same': return { ja: `${attributeWords(wish.attribute).ja}が同じ`, en: `one ${attributeWords(wish.attribute).en} in common` };
    case 'proportion': return { ja: `${selectorWords(wish.who, nameOf).ja}の割合`, en: `share of ${selectorWords(wish.who, nameOf).en}` };
    case 'not_alone': return notAloneWords(wish.who, nameOf);
    case 'count': {
      const [who, range] = [selectorWords(wish.who, nameOf), rangeWords(wish.min, wish.max)];
      return { ja: `${who.ja}${range.ja}`, en: `${range.en} ${who.en}` };
    }
    default: return wish satisfies never;
  }
};
