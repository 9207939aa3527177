import { describe, expect, it } from '@jest/globals';
import type { Role } from '../people.js';
import type { Reason, ReasonSide, ReasonType } from './explain-pair.js';
import { sentence, type ReasonLanguage } from './sentence.js';

const reason: Reason = {
  type: 'need_met', strength: 0.2,
  mine: { concept: '会計', label: '会計', en: 'bookkeeping', kind: 'seeking', quote: '会計や記録をやってくれる人' },
  theirs: { concept: '経理', label: '経理', en: 'accounting', kind: 'skill', quote: '経理を37年' },
};
const need: ReasonSide = { concept: '会計', label: '会計', en: 'bookkeeping', kind: 'seeking' };
const wish: ReasonSide = { concept: '畑', label: '畑', en: 'farming', kind: 'interest' };
const offer: ReasonSide = { concept: '経理', label: '経理', en: 'accounting', kind: 'skill' };
const holding: ReasonSide = { ...offer, jacket: { title: '帳簿', sharing: 'open' } };

/** Every type of reason, in each language: a type without a line does not compile. */
const TABLE: Record<ReasonType, [mine: ReasonSide, theirs: ReasonSide, ja: string, en: string, yasashii: string]> = {
  need_met: [need, offer, '「会計」を求めているあなたへ。この方は「経理」が持ち味です。', 'You look for “bookkeeping”: this person is good at “accounting”.', 'あなたは 「会計」を さがしています。この人は 「経理」が とくいです。'],
  can_help: [offer, need, '「会計」を求めている方です。あなたの「経理」が役に立ちそうです。', 'They look for “bookkeeping”: your “accounting” could help.', 'この人は 「会計」を さがしています。あなたの 「経理」が 役に 立つかも しれません。'],
  learn_from: [wish, { ...offer, label: '農業', en: 'agriculture' }, '「畑」に関心があるあなたへ。この方は「農業」が持ち味です。', 'You care about “farming”: this person is good at “agriculture”.', 'あなたは 「畑」に きょうみが あります。この人は 「農業」が とくいです。'],
  share_with: [{ ...offer, label: '農業', en: 'agriculture' }, wish, '「畑」に関心がある方です。あなたの「農業」が役に立ちそうです。', 'They care about “farming”: your “agriculture” could help.', 'この人は 「畑」に きょうみが あります。あなたの 「農業」が 役に 立つかも しれません。'],
  data: [need, holding, '「会計」を求めているあなたへ。この方は公開できるデータ「帳簿」を持っています。', 'You look for “bookkeeping”: this person holds the open data “帳簿”.', 'あなたは 「会計」を さがしています。この人は データ「帳簿」を もっています。だれでも つかって いい データです。'],
  data_wanted: [holding, need, '「会計」を求めている方です。あなたのデータ「帳簿」が役に立ちそうです。', 'They look for “bookkeeping”: your data “帳簿” could help.', 'この人は 「会計」を さがしています。あなたの データ「帳簿」が 役に 立つかも しれません。'],
  shared: [wish, wish, 'ふたりとも「畑」に関心があります。', 'You both care about “farming”.', 'ふたりとも 「畑」に きょうみが あります。'],
  scenes: [{ concept: '', label: '網が倉庫に二棟ぶん' }, { concept: '', label: '1キロ40円で引き取ります' }, 'あなたの「網が倉庫に二棟ぶん」と、この方の「1キロ40円で引き取ります」。話がつながりそうです。', 'You wrote “網が倉庫に二棟ぶん”, they wrote “1キロ40円で引き取ります”: this may fit together.', 'あなたは 「網が倉庫に二棟ぶん」と 書きました。この人は 「1キロ40円で引き取ります」と 書いています。ふたりの 話は つながるかも しれません。'],
  related: [need, offer, 'あなたの「会計」とこの方の「経理」は近い話題です。', 'Your “bookkeeping” is close to their “accounting”.', 'あなたの 「会計」と この人の 「経理」は にています。'],
  words: [offer, offer, 'ふたりの自己紹介に「経理」が出てきます。', '“経理” comes up in both your introductions.', 'ふたりとも 「経理」の ことを 書きました。'],
  aspect: [offer, offer, 'ふたりとも「経理」に関わる話をしています。', 'You both write about accounting.', 'ふたりとも 「経理」の 話を しています。'],
  sector: [{ concept: '', label: 'public' }, { concept: '', label: 'student' }, '行政と学生、立場の違うふたりです。', 'You come from different sides: the public sector and students.', 'ひとりは 市役所などの 人、ひとりは 学校の 人です。'],
  new: [need, offer, 'この方は来たばかりで、まだタグがありません。最初に声をかけてみませんか。', 'This person has just arrived and has no tags yet. Why not be the first to say hello?', 'この人は 来たばかりです。まだ タグが ありません。「こんにちは」と 言って みませんか。'],
  open: [need, offer, 'まだ共通点は見つかっていません。この方の話題は「経理」です。', 'Nothing in common is known yet. They talk about “accounting”.', 'この人は 「経理」の 話が できます。話して みませんか。'],
};
const everyType = Object.keys(TABLE) as ReasonType[];
const everyLanguage: ReasonLanguage[] = ['ja', 'en', 'yasashii'];

