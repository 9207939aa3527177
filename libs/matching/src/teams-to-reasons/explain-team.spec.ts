import { describe, expect, it } from '@jest/globals';
import type { ConceptGraph, ConceptNode, MatchStatement } from '../people.js';
import type { TeamPerson } from '../similarity-to-teams/team-rules.js';
import { countHolders, explainTeam, type TeamReasonType } from './explain-team.js';

const node = (ja: string, links: Partial<ConceptNode> = {}): ConceptNode => ({ ja, category: 'test', broader: [], related: [], metBy: [], practises: [], ...links });
const graph: ConceptGraph = { concepts: { 孤立: node('孤立', { metBy: ['会食'] }), 会食: node('会食'), 盆踊り: node('盆踊り', { broader: ['祭り'] }), 神輿: node('神輿', { broader: ['祭り'] }), 祭り: node('祭り') } };
const says = (kind: MatchStatement['kind'], concept: string, more: Partial<MatchStatement> = {}): MatchStatement => ({ kind, concept, label: concept, score: 1, ...more });
const person = (id: string, statements: MatchStatement[], more: Partial<TeamPerson> = {}): TeamPerson => ({ id, name: `${id}さん`, statements, ...more });
const explain = (members: TeamPerson[]) => explainTeam({ members, graph });
const of = (type: TeamReasonType, members: TeamPerson[]) => explain(members).filter((reason) => reason.type === type);

