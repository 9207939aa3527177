import { describe, expect, it } from '@jest/globals';
import type { Reason, ReasonType } from './explain-pair.js';
import { sentence, type ReasonLanguage } from './sentence.js';

const reason: Reason = {
  type: 'need_met', strength: 0.2,
  mine: { concept: '会計', label: '会計', en: 'bookkeeping', kind: 'seeking', quote: '会計や記録をやってくれる人' },
  theirs: { concept: '経理', label: '経理', en: 'accounting', kind: 'skill', quote: '経理を37年' },
};
const everyType: ReasonType[] = ['need_met', 'can_help', 'learn_from', 'share_with', 'data', 'data_wanted', 'shared', 'related', 'words', 'aspect', 'sector', 'new', 'open'];
const everyLanguage: ReasonLanguage[] = ['ja', 'en', 'yasashii'];

describe('reasons as sentences', () => {
  it('quote both introductions in Japanese', () => {
    expect(sentence(reason, 'ja')).toBe('「会計や記録をやってくれる人」を求めているあなたに: この方は「経理を37年」が持ち味です。');
  });

  it('fall back on badge words where an author does not show the introduction', () => {
    const { quote: _, ...hidden } = reason.theirs!;
    expect(sentence({ ...reason, theirs: hidden }, 'ja')).toContain('「経理」');
    expect(sentence({ ...reason, theirs: hidden }, 'ja')).not.toContain('37年');
  });

  it('tell a guess from what was said, in every language', () => {
    const guessed: Reason = { ...reason, mine: { concept: '食材', label: '食材', en: 'food', everyday: 'thing', implied: '子ども食堂' } };
    expect(sentence(guessed, 'ja')).toMatch(/^「子ども食堂」として食材を求めていそうなあなたに/);
    expect(sentence(guessed, 'en')).toMatch(/^As “子ども食堂” you probably look for food/);
    expect(sentence(guessed, 'yasashii')).toContain('たぶん');
    const back: Reason = { ...guessed, type: 'can_help', mine: guessed.theirs, theirs: guessed.mine };
    expect(sentence(back, 'ja')).toMatch(/^「子ども食堂」として食材を求めていそうな方です/);
    const given: Reason = { ...reason, theirs: guessed.mine };
    expect(sentence(given, 'ja')).toContain('「子ども食堂」の方なので、食材のことで力になってくれるかもしれません');
    expect(sentence(given, 'yasashii')).toContain('かも しれません');
  });

  it('claim nothing where one everyday thing meets another by a link, and quote both', () => {
    const linked: Reason = {
      ...reason, mine: { concept: '孤立', label: '孤立', everyday: 'thing', quote: '聞いてくれる人もおらん' }, theirs: { concept: '会食', label: '一緒に食べる場', everyday: 'thing', quote: '毎回50人集まります' },
    };
    expect(sentence(linked, 'ja')).toBe('「聞いてくれる人もおらん」というあなたに: 「毎回50人集まります」という方です。つながるかもしれません。');
    expect(sentence({ ...linked, type: 'can_help', mine: linked.theirs, theirs: linked.mine }, 'ja')).toBe('「聞いてくれる人もおらん」という方です: あなたの「毎回50人集まります」とつながるかもしれません。');
    expect(sentence({ ...linked, theirs: { ...linked.theirs!, concept: '孤立' } }, 'ja')).toContain('力になれそう');
  });

  it('use the English names of concepts in English', () => {
    expect(sentence(reason, 'en')).toBe('You look for “bookkeeping”: this person is good at “accounting”.');
  });

  it('stay short and simple in やさしい日本語', () => {
    expect(sentence(reason, 'yasashii')).toBe('あなたは 「会計」を さがしています。この人は 「経理」で 力に なれます。');
  });

  it('say what an offer of each role is good for', () => {
    const offering = (role: 'place' | 'vehicle'): string => sentence({ ...reason, theirs: { concept: '脱衣場', label: '脱衣場', kind: 'skill', role } }, 'ja');
    expect(offering('place')).toContain('使わせてくれそうです');
    expect(offering('vehicle')).toContain('動かせます');
  });

  it('call what two people share by the concept\'s own name, since each called it otherwise', () => {
    const side = (label: string) => ({ concept: '写真', label, name: '写真', kind: 'interest' as const });
    expect(sentence({ type: 'shared', strength: 0.1, mine: side('水中写真'), theirs: side('浜の写真') }, 'ja')).toBe('ふたりとも「写真」に関心があります。');
  });

  it('claim no skill where somebody only touched on a thing', () => {
    const theirs = { concept: '通訳', label: '通訳', mentioned: true };
    expect(sentence({ ...reason, theirs }, 'ja')).toContain('この方は「通訳」の話をしています');
    expect(sentence({ ...reason, type: 'can_help', mine: theirs, theirs: reason.mine }, 'ja')).toContain('あなたの話にも「通訳」が出てきます');
    expect(sentence({ type: 'shared', strength: 0.1, mine: theirs, theirs }, 'ja')).toBe('ふたりの話に「通訳」が出てきます。');
  });

  it('quote the sentence that says an everyday need, and call what helps by its name', () => {
    const need = { concept: 'くらし:調理', label: '料理をつくる手', en: 'cooking', kind: 'seeking' as const, everyday: 'thing' as const, quote: '作ってくれるところが足りません' };
    const offer = { ...need, kind: 'skill' as const, quote: '厨房と人手はあるので' };
    expect(sentence({ type: 'need_met', strength: 0.2, mine: need, theirs: offer }, 'ja')).toBe('「作ってくれるところが足りません」というあなたに: この方は料理をつくる手のことで力になれそうです（「厨房と人手はあるので」）。');
    expect(sentence({ type: 'can_help', strength: 0.2, mine: offer, theirs: need }, 'en')).toBe('They look for cooking: you may help with cooking.');
    const { quote: _, ...hidden } = need;
    expect(sentence({ type: 'need_met', strength: 0.2, mine: hidden, theirs: { ...offer, quote: undefined } }, 'ja')).toBe('料理をつくる手を求めているあなたに: この方は料理をつくる手のことで力になれそうです。');
  });

  it('name the sharing condition of data', () => {
    const theirs = { concept: '安否', label: '安否', jacket: { title: '電力使用量', sharing: 'negotiable' as const } };
    expect(sentence({ ...reason, type: 'data', theirs }, 'ja')).toContain('相談で出せるデータ「電力使用量」');
  });

  it('cut long quotes and keep to one line', () => {
    const long = sentence({ ...reason, mine: { ...reason.mine!, quote: `困って\nいます${'あ'.repeat(80)}` } }, 'ja');
    expect(long).toContain('困って います');
    expect(long).toContain('…」');
    expect(long).not.toContain('\n');
  });

  it.each(everyLanguage)('exist for every type of reason in %s, with and without sides', (language) => {
    for (const type of everyType) {
      for (const text of [sentence({ ...reason, type }, language), sentence({ type, strength: 0 }, language)]) {
        expect(text.length).toBeGreaterThan(10);
        expect(text).not.toContain('[object');
      }
      expect(sentence({ ...reason, type }, language)).not.toContain('undefined');
    }
  });
});
