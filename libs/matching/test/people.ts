import fc from 'fast-check';
import type { ConceptGraph, ConceptNode, Kind, MatchJacket, MatchPerson, MatchStatement, Role } from '../src/people.js';

/** Each concept is a field of its own, so that tests of links see links only. */
const node = (ja: string, links: Partial<ConceptNode> = {}): ConceptNode =>
  ({ ja, category: ja, broader: [], related: [], metBy: [], practises: [], ...links });

/** What texts can be about. */
const aspects = [['観点:余り', '余っているもの', 'surplus'], ['観点:介護', '介護', 'elderly care'], ['観点:海', '海', 'the sea']] as const;

/** A small graph with every kind of link. */
export const graph: ConceptGraph = {
  concepts: {
    孤立: node('孤立', { en: 'isolation', metBy: ['見守り', '会食', '傾聴'] }),
    見守り: node('見守り', { en: 'watching over', related: ['安否確認'] }),
    安否確認: node('安否確認'),
    会食: node('会食', { en: 'shared meals' }),
    傾聴: node('傾聴'),
    料理: node('料理', { en: 'cooking', related: ['会食'] }),
    プログラミング: node('プログラミング', { en: 'programming' }),
    Python: node('Python', { broader: ['プログラミング'] }),
    Go: node('Go', { broader: ['プログラミング'] }),
    看護師: node('看護師', { en: 'nurse', practises: ['看護'] }),
    看護: node('看護', { en: 'nursing' }),
    会場: node('会場', { en: 'venue' }),
    安否データ: node('安否データ'),
    将棋: node('将棋', { en: 'shogi' }),
    釣り: node('釣り', { en: 'fishing' }),
    ...Object.fromEntries(aspects.map(([id, ja, en]) => [id, node(ja, { en })])),
  },
};

export const says = (kind: Kind, concept: string, more: Partial<MatchStatement> = {}): MatchStatement =>
  ({ kind, concept, label: concept, score: 1, ...more });

export const person = (id: string, statements: MatchStatement[], more: Partial<MatchPerson> = {}): MatchPerson =>
  ({ id, statements, jackets: [], ...more });

const roles: Role[] = ['place', 'hands', 'material', 'vehicle', 'knowledge', 'data', 'money', 'time', 'contacts', 'audience'];
const concepts = [...Object.keys(graph.concepts).filter((id) => !id.startsWith('観点:')), '高齢者の見守り活動', '見守り活動の仲間', 'ボードゲーム会', 'ボードゲームカフェ', 'drone racing', 'constructor'];
const anyConcept = fc.constantFrom(...concepts);

const anyStatement: fc.Arbitrary<MatchStatement> = fc.record({
  kind: fc.constantFrom<Kind>('skill', 'interest', 'seeking'), concept: anyConcept,
  score: fc.double({ min: 0.1, max: 1, noNaN: true }), role: fc.option(fc.constantFrom(...roles), { nil: undefined }),
}).map((statement) => ({ ...statement, label: statement.concept }));

const anyJacket: fc.Arbitrary<MatchJacket> = fc.record({
  title: fc.constant('記録'), sharing: fc.constantFrom('open', 'negotiable', 'closed'),
  concepts: fc.array(fc.record({ concept: anyConcept, label: fc.constant('記録'), weight: fc.double({ min: 0.1, max: 1, noNaN: true }) }), { maxLength: 2 }),
});

/** A unit vector of two numbers. */
const anySide = fc.double({ min: 0, max: 6.2, noNaN: true }).map((angle) => Float32Array.of(Math.cos(angle), Math.sin(angle)));

/** Half of a closeness, as what somebody lacks, gives or is about. */
const anyHalf = anySide.map((side) => side.map((value) => value * Math.SQRT1_2));

const anyPersonBut: fc.Arbitrary<Omit<MatchPerson, 'id'>> = fc.record({
  statements: fc.array(anyStatement, { maxLength: 8 }), jackets: fc.array(anyJacket, { maxLength: 1 }),
  sector: fc.option(fc.constantFrom('citizen', 'npo', 'company'), { nil: undefined }),
  wording: fc.option(fc.record({ runs: fc.uniqueArray(fc.constantFrom('高齢者', '高齢化', '見守', 'スマホ', 'スマート', 'drone', '漁師'), { maxLength: 4 }), shown: fc.boolean() }), { nil: undefined }),
  aspects: fc.option(fc.subarray(aspects.map(([id]) => id)).chain((ids) => fc.tuple(...ids.map((aspect) => fc.record({ aspect: fc.constant(aspect), weight: fc.double({ min: 0.1, max: 4, noNaN: true }) })))), { nil: undefined }),
  encounter: fc.option(fc.record({ lacks: anyHalf, gives: anyHalf, about: anyHalf }), { nil: undefined }),
  scenes: fc.option(fc.array(fc.record({ quote: fc.constantFrom('船が空いています', '運ぶ足がありません', '畑で採れすぎます'), asks: anySide, answers: anySide }), { maxLength: 3 }), { nil: undefined }),
  languages: fc.option(fc.constantFrom(['ja'], ['en'], ['ja', 'en']), { nil: undefined }),
});

/** Up to `most` people with ids p00, p01, … */
export const anyPeople = (least: number, most: number): fc.Arbitrary<MatchPerson[]> =>
  fc.array(anyPersonBut, { minLength: least, maxLength: most })
    .map((people) => people.map((one, at) => ({ ...one, id: `p${String(at).padStart(2, '0')}` })));