describe('feature 49: why this team', () => {
  it('names what unites members, who hold it, in both languages', () => {
    const [theme] = of('theme', [person('a', [says('interest', '見守り')]), person('b', [says('skill', '見守り')]), person('c', [says('skill', '料理')])]);
    expect(theme).toMatchObject({ members: ['a', 'b'], concepts: ['見守り'], text: { ja: 'aさん、bさんは「見守り」でつながっています。', en: 'aさん and bさん share “見守り”.' } });
  });

  it('calls a concept by its English name in English, and a data jacket by its title', () => {
    const named: ConceptGraph = { concepts: { 料理: { ...node('料理'), en: 'cooking' }, 祭り: { ...node('祭り'), en: 'festivals' }, 山: { ...node('山'), en: 'mountains' } } };
    const jackets = [{ title: '祭りの記録', sharing: 'open' as const, concepts: [{ concept: '祭り', label: '祭り', weight: 1 }] }];
    const english = (members: TeamPerson[]) => explainTeam({ members, graph: named }).map(({ text }) => text.en);
    expect(english([person('a', [says('seeking', '料理', { label: 'お料理' }), says('seeking', '山')]), person('b', [says('skill', '料理')])])).toEqual([
      'aさん looks for “cooking”; bさん\'s “cooking” can help.', '“mountains”, which aさん looks for, is still missing in this team.', 'To begin with: what struck you lately about “cooking”?',
    ]);
    expect(english([person('a', [says('seeking', '祭り')]), person('b', [], { jackets })])).toContain('aさん looks for “festivals”; bさん\'s “祭りの記録” can help.');
    expect(english([person('a', [says('skill', '料理')]), person('b', [says('interest', '祭り')])])).toEqual(['aさん brings “cooking”.', 'bさん cares about “festivals”.', expect.stringContaining('“cooking”')]);
  });

  it.each(['constructor', 'toString', '__proto__'])('takes %s for a phrase like any other, though every object has it', (word) => {
    const told = (name: string) => JSON.stringify(explain([person('a', [says('seeking', name)]), person('b', [says('skill', name)]), person('c', [says('interest', name)])])).replaceAll(name, '…');
    expect(told(word)).toBe(told('そば打ち'));
    expect(of('question', [person('a', [says('skill', word)]), person('b', [])])[0].text.ja).toContain(`aさんの「${word}」`);
  });

  it('finds the broader concept under which different words meet', () => {
    expect(of('theme', [person('a', [says('interest', '盆踊り')]), person('b', [says('interest', '神輿')])])[0].labels).toEqual(['祭り']);
  });

  it('tells of what the same people share the narrower alone, by the graph or by its name, and what more of them share besides', () => {
    const cares = (...concepts: string[]) => concepts.map((concept) => says('interest', concept));
    const names = (...members: TeamPerson[]) => of('theme', members).map(({ labels }) => labels[0]);
    expect(names(person('a', cares('高齢者の見守り', '見守り')), person('b', cares('高齢者の見守り', '見守り')))).toEqual(['高齢者の見守り']);
    expect(names(person('a', cares('盆踊り')), person('b', cares('盆踊り', '神輿')))).toEqual(['盆踊り']);
    expect(names(person('a', cares('盆踊り')), person('b', cares('盆踊り')), person('c', cares('神輿'))).sort()).toEqual(['盆踊り', '祭り']);
    const able = ['a', 'b'].map((id) => person(id, [says('skill', '高齢者の見守り'), says('skill', '見守り')]));
    expect(of('brings', able)).toEqual([]);
    expect(of('brings', [...able, person('c', [says('skill', '見守り')])]).map(({ members }) => members)).toEqual([]);
    expect(of('brings', [person('a', [...cares('盆踊り'), says('skill', '祭り')]), person('b', cares('盆踊り'))])).toEqual([]);
    const seeking = [person('a', [says('seeking', '盆踊り'), says('skill', '神輿')]), person('b', [says('seeking', '盆踊り')])];
    expect(names(...seeking)).toEqual(['盆踊り', '祭り']);
  });

  it('says whose need is met by whom, also through a link from need to offer', () => {
    const [met] = of('need_met', [person('a', [says('seeking', '孤立')]), person('b', [says('skill', '会食')])]);
    expect(met).toMatchObject({ members: ['a', 'b'], concepts: ['孤立', '会食'], text: { ja: 'aさんが求める「孤立」に、bさんの「会食」が役立ちます。' } });
  });

  it('names once what one of two only seeks and the other gives, and tells a theme where they share more of it or others do too', () => {
    const [seeker, giver] = [person('a', [says('seeking', '釣り')]), person('b', [says('skill', '釣り'), says('skill', '料理')])];
    const told = (...members: TeamPerson[]) => explain(members).filter(({ type }) => type === 'theme' || type === 'need_met' || type === 'brings').map(({ type, labels }) => [type, labels[0]]);
    expect(told(seeker, giver)).toEqual([['need_met', '釣り'], ['brings', '料理']]);
    expect(told({ ...seeker, statements: [says('seeking', '釣り'), says('interest', '釣り')] }, giver)).toEqual([['theme', '釣り'], ['need_met', '釣り'], ['brings', '料理']]);
    expect(told(seeker, giver, person('c', [says('interest', '釣り')]))).toEqual([['theme', '釣り'], ['need_met', '釣り'], ['brings', '料理']]);
  });

  it('tells two of one name apart by affiliation or first tag', () => {
    const suzuki = (id: string, statements: MatchStatement[], more: Partial<TeamPerson> = {}) => person(id, statements, { name: '鈴木', ...more });
    const told = (...members: TeamPerson[]) => of('need_met', members)[0].text;
    expect(told(suzuki('a', [says('seeking', '料理')]), suzuki('b', [says('skill', '料理')], { affiliation: '青葉小' }), person('c', [])))
      .toMatchObject({ ja: '鈴木（料理）さんが求める「料理」で、鈴木（青葉小）さんが力になれます。', en: '鈴木（料理） looks for “料理”, and 鈴木（青葉小） can help with it.' });
    expect(told(suzuki('a', [says('seeking', '料理')]), person('b', [says('skill', '料理')])).ja).toContain('鈴木さんが求める');
  });

  it('names no guess', () => {
    const members = [person('a', [says('seeking', '場所', { guess: true }), says('interest', '見守り', { guess: true })]), person('b', [says('skill', '場所', { guess: true }), says('skill', '見守り')])];
    expect(explain(members).map(({ type, labels }) => [type, labels[0]])).toEqual([['brings', '見守り'], ['quiet', undefined], ['question', '見守り']]);
    const shared = ['a', 'b'].map((id) => person(id, [says('seeking', '見守り', { guess: true, quote: '見守りがほしい' }), says('skill', '見守り', { quote: '見守りをしています' })]));
    expect(of('question', shared)[0].labels).toEqual(['見守り', '見守りをしています']);
  });

  it('lets nobody give what everyday words say they look for themselves', () => {
    const both = ['a', 'b'].map((id) => person(id, [says('seeking', '場所'), says('skill', '場所')]));
    const told = (place: ConceptNode) => explainTeam({ members: both, graph: { concepts: { 場所: place } } }).filter(({ type }) => type === 'need_met' || type === 'missing').map(({ type, members }) => [type, members[0]]);
    expect(told(node('場所', { everyday: 'thing' }))).toEqual([]);
    // a designer may well look for another one
    expect(told(node('場所'))).toEqual([['need_met', 'a'], ['need_met', 'b']]);
  });

  it('says of what all look for that they look for it, and not besides that it is shared or missing', () => {
    const named: ConceptGraph = { concepts: { 投資家: { ...node('投資家'), en: 'investor' }, 場所: node('場所', { everyday: 'thing' }) } };
    const team = (ids: string[], ...statements: MatchStatement[]) => explainTeam({ members: ids.map((id) => person(id, statements)), graph: named }).filter(({ type }) => type !== 'question').map(({ text }) => text.en);
    expect(team(['a', 'b'], says('seeking', '投資家'))).toEqual(['aさん and bさん both look for “investor”.']);
    expect(team(['a', 'b', 'c'], says('seeking', '投資家'))).toEqual(['aさん, bさん and cさん all look for “investor”.']);
    expect(of('theme', ['a', 'b'].map((id) => person(id, [says('seeking', '投資家')])))[0].text.ja).toBe('aさん、bさんは、ふたりとも「投資家」を求めています。');
    expect(team(['a', 'b'], says('seeking', '場所'), says('skill', '場所'))[0]).toBe('What aさん and bさん wrote may touch on “場所”.');
  });

  describe('of what everyday words mean', () => {
    const everyday: ConceptGraph = { concepts: { ...graph.concepts, 船: node('船', { everyday: 'thing' }), 講師: node('教えてくれる人', { everyday: 'wide' }), スマホ: node('スマホ'), 編み物: node('編み物') } };
    const told = (type: TeamReasonType, ...members: TeamPerson[]) => explainTeam({ members, graph: everyday }).filter((one) => one.type === type).map(({ text }) => text.ja);

    it('tells no theme as a fact, and none where there is a sure one', () => {
      const boats = (id: string, quote?: string, ...more: MatchStatement[]) => person(id, [says('skill', '船', { quote }), ...more]);
      expect(told('theme', boats('a', '船は夕方まで遊んでます'), boats('b', '釣り船に乗せます'))).toEqual(['aさんの「船は夕方まで遊んでます」と、bさんの「釣り船に乗せます」。話がつながりそうです。']);
      expect(told('theme', boats('a', '船は夕方まで遊んでます'), boats('b'))).toEqual(['aさん、bさんの話は、「船」に関わりそうです。']);
      expect(told('theme', boats('a', undefined, says('interest', '祭り')), boats('b', undefined, says('interest', '祭り')))).toEqual(['aさん、bさんは「祭り」でつながっています。']);
    });

    it('finds no teacher of phones in whoever teaches knitting', () => {
      const teacher = (id: string, kind: MatchStatement['kind'], quote: string, thing: string) => person(id, [says(kind, '講師', { quote, at: [0, 9] }), says('interest', thing, { at: [1, 3] })]);
      const seeker = teacher('a', 'seeking', 'スマホを教えてくれる人', 'スマホ');
      expect(told('need_met', seeker, teacher('b', 'skill', '編み物なら教えられます', '編み物'))).toEqual([]);
      expect(told('need_met', seeker, teacher('b', 'skill', 'スマホなら教えられます', 'スマホ'))).toEqual(['「スマホを教えてくれる人」というaさんに、bさんの「スマホなら教えられます」がつながりそうです。']);
    });
  });

  describe('does not contradict itself', () => {
    const kitchens: ConceptGraph = { concepts: {
      厨房: { ...node('厨房', { related: ['調理実習室'] }), en: 'kitchen' }, 'くらし:厨房': { ...node('厨房や設備', { everyday: 'thing' }), en: 'a kitchen' }, 調理実習室: node('調理実習室'),
      ロゴデザイン: { ...node('ロゴデザイン', { broader: ['デザイン'] }), en: 'logo design' }, デザイン: { ...node('デザイン'), en: 'design' }, ポスター: node('ポスター', { broader: ['デザイン'] }), 'くらし:デザイン': { ...node('デザイン', { everyday: 'thing' }), en: 'design' },
    } };
    const told = (type: TeamReasonType, ...members: TeamPerson[]) => explainTeam({ members, graph: kitchens }).filter((one) => one.type === type).map(({ members: who, text }) => [who.join(''), text.en]);
    const erin = person('a', [says('seeking', '厨房'), says('seeking', 'くらし:厨房')]);

    it('calls nothing missing that a teammate writes of, by itself or one link away, and a thing missing once', () => {
      expect(told('missing', erin, person('b', []))).toEqual([['a', '“kitchen”, which aさん looks for, is still missing in this team.']]);
      const wrote = (concept: string) => person('b', [], { background: [{ concept, label: concept, weight: 1 }] });
      expect([told('missing', erin, wrote('厨房')), told('missing', erin, wrote('調理実習室')), told('missing', erin, person('b', [says('interest', '厨房')]))]).toEqual([[], [], []]);
      expect(told('missing', erin, person('b', [says('skill', 'communitykitchen', { label: 'community kitchen' })]))).toEqual([]);
      expect(told('missing', erin, person('b', [says('skill', '内装', { quote: '厨房の内装ができます' })]))).toEqual([]);
      // what a role implies, nobody wrote; and who wrote of it because they look for it has none
      expect(told('missing', erin, person('b', [], { background: [{ concept: '厨房', label: '厨房', weight: 1, implied: { says: 'offer', by: '食堂' } }] }))).toHaveLength(1);
      expect(told('missing', erin, { ...wrote('調理実習室'), statements: [says('seeking', '調理実習室')] }).map(([who]) => who)).toEqual(['a', 'b']);
    });

    it('calls nothing missing that it says is shared or met under another concept of the name', () => {
      const [takeshi, uma] = [person('a', [says('seeking', 'くらし:デザイン')]), person('b', [says('skill', 'デザイン')])];
      expect(told('missing', takeshi, uma, person('c', [says('interest', 'デザイン')]))).toEqual([]);
      expect(told('missing', person('a', [says('seeking', 'ロゴデザイン')]), uma)).toEqual([]);
      expect(told('missing', person('a', [says('seeking', 'ロゴデザイン')]), person('b', [says('skill', 'ポスター')]))).toEqual([]);
      expect(told('missing', takeshi, person('b', []))).toHaveLength(1);
    });

    it('tells of two themes of one name only the one that more share', () => {
      const [uma, daichi, misaki] = [person('a', [says('skill', 'くらし:デザイン'), says('skill', 'デザイン')]), person('b', [says('interest', 'デザイン'), says('skill', 'くらし:デザイン')]), person('c', [says('interest', 'デザイン')])];
      expect(told('theme', uma, daichi, misaki)).toEqual([['abc', 'aさん, bさん and cさん share “design”.']]);
      expect(told('brings', uma, daichi, misaki)).toEqual([]);
    });
  });

  it('tells what everyday words mean in the sentences that were written, behind what is sure', () => {
    const everyday: ConceptGraph = { concepts: { ...graph.concepts, 修理: node('修理', { metBy: ['ものづくり'], everyday: 'thing' }), ものづくり: node('ものづくり', { everyday: 'thing' }) } };
    const seeker = person('a', [says('seeking', '修理', { quote: '空き家を直す仲間を探しています' }), says('seeking', '孤立')]);
    const texts = (quote?: string) => explainTeam({ members: [seeker, person('b', [says('skill', 'ものづくり', { quote })]), person('c', [says('skill', '会食')])], graph: everyday }).filter(({ type }) => type === 'need_met').map(({ text }) => text.ja);
    expect(texts('裁縫ができます')).toEqual(['aさんが求める「孤立」に、cさんの「会食」が役立ちます。', '「空き家を直す仲間を探しています」というaさんに、bさんの「裁縫ができます」がつながりそうです。']);
    expect(texts()).toContain('aさんが求める「修理」に、bさんの「ものづくり」が役立ちます。');
    // of one pair the surer is enough
    const helper = person('b', [says('skill', 'ものづくり', { quote: '裁縫ができます' }), says('skill', '会食')]);
    const of = (needs: string[]) => explainTeam({ members: [person('a', needs.map((need) => says('seeking', need, { quote: '仲間を探しています' }))), helper], graph: everyday }).filter(({ type }) => type === 'need_met').length;
    expect([of(['修理']), of(['孤立']), of(['修理', '孤立'])]).toEqual([1, 1, 1]);
  });

  describe('claims nothing from everyday words, which may be misheard', () => {
    const everyday: ConceptGraph = { concepts: { 船: { ...node('船', { everyday: 'thing' }), en: 'a boat' }, 先生: { ...node('教えてくれる人', { everyday: 'thing', metBy: ['船'] }), en: 'somebody who teaches' }, 民宿: node('民宿') } };
    const told = (type: TeamReasonType, ...members: TeamPerson[]) => explainTeam({ members, graph: everyday }).filter((one) => one.type === type).map(({ text }) => text);
    const inn = (more: MatchStatement[] = [], others: Partial<TeamPerson> = {}) => person('a', [says('skill', '船', { score: 0.9, quote: '釣りのお客様の船も出せず' }), ...more], others);
    const japanese = (...texts: { ja: string }[]) => texts.map(({ ja }) => ja);

    it('a member brings by a tag or data, and only else by the sentence, in either language', () => {
      const other = person('c', []);
      expect(japanese(...told('brings', inn([says('skill', '民宿', { score: 0.5 })]), other))).toEqual(['aさんは「民宿」を持ち寄ります。']);
      expect(japanese(...told('brings', inn([], { jackets: [{ title: '釣果の記録', sharing: 'open', concepts: [] }] }), other))).toEqual(['aさんは「釣果の記録」を持ち寄ります。']);
      expect(told('brings', inn(), other)).toEqual([{
        ja: 'aさんは「釣りのお客様の船も出せず」と書いています。', en: 'aさん wrote “釣りのお客様の船も出せず”.', yasashii: 'aさんは 「釣りのお客様の船も出せず」と 書きました。',
      }]);
    });

    it('where the sentence is not shown, a member may help', () => {
      expect(told('brings', person('a', [says('skill', '船')]), person('b', []))).toEqual([{
        ja: 'aさんは「船」のことで力になれるかもしれません。', en: 'aさん may be able to help with “a boat”.', yasashii: 'aさんは 「船」の ことで 力に なれるかも しれません。',
      }]);
    });

    it('does not tell again as brought what was told beside a need', () => {
      const members = [inn(), person('b', [says('seeking', '先生', { quote: '海のことを習いたいです' })])];
      expect([told('need_met', ...members).length, told('brings', ...members).length]).toEqual([1, 0]);
    });

    it('a thing is missing by the sentence, or probably', () => {
      const school = (quote?: string) => told('missing', person('a', [says('seeking', '先生', { label: '教えてくれる人', quote })]), person('b', []));
      expect(school('大学生の先生は足りています')).toEqual([{
        ja: '「大学生の先生は足りています」というaさんには、チームの外の人が力になれるかもしれません。', en: 'aさん wrote “大学生の先生は足りています”. Somebody outside this team may be able to help.',
        yasashii: 'aさんは 「大学生の先生は足りています」と 書きました。チームの 外の 人が 力に なれるかも しれません。',
      }]);
      expect(school()).toEqual([{
        ja: 'aさんが求めていそうな「教えてくれる人」は、まだこのチームにいません。', en: '“somebody who teaches”, which aさん probably looks for, is still missing in this team.',
        yasashii: 'aさんは たぶん 「教えてくれる人」を さがしています。この チームには まだ いません。',
      }]);
    });

    it('the first question quotes it in either language, asks rather about what is sure, and never names it as a wish', () => {
      const asks = (...statements: MatchStatement[]) => told('question', person('a', statements), person('b', []))[0];
      const wish = says('seeking', '船', { quote: 'あの船がのうなって', score: 0.9 });
      expect(asks(wish)).toMatchObject({ ja: 'はじめの問い：「あの船がのうなって」と書いたaさんに、みなさんなら何ができそうですか？', en: 'To begin with: aさん wrote “あの船がのうなって”. What could each of you do?' });
      expect(asks(wish, says('seeking', '民宿', { quote: '民宿を探しています', score: 0.5 })).ja).toContain('「民宿を探しています」');
      expect(asks(says('seeking', '船'), says('interest', '民宿')).ja).toContain('「民宿」');
      expect(asks(says('seeking', '船')).en).toBe('To begin with: what struck you lately about “a boat”?');
    });
  });

  it('says once what one sentence lacks, and of nobody that people are missing', () => {
    const everyday: ConceptGraph = { concepts: { 場所: node('場所', { everyday: 'thing' }), 世話: node('世話', { everyday: 'thing' }), 子ども: node('子ども', { everyday: 'people' }) } };
    const quote = '親子で集まれる場所がほしいです';
    const seeker = person('a', [says('seeking', '世話', { quote, score: 0.7 }), says('seeking', '場所', { quote, score: 0.8 }), says('seeking', '子ども', { quote })]);
    expect(explainTeam({ members: [seeker, person('b', [])], graph: everyday }).filter(({ type }) => type === 'missing').map(({ labels }) => labels)).toEqual([['場所']]);
    const sure = person('a', [says('seeking', '場所', { quote, score: 0.8 }), says('seeking', '和室', { quote, score: 0.6 })]);
    expect(explainTeam({ members: [sure, person('b', [])], graph: everyday }).filter(({ type }) => type === 'missing').map(({ labels }) => labels)).toEqual([['和室']]);
  });

  it('says what is still missing, and not of what a teammate brings', () => {
    const members = [person('a', [says('seeking', '場所'), says('seeking', '孤立')]), person('b', [says('skill', '会食')])];
    expect(of('missing', members).map(({ labels }) => labels)).toEqual([['場所']]);
  });

  it('says nothing is missing that stands in the words of a need that is met', () => {
    const quote = '配達する車と運転手を探しています';
    const seeker = person('a', [says('seeking', '運ぶ手段', { quote }), says('seeking', '配達する車'), says('seeking', '場所')]);
    expect(of('missing', [seeker, person('b', [says('skill', '運ぶ手段')])]).map(({ labels }) => labels)).toEqual([['場所']]);
    expect(of('missing', [seeker, person('b', [])]).map(({ labels }) => labels)).toEqual([['運ぶ手段'], ['配達する車'], ['場所']]);
  });

  describe('where no word of an introduction may be quoted', () => {
    const everyday: ConceptGraph = { concepts: { デザイン: node('デザイン', { everyday: 'thing' }), 広報: node('知らせる力', { everyday: 'thing' }), 動画編集: node('動画編集'), 写真: node('写真') } };
    const seeker = person('a', [says('seeking', 'デザイン', { at: [12, 28] }), says('seeking', '動画を編集できる人', { at: [12, 21] }), says('seeking', '広報', { at: [12, 28] })]);
    const told = (...members: TeamPerson[]) => explainTeam({ members, graph: everyday }).filter(({ type }) => type === 'need_met' || type === 'missing').map(({ text }) => text.ja);

    it('knows by their places what was said in one breath, and names the tag rather than the everyday word', () => {
      expect(told(seeker, person('b', [says('skill', '動画編集', { at: [0, 4] }), says('skill', 'デザイン', { at: [0, 13] })]))).toEqual(['aさんが求める「動画を編集できる人」に、bさんの「動画編集」が役立ちます。']);
      expect(told(seeker, person('b', [says('skill', 'デザイン', { at: [0, 13] })]))).toEqual(['aさんが求める「動画を編集できる人」に、bさんの「デザイン」が役立ちます。']);
      // said elsewhere, it is another thing
      expect(told({ ...seeker, statements: [says('seeking', 'デザイン', { at: [40, 50] }), ...seeker.statements!.slice(1)] }, person('b', [says('skill', 'デザイン', { at: [0, 13] })])))
        .toEqual(['aさんが求める「デザイン」で、bさんが力になれます。', 'aさんが求める「動画を編集できる人」は、まだこのチームにいません。']);
    });

    it('says once what one breath lacks', () => {
      expect(told({ ...seeker, statements: [says('seeking', 'デザイン', { at: [12, 28] }), says('seeking', '広報', { at: [12, 28] })] }, person('b', []))).toEqual(['aさんが求めていそうな「デザイン」は、まだこのチームにありません。']);
    });
  });

  describe('a phrase that the graph does not know', () => {
    const games: ConceptGraph = { concepts: { 囲碁: { ...node('囲碁'), en: 'go' }, 将棋: node('将棋'), 料理: node('料理', { related: ['調理'] }), 調理: node('調理') } };
    const told = (need: string, ...others: TeamPerson[]) => explainTeam({ members: [person('a', [says('seeking', need)]), ...others], graph: games })
      .filter(({ type }) => type === 'need_met' || type === 'missing').map(({ text }) => text.ja);

    it('that looks for company is met by whoever likes it, and sooner by whoever can do it', () => {
      const [likes, does] = [person('b', [says('interest', '囲碁')]), person('c', [says('skill', '囲碁')])];
      expect(told('囲碁の相手', likes)).toEqual(['aさんが求める「囲碁の相手」に、「囲碁」に関心があるbさんがなれそうです。']);
      expect(told('囲碁を打つ仲間', likes)).toEqual(['aさんが求める「囲碁を打つ仲間」に、「囲碁」に関心があるbさんがなれそうです。']);
      expect(told('囲碁の相手', likes, does)).toEqual(['aさんが求める「囲碁の相手」に、cさんの「囲碁」が役立ちます。']);
      expect(told('囲碁の相手', person('b', [says('interest', '将棋')]))).toEqual(['aさんが求める「囲碁の相手」は、まだこのチームにいません。']);
      expect(told('囲碁の相手', person('b', [says('seeking', '囲碁')]))).toContain('aさんが求める「囲碁の相手」は、まだこのチームにいません。');
    });

    it('is not missing where a teammate brings what meets a concept in it, or a phrase like it', () => {
      expect(told('料理を教えてくれる方', person('b', [says('skill', '調理')]))).toEqual([]);
      expect(told('子ども向けの工作教室', person('b', [says('skill', '子ども向け工作教室')]))).toEqual([]);
      expect(told('料理を教えてくれる方', person('b', [says('skill', '将棋')]))).toHaveLength(1);
    });
  });

  it('says a thing once, though two concepts bear its word', () => {
    const members = [person('a', [says('seeking', '場所'), says('seeking', 'くらし:場所', { label: '場所' })]), person('b', [says('skill', '会食')])];
    expect(of('missing', members).map(({ text }) => text.ja)).toEqual(['aさんが求める「場所」は、まだこのチームにありません。']);
    const both = ['a', 'b'].map((id) => person(id, [says('skill', '防災'), says('skill', '話題:防災', { label: '防災' })]));
    expect(explain(both).filter(({ labels }) => labels.includes('防災') && labels.length === 1).map(({ type }) => type)).toEqual(['theme', 'question']);
    expect(of('theme', [...both, person('c', [says('interest', '祭り')]), person('d', [says('interest', '祭り')])]).map(({ labels }) => labels[0]).sort()).toEqual(['祭り', '防災']);
  });

  it('meets a need by data that may be shared, never by closed data', () => {
    const jacket = (sharing: 'open' | 'closed') => ({ jackets: [{ title: '電力の記録', sharing, concepts: [{ concept: '電力', label: '電力', weight: 1 }] }] });
    const seeker = person('a', [says('seeking', '電力')]);
    expect(of('need_met', [seeker, person('b', [], jacket('open'))])[0].labels).toEqual(['電力', '電力の記録']);
    expect(of('need_met', [seeker, person('b', [], jacket('closed'))])).toEqual([]);
    expect(of('brings', [seeker, person('b', [], jacket('closed'))])).toEqual([]);
  });

  it('lets each bring what no teammate has', () => {
    const brings = of('brings', [person('a', [says('skill', '料理'), says('skill', '写真')]), person('b', [says('skill', '料理')])]);
    expect(brings.map(({ members, labels }) => [members[0], labels[0]])).toEqual([['a', '写真']]);
  });

  it('tells the seat of who has said nothing as one to listen to', () => {
    expect(of('quiet', [person('a', [says('skill', '料理')]), person('b', [])]).map(({ members, text }) => [members, text.ja])).toEqual([[['b'], 'bさんの話はこれからです。まず聞いてみましょう。']]);
  });

  it('gives a reason for the seat of who has nothing but an interest of their own, and not where a theme has told it', () => {
    const members = [person('a', [says('skill', '料理')]), person('b', [says('interest', '将棋')]), person('c', [says('interest', '見守り')]), person('d', [says('interest', '見守り')])];
    expect(of('cares', members).map(({ members: [who], text }) => [who, text.ja])).toEqual([['b', 'bさんは「将棋」への関心を持ち寄ります。']]);
  });

  it('begins with a question from the words of a member', () => {
    const members = [person('a', [says('interest', '見守り', { quote: '祖母のことが心配で' })]), person('b', [says('interest', '見守り')])];
    expect(of('question', members)[0].text.ja).toBe('はじめの問い：「祖母のことが心配で」と書いたaさん、きっかけは何でしたか？');
  });

  it('asks about what all look for only where there is nothing else', () => {
    const seekers = ['a', 'b'].map((id) => person(id, [says('seeking', '投資家')]));
    expect(of('question', seekers)[0].text.ja).toContain('投資家');
    expect(of('question', [...seekers, person('c', [says('skill', '料理')])])[0].text.ja).toContain('cさんの「料理」');
    expect(of('question', [person('c', [says('skill', '会食')]), person('d', [says('seeking', '孤立')]), ...seekers])[0].labels).toEqual(['孤立']);
  });

  it('asks of words that offer something what the team could do with it', () => {
    const members = [person('a', [says('skill', '場所', { quote: '午後は厨房が空いています' })]), person('b', [says('seeking', '場所')]), person('c', [says('seeking', '場所')])];
    expect(of('question', members)[0].text.ja).toBe('はじめの問い：「午後は厨房が空いています」と書いたaさん。このチームなら、それを何に生かせそうですか？');
  });

  describe('asks about a trade as somebody would', () => {
    const trades: ConceptGraph = { concepts: { エンジニア: { ...node('エンジニア', { practises: ['開発'] }), en: 'engineer' }, デザイン: { ...node('デザイン'), en: 'design' } } };
    const questionOf = (...members: TeamPerson[]) => explainTeam({ members, graph: trades }).find(({ type }) => type === 'question')!.text;
    const engineer = (id: string, quote: string) => person(id, [says('skill', 'エンジニア', { quote })]);

    it('quotes no bare trade, and rather whatever else is told', () => {
      expect(questionOf(engineer('a', 'エンジニアです'), person('b', []))).toEqual({
        ja: 'はじめの問い：aさんの仕事（エンジニア）では、最近どんなことに手ごたえがありましたか？', en: 'To begin with: aさん, what went well lately in your work (engineer)?', yasashii: 'はじめの しつもん：aさんの しごとは 「エンジニア」です。さいきん うまく いったことは 何ですか？',
      });
      expect(questionOf(engineer('a', 'エンジニアです'), engineer('b', 'エンジニアとして川の水位を測っています')).ja).toContain('「エンジニアとして川の水位を測っています」と書いたbさん');
      expect(questionOf(engineer('a', 'エンジニアです'), person('b', [says('skill', 'デザイン')])).ja).toContain('bさんの「デザイン」');
    });

    it('names in each language what was written in the letters of another', () => {
      const english = questionOf(person('a', [says('seeking', 'デザイン', { quote: 'someone who can design' })]), person('b', []));
      expect([english.ja, english.en]).toEqual(['はじめの問い：aさんが求める「デザイン」に、みなさんなら何ができそうですか？', 'To begin with: aさん wrote “someone who can design”. What could each of you do?']);
      const japanese = questionOf(person('a', [says('skill', 'デザイン', { quote: 'デザインができます' })]), person('b', []));
      expect([japanese.ja, japanese.en]).toEqual(['はじめの問い：「デザインができます」と書いたaさん。このチームなら、それを何に生かせそうですか？', "To begin with: how could you use aさん's “design” together?"]);
    });
  });

  it.each([
    ['what one of them seeks, in their words', [says('skill', '料理'), says('seeking', '場所', { quote: '集まれる場所がほしい' })], '「集まれる場所がほしい」と書いたaさんに、みなさんなら何ができそうですか？'],
    ['what one of them seeks', [says('skill', '料理'), says('seeking', '場所')], 'aさんが求める「場所」に、みなさんなら何ができそうですか？'],
    ['what one of them brings', [says('interest', '将棋'), says('skill', '料理')], 'aさんの「料理」を、このチームなら何に生かせそうですか？'],
    ['what one of them likes', [says('interest', '将棋')], 'aさんが気になっている「将棋」、いちばんおもしろいのはどこですか？'],
  ])('where nothing is shared, begins with %s', (_, statements, question) => {
    expect(of('question', [person('a', statements), person('b', [])])[0].text.ja).toBe(`はじめの問い：${question}`);
  });

  it('where nobody said anything, begins with data that one of them brings, never with closed data', () => {
    const jacket = (sharing: 'open' | 'closed') => ({ jackets: [{ title: '電力の記録', sharing, concepts: [] }] });
    expect(of('question', [person('a', []), person('b', [], jacket('open'))])[0]).toMatchObject({ members: ['b'], text: { en: "To begin with: how could you use bさん's “電力の記録” together?" } });
    expect(of('question', [person('a', []), person('b', [], jacket('closed'))])).toEqual([]);
  });

  it('says of whoever has said something and shows none of it what to do, and not that they have said nothing', () => {
    expect(of('quiet', [person('a', [], { holdsBack: true }), person('b', [])]).map(({ text }) => text)).toEqual([
      { ja: 'aさんとの共通点は、まだ見つかっていません。話してみると見つかるかもしれません。', en: 'Nothing in common with aさん is known yet. A chat may find it.', yasashii: 'aさんと 同じところは まだ わかりません。話して みませんか。' },
      expect.objectContaining({ en: 'bさん has not said much yet. Begin by listening.' }),
    ]);
  });

  it('tells more of what sets the team apart than of what everybody holds', () => {
    const members = [person('a', [says('interest', '高齢者'), says('interest', '盆踊り')]), person('b', [says('interest', '高齢者'), says('interest', '盆踊り')])];
    const everybody = [...members, ...['c', 'd', 'e'].map((id) => person(id, [says('interest', '高齢者')]))];
    const [theme] = explainTeam({ members, graph, holders: countHolders(everybody), people: 5 });
    expect(theme.labels).toEqual(['盆踊り']);
  });

  it('has nothing but quiet seats to tell of people who said nothing, and does not mind the order of members', () => {
    expect(explain([{ id: 'a' }, { id: 'b' }]).map(({ type, members }) => [type, ...members])).toEqual([['quiet', 'a'], ['quiet', 'b']]);
    const members = [person('a', [says('skill', '料理')]), person('b', [says('seeking', '料理')]), person('c', [says('skill', '料理')])];
    expect(explain([...members].reverse())).toEqual(explain(members));
  });
});