describe('reasons as sentences', () => {
  it('quote both introductions in Japanese', () => {
    expect(sentence(reason, 'ja')).toBe('「会計や記録をやってくれる人」を求めているあなたへ。この方は「経理を37年」が持ち味です。');
  });

  it('fall back on badge words where an author does not show the introduction', () => {
    const { quote: _, ...hidden } = reason.theirs!;
    expect(sentence({ ...reason, theirs: hidden }, 'ja')).toContain('「経理」');
    expect(sentence({ ...reason, theirs: hidden }, 'ja')).not.toContain('37年');
  });

  it('tell a guess from what was said, in every language', () => {
    const guessed: Reason = { ...reason, mine: { concept: '食材', label: '食材', en: 'food', everyday: 'thing', implied: '子ども食堂' } };
    expect(sentence(guessed, 'ja')).toMatch(/^「子ども食堂」として食材を求めていそうなあなたへ/);
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
    expect(sentence(linked, 'ja')).toBe('「聞いてくれる人もおらん」というあなたへ。「毎回50人集まります」という方です。つながるかもしれません。');
    expect(sentence({ ...linked, type: 'can_help', mine: linked.theirs, theirs: linked.mine }, 'ja')).toBe('「聞いてくれる人もおらん」という方です。あなたの「毎回50人集まります」とつながるかもしれません。');
    expect(sentence(linked, 'en')).toBe('You wrote “聞いてくれる人もおらん”, they wrote “毎回50人集まります”: this may fit together.');
    expect(sentence(linked, 'yasashii')).toBe('あなたは 「聞いてくれる人もおらん」と 書きました。この人は 「毎回50人集まります」と 書いています。ふたりの 話は つながるかも しれません。');
    expect(sentence({ ...linked, theirs: { ...linked.theirs!, concept: '孤立' } }, 'ja')).toContain('力になれそう');
  });

  it('claim nothing where both say an everyday word and each may mean another thing, or where they only seem to share it', () => {
    const [mine, theirs] = ['教えてくれる人を探しています', '教えるのが得意です'].map((quote): ReasonSide => ({ concept: '講師', label: '教えてくれる人', en: 'somebody who teaches', everyday: 'wide', quote }));
    expect(everyLanguage.map((language) => sentence({ type: 'need_met', strength: 0.1, mine, theirs, unsure: true }, language))).toEqual([
      '「教えてくれる人を探しています」というあなたへ。「教えるのが得意です」という方です。つながるかもしれません。',
      'You wrote “教えてくれる人を探しています” (perhaps about somebody who teaches), they wrote “教えるのが得意です” (perhaps about somebody who teaches): this may fit together.',
      'あなたは 「教えてくれる人を探しています」と 書きました。この人は 「教えるのが得意です」と 書いています。ふたりの 話は つながるかも しれません。',
    ]);
    expect(sentence({ type: 'shared', strength: 0.1, mine, theirs }, 'ja')).toBe('あなたの「教えてくれる人を探しています」と、この方の「教えるのが得意です」。話がつながりそうです。');
    const hidden = [mine, theirs].map(({ quote: _, ...side }): ReasonSide => ({ ...side, kind: 'seeking' }));
    expect(everyLanguage.map((language) => sentence({ type: 'shared', strength: 0.1, mine: hidden[0], theirs: hidden[1] }, language))).toEqual([
      'ふたりの話は「教えてくれる人」に関わりそうです。', 'What you both wrote may touch on “somebody who teaches”.', 'ふたりとも 「教えてくれる人」に ちかい 話を しています。',
    ]);
  });

  it('quote the sentence in which somebody is looked for, where the tag names only what that one does', () => {
    const care: ReasonSide = { concept: '介護', label: '介護', en: 'elderly care', kind: 'seeking', quote: '介護の仕事', wish: '介護の仕事をしている人とつながりたいです' };
    expect(everyLanguage.map((language) => sentence({ ...reason, type: 'can_help', mine: offer, theirs: care }, language))).toEqual([
      '「介護の仕事をしている人とつながりたいです」という方です。あなたの「経理」が役に立ちそうです。',
      'They wrote “介護の仕事をしている人とつながりたいです” (perhaps about elderly care): your “accounting” could help.',
      'この人は 「介護の仕事をしている人とつながりたいです」と 書きました。あなたの 「経理」が 役に 立つかも しれません。',
    ]);
  });

  it('in Japanese, call by the tag whom somebody looks for in an English sentence', () => {
    const patents: ReasonSide = { concept: '特許', label: '特許', kind: 'seeking', quote: 'patents', wish: 'I would like to meet people who know patents' };
    expect((['ja', 'yasashii'] as const).map((language) => sentence({ ...reason, type: 'can_help', mine: offer, theirs: patents }, language))).toEqual([
      '「特許」に関わる人を探している方です。あなたの「経理」が役に立ちそうです。', 'この人は 「特許」の 人を さがしています。あなたの 「経理」が 役に 立つかも しれません。',
    ]);
  });

  it('say of everyday words that were only touched on that they may be meant', () => {
    const touched: ReasonSide = { concept: 'くらし:介護', label: '介護', en: 'care', everyday: 'thing', mentioned: true };
    expect(everyLanguage.map((language) => sentence({ ...reason, mine: need, theirs: touched }, language))).toEqual([
      '「会計」を求めているあなたへ。この方は介護に関わりそうな話をしています。', 'You look for “bookkeeping”: this person may touch on “care”.', 'あなたは 「会計」を さがしています。この人は 「介護」に ちかい 話を しています。',
    ]);
    expect(everyLanguage.map((language) => sentence({ ...reason, type: 'can_help', mine: touched, theirs: need }, language))).toEqual([
      '「会計」を求めている方です。あなたの話も介護に関わりそうです。', 'They look for “bookkeeping”: what you wrote may touch on “care”.', 'この人は 「会計」を さがしています。あなたも 「介護」に ちかい 話を しています。',
    ]);
  });

  it('use the English names of concepts in English', () => {
    expect(sentence(reason, 'en')).toBe('You look for “bookkeeping”: this person is good at “accounting”.');
  });

  it('in English, call what is written in Latin letters as its badge does', () => {
    const it = { ...reason.theirs!, label: 'IT', en: 'information technology', quote: 'ITの仕事' };
    expect([sentence({ ...reason, theirs: it }, 'en'), sentence({ ...reason, theirs: { ...it, en: undefined } }, 'en')]).toEqual(Array(2).fill('You look for “bookkeeping”: this person is good at “IT”.'));
    expect(sentence({ ...reason, theirs: { ...it, en: undefined, quote: 'building websites' } }, 'en')).toContain('“building websites”');
  });

  it('stay short and simple in やさしい日本語', () => {
    expect(sentence(reason, 'yasashii')).toBe('あなたは 「会計」を さがしています。この人は 「経理」が とくいです。');
  });

  it('say what an offer of each role is good for', () => {
    const offering = (role: 'place' | 'vehicle'): string => sentence({ ...reason, theirs: { concept: '脱衣場', label: '脱衣場', kind: 'skill', role } }, 'ja');
    expect(offering('place')).toContain('使わせてくれそうです');
    expect(offering('vehicle')).toContain('動かせます');
  });

  it('say of what somebody is that they are it, and of what they know that they are good at it', () => {
    const told = (label: string): string => sentence({ ...reason, theirs: { concept: label, label, kind: 'skill' } }, 'ja');
    expect(['公民館の館長', '公民館の運営'].map(told)).toEqual(['「公民館の館長」です。', '「公民館の運営」が持ち味です。'].map((end) => `「会計や記録をやってくれる人」を求めているあなたへ。この方は${end}`));
  });

  it('say of what both can do that both are it, are good at it, or may help with it', () => {
    const both = (side: Omit<ReasonSide, 'concept' | 'kind'>): string[] => {
      const one: ReasonSide = { ...side, concept: side.label, kind: 'skill' };
      return (['ja', 'en'] as const).map((language) => sentence({ type: 'shared', strength: 0.1, mine: one, theirs: one }, language));
    };
    expect(both({ label: '日本語', en: 'Japanese' })).toEqual(['ふたりとも「日本語」が持ち味です。', 'You are both good at “Japanese”.']);
    expect(both({ label: '大工', en: 'carpenter', occupation: true })[1]).toBe('You both work as “carpenter”.');
    expect(both({ label: '教えてくれる人', en: 'somebody who teaches', everyday: 'wide' })).toEqual(['ふたりとも教えてくれる人になれそうです。', 'You may both be somebody who teaches.']);
    expect(both({ label: 'ことばの橋渡し', en: 'help across languages', everyday: 'thing' })).toEqual(['ふたりともことばの橋渡しのことで力になれそうです。', 'You may both help across languages.']);
  });

  it('of whom nothing in common is known, tell what they wrote, or name what they talk about', () => {
    const told = (quote?: string): string => sentence({ type: 'open', strength: 0, theirs: { concept: '手話', label: '手話', kind: 'interest', ...(quote && { quote }) } }, 'ja');
    expect([told('手話を勉強中です'), told('手話'), told()]).toEqual(['まだ共通点は見つかっていません。この方は「手話を勉強中です」と書いています。', ...['手話', '手話'].map((label) => `まだ共通点は見つかっていません。この方の話題は「${label}」です。`)]);
  });

  it('in English, ask for help once', () => {
    const mine: ReasonSide = { concept: '通訳', label: 'ことばの橋渡し', en: 'help across languages', kind: 'seeking', everyday: 'thing' };
    expect(sentence({ ...reason, mine, theirs: { ...mine, kind: 'skill' } }, 'en')).toBe('You look for help across languages: this person may help across languages.');
  });

  it('say of somebody that one looks for them, and of a thing that one asks for it', () => {
    const told = (label: string): string => sentence({ ...reason, mine: { concept: label, label, kind: 'seeking' } }, 'ja');
    expect(['囲碁の相手', '囲碁の教室'].map(told)).toEqual(['「囲碁の相手」を探している', '「囲碁の教室」を求めている'].map((start) => `${start}あなたへ。この方は「経理を37年」が持ち味です。`));
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

  it('call an interest an interest, and no ability', () => {
    const likes: ReasonSide = { concept: '空き家活用', label: '空き家活用', en: 'use of vacant houses', kind: 'interest' };
    expect(everyLanguage.map((language) => sentence({ type: 'need_met', strength: 0.1, mine: need, theirs: likes }, language))).toEqual([
      '「会計」を求めているあなたへ。この方は「空き家活用」に関心があります。', 'You look for “bookkeeping”: this person cares about “use of vacant houses”.', 'あなたは 「会計」を さがしています。この人は 「空き家活用」に きょうみが あります。',
    ]);
    expect(everyLanguage.map((language) => sentence({ type: 'can_help', strength: 0.1, mine: likes, theirs: need }, language))).toEqual([
      '「会計」を求めている方です。あなたは「空き家活用」に関心があります。', 'They look for “bookkeeping”: you care about “use of vacant houses”.', 'この人は 「会計」を さがしています。あなたは 「空き家活用」に きょうみが あります。',
    ]);
  });

  it('in Japanese, name by the Japanese tag what was written in Latin letters', () => {
    const carpenter: ReasonSide = { concept: '大工', label: '大工', en: 'carpenter', kind: 'seeking', quote: 'carpenter' };
    const comics: ReasonSide = { concept: '漫画制作', label: '漫画制作', en: 'manga making', kind: 'skill', quote: 'draw comics' };
    expect(sentence({ type: 'can_help', strength: 0.1, mine: comics, theirs: carpenter }, 'ja')).toBe('「大工」を求めている方です。あなたの「漫画制作」が役に立ちそうです。');
    expect(sentence({ type: 'need_met', strength: 0.1, mine: carpenter, theirs: comics }, 'ja')).toBe('「大工」を求めているあなたへ。この方は「漫画制作」が持ち味です。');
    const everyday: ReasonSide = { ...carpenter, everyday: 'thing', quote: 'someone to repair my house' };
    expect(sentence({ type: 'can_help', strength: 0.1, mine: { ...comics, everyday: 'thing' }, theirs: everyday }, 'ja')).toBe('大工のことで力を借りたい方です。あなたは漫画制作のことで力になれそうです。');
    expect(sentence({ type: 'can_help', strength: 0.1, mine: { ...comics, label: 'websites', quote: 'build websites' }, theirs: carpenter }, 'ja')).toContain('「build websites」');
  });

  it('quote the sentence that says an everyday need, and call what helps by its name', () => {
    const need = { concept: 'くらし:調理', label: '料理をつくる手', en: 'cooking', kind: 'seeking' as const, everyday: 'thing' as const, quote: '作ってくれるところが足りません' };
    const offer = { ...need, kind: 'skill' as const, quote: '厨房と人手はあるので' };
    expect(sentence({ type: 'need_met', strength: 0.2, mine: need, theirs: offer }, 'ja')).toBe('「作ってくれるところが足りません」というあなたへ。この方は料理をつくる手になれそうです（「厨房と人手はあるので」）。');
    expect(sentence({ type: 'need_met', strength: 0.2, mine: need, theirs: offer }, 'en')).toBe('You wrote “作ってくれるところが足りません” (perhaps about cooking): this person may help with cooking (“厨房と人手はあるので”).');
    expect(sentence({ type: 'need_met', strength: 0.2, mine: need, theirs: offer }, 'yasashii')).toBe('あなたは 「作ってくれるところが足りません」と 書きました。この人は 「厨房と人手はあるので」と 書いています。力に なれるかも しれません。');
    expect(everyLanguage.map((language) => sentence({ type: 'can_help', strength: 0.2, mine: offer, theirs: need }, language))).toEqual([
      '「作ってくれるところが足りません」という方です。あなたの「厨房と人手はあるので」が役に立ちそうです。', 'They wrote “作ってくれるところが足りません” (perhaps about cooking): your “厨房と人手はあるので” could help.',
      'この人は 「作ってくれるところが足りません」と 書きました。あなたの 「厨房と人手はあるので」が 役に 立つかも しれません。',
    ]);
    const { quote: _, ...hidden } = need;
    expect(sentence({ type: 'need_met', strength: 0.2, mine: hidden, theirs: { ...offer, quote: undefined } }, 'ja')).toBe('料理をつくる手を探しているあなたへ。この方は料理をつくる手になれそうです。');
  });

  it('say of somebody who is sought that one may be that, and not that one helps with it', () => {
    const teacher: ReasonSide = { concept: 'くらし:講師', label: '教えてくれる人', en: 'somebody who teaches', kind: 'seeking', everyday: 'thing' };
    expect(['ja', 'en'].map((language) => sentence({ type: 'need_met', strength: 0.2, mine: teacher, theirs: { ...teacher, kind: 'skill' } }, language as 'ja' | 'en'))).toEqual([
      '教えてくれる人を探しているあなたへ。この方は教えてくれる人になれそうです。', 'You look for somebody who teaches: this person may be somebody who teaches.',
    ]);
  });

  it('claim nobody to look for a trouble, where the words themselves are not shown', () => {
    const trouble: ReasonSide = { concept: 'くらし:孤立', label: '孤立', en: 'isolation', kind: 'seeking', everyday: 'thing' };
    expect(everyLanguage.map((language) => sentence({ type: 'can_help', strength: 0.1, mine: offer, theirs: trouble }, language))).toEqual([
      '孤立のことで力を借りたい方です。あなたの「経理」が役に立ちそうです。', 'They look for help with “isolation”: your “accounting” could help.', 'この人は 「孤立」の ことで 手つだいが ほしいです。あなたの 「経理」が 役に 立つかも しれません。',
    ]);
  });

  it('call a walk of life as the event does where it is none of the known ones', () => {
    const told: Reason = { type: 'sector', strength: 0.1, mine: { concept: '', label: '漁協' }, theirs: { concept: '', label: 'constructor' } };
    expect(everyLanguage.map((language) => sentence(told, language))).toEqual(['漁協とconstructor、立場の違うふたりです。', 'You come from different sides: 漁協 and constructor.', 'ひとりは 漁協の 人、ひとりは constructorの 人です。']);
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

  it('quotes a scene to its point, and cuts what is longer', () => {
    const scenes = (letters: number): string => sentence({ type: 'scenes', strength: 1, mine: { concept: '', label: '網'.repeat(letters) }, theirs: { concept: '', label: '魚' } }, 'ja');
    expect(scenes(60)).toContain(`「${'網'.repeat(60)}」`);
    expect(scenes(61)).toContain(`「${'網'.repeat(59)}…」`);
  });

  it.each(everyType)('feature 106: %s is said in all three languages', (type) => {
    const [mine, theirs, ...said] = TABLE[type];
    expect(everyLanguage.map((language) => sentence({ type, strength: 0.1, mine, theirs }, language))).toEqual(said);
  });

  it('feature 106: what an offer of each role is good for is said in plain words', () => {
    const ends: Record<Role, string> = {
      place: '「経理」を かせるかも しれません', hands: '「経理」を 手つだえます', material: '「経理」を 出せます', vehicle: '「経理」を うごかせます', data: '「経理」の データを もっています',
      money: '「経理」で お金の 手つだいが できます', time: '「経理」の 時間が あります', contacts: '「経理」の 人を 知っています', audience: '「経理」に 話を つたえられます', knowledge: '「経理」が とくいです',
    };
    for (const [role, end] of Object.entries(ends) as [Role, string][]) {
      expect(sentence({ type: 'need_met', strength: 0.1, mine: need, theirs: { ...offer, role } }, 'yasashii')).toBe(`あなたは 「会計」を さがしています。この人は ${end}。`);
    }
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
