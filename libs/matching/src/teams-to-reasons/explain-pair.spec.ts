import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPeople, graph, person, says } from '../../test/people.js';
import type { MatchPerson, MatchStatement, Scene } from '../people.js';
import { buildEventIndex } from '../tags-to-similarity/event-index.js';
import { explainPair, type Reason } from './explain-pair.js';
import { sentence } from './sentence.js';

const explain = (people: MatchPerson[], viewer = 'a', other = 'b'): Reason[] => explainPair(buildEventIndex(graph, people), viewer, other);

const kaikei = [
  person('a', [says('seeking', '看護', { label: '看護', quote: '看護に詳しい人を探して' })]),
  person('b', [says('skill', '看護師', { label: '看護師', quote: '看護師を20年' })]),
];

describe('feature 22: why two people should meet', () => {
  it('names what I look for and what they have, with both concepts and quotes', () => {
    expect(explain(kaikei)[0]).toMatchObject({
      type: 'need_met',
      mine: { concept: '看護', label: '看護', quote: '看護に詳しい人を探して', kind: 'seeking' },
      theirs: { concept: '看護師', label: '看護師', quote: '看護師を20年', kind: 'skill', occupation: true },
    });
  });

  it('takes a trouble for one, unless it is worded as somebody who is looked for', () => {
    const asking = (quote: string): Reason => explain([person('a', [says('seeking', '孤立', { quote })]), person('b', [says('skill', '傾聴')])])[0];
    expect(asking('孤立を防ぎたい').mine?.problem).toBe(true);
    expect(asking('孤立に気づいてくれる人').mine?.problem).toBe(false);
    expect(sentence(asking('孤立に気づいてくれる人'), 'ja')).toMatch(/^「孤立に気づいてくれる人」を求めているあなたへ/);
  });

  it('takes for no trouble what is only the work of somebody who is looked for, and tells the whole sentence', () => {
    const asking = (sentence: string) => explain([person('a', [says('seeking', '孤立', { quote: '孤立の支援' })], { scenes: [{ quote: sentence, asks: Float32Array.of(0), answers: Float32Array.of(-9) }] }), person('b', [says('skill', '傾聴')])])
      .find(({ type }) => type === 'need_met')?.mine;
    expect(asking('孤立の支援をしている人とつながりたいです')).toMatchObject({ problem: false, wish: '孤立の支援をしている人とつながりたいです' });
    expect(asking('孤立の支援をもっと増やしたいです')?.problem).toBe(true);
  });

  it('lets nobody teach phones who teaches knitting, and is sure of no teacher whose thing is not named', () => {
    const everyday = { concepts: { ...graph.concepts, 'くらし:講師': { ...graph.concepts.会場, ja: '教えてくれる人', everyday: 'wide' as const } } };
    const teacher = (id: string, kind: 'seeking' | 'skill', ...things: string[]): MatchPerson =>
      person(id, [says(kind, 'くらし:講師', { at: [0, 9] }), ...things.map((thing) => says('interest', thing, { at: [1, 3] }))]);
    const told = (sought: string[], taught: string[]) => explainPair(buildEventIndex(everyday, [teacher('a', 'seeking', ...sought), teacher('b', 'skill', ...taught)]), 'a', 'b')
      .filter(({ mine }) => mine?.concept === 'くらし:講師').map(({ type, unsure = false }) => [type, unsure]);
    expect(told(['将棋'], ['釣り'])).toEqual([]);
    expect(told(['将棋'], ['将棋'])).toEqual([['need_met', false]]);
    expect(told(['将棋'], [])).toEqual([['need_met', true]]);
  });

  it('lends no director of a hall as if they were a room of it', () => {
    const given = (label: string) => explain([person('a', [says('seeking', '会場')]), person('b', [says('skill', '会場', { label, role: 'place' })])])[0].theirs;
    expect(['公民館の和室', '公民館の館長'].map(given)).toMatchObject([{ label: '公民館の和室', role: 'place' }, { label: '公民館の館長', role: undefined }]);
  });

  it('turns the sides when the other one reads', () => {
    expect(explain(kaikei, 'b', 'a')[0]).toMatchObject({ type: 'can_help', mine: { concept: '看護師' }, theirs: { concept: '看護' } });
  });

  it('tells an interest that the other one practises as something to learn, and back as something to share', () => {
    const people = [person('a', [says('interest', '料理')]), person('b', [says('skill', '料理')])];
    expect(explain(people)[0]).toMatchObject({ type: 'learn_from' });
    expect(explain(people, 'b', 'a')[0]).toMatchObject({ type: 'share_with' });
  });

  it('tells one interest of both as shared, not as a lesson', () => {
    const people = [person('a', [says('interest', '将棋')]), person('b', [says('interest', '将棋')])];
    expect(explain(people).map(({ type }) => type)).toEqual(['shared']);
  });

  it('names the data jacket that holds what I look for', () => {
    const people = [
      person('a', [says('seeking', '安否データ', { role: 'data' })]),
      person('b', [], { jackets: [{ title: '電力使用量', sharing: 'negotiable', concepts: [{ concept: '安否データ', label: '安否', weight: 1 }] }] }),
    ];
    expect(explain(people)[0]).toMatchObject({ type: 'data', theirs: { jacket: { title: '電力使用量', sharing: 'negotiable' } } });
    expect(explain(people, 'b', 'a')[0]).toMatchObject({ type: 'data_wanted', mine: { jacket: { title: '電力使用量' } } });
  });

  it('tells a thing that somebody only touched on from what they can do', () => {
    const people = [person('a', [says('seeking', '看護')]), person('b', [], { background: [{ concept: '看護師', label: '看護師', weight: 1 }] })];
    expect(explain(people)[0].theirs).toMatchObject({ concept: '看護師', mentioned: true });
    expect(explain(people)[0].theirs?.kind).toBeUndefined();
  });

  it('lets nobody give what everyday words say they look for themselves', () => {
    const everyday = { concepts: { ...graph.concepts, 場所: { ...graph.concepts.会場, ja: '場所', everyday: 'thing' as const } } };
    const types = (theirs: MatchStatement[]) => explainPair(buildEventIndex(everyday, [person('a', [says('seeking', '場所')]), person('b', theirs)]), 'a', 'b').map(({ type }) => type);
    expect(types([says('skill', '場所')])).toContain('need_met');
    expect(types([says('skill', '場所'), says('seeking', '場所')])).not.toContain('need_met');
  });

  it('never sells as help what somebody writes of only because they look for it, or for something close to it', () => {
    const mentions = (concept: string, sought?: string): MatchPerson => person('b', sought ? [says('seeking', sought)] : [], { background: [{ concept, label: concept, weight: 1 }] });
    const types = (they: MatchPerson) => explain([person('a', [says('seeking', '見守り')]), they]).map(({ type }) => type);
    expect(types(mentions('見守り'))).toContain('need_met');
    expect(types(mentions('見守り', '見守り'))).not.toContain('need_met');
    expect(types(mentions('見守り', '安否確認'))).not.toContain('need_met');
    // a link away, and not what meets it
    expect(types(mentions('安否確認'))).not.toContain('need_met');
    expect(explain([person('a', [says('seeking', '見守り')]), mentions('見守り', '見守り')], 'b', 'a').map(({ type }) => type)).not.toContain('can_help');
  });

  it('takes everyday words for what a concept is named after', () => {
    const everyday = { concepts: { ...graph.concepts, 'くらし:会場': { ...graph.concepts.会場, ja: '場所', everyday: 'thing' as const } } };
    const types = (...theirs: MatchStatement[]) => explainPair(buildEventIndex(everyday, [person('a', [says('seeking', 'くらし:会場')]), person('b', [says('skill', 'くらし:会場', { guess: true }), ...theirs])]), 'a', 'b').map(({ type }) => type);
    expect(types()).toContain('need_met');
    expect(types(says('seeking', '会場'))).not.toContain('need_met');
  });

  it('asks for nothing because of a guess, and calls it only touched on', () => {
    expect(explain([person('a', [says('seeking', '看護', { guess: true })]), person('b', [says('skill', '看護師')])]).map(({ type }) => type)).not.toContain('need_met');
    expect(explain([person('a', [says('seeking', '看護')]), person('b', [says('skill', '看護師', { guess: true })])])[0].theirs).toMatchObject({ concept: '看護師', mentioned: true });
  });

  it('tells what somebody surely said of a thing, though another reading of it is a guess', () => {
    const helper = person('b', [says('skill', '看護師')]);
    expect(explain([person('a', [says('seeking', '看護', { guess: true, score: 0.3 }), says('interest', '看護')]), helper])[0]).toMatchObject({ type: 'learn_from', mine: { concept: '看護', kind: 'interest' } });
  });

  it('where nothing in common is known, names no guess', () => {
    const other = (...statements: MatchStatement[]) => explain([person('a', [says('interest', '将棋')]), person('b', statements)])[0];
    const guess = says('skill', '料理', { guess: true });
    expect(other(guess, says('interest', '釣り', { score: 0.5 }))).toMatchObject({ type: 'open', theirs: { concept: '釣り' } });
    expect(other(guess)).toMatchObject({ type: 'open', theirs: undefined });
  });

  it('says that it is guessed from a role what nobody has said, and never makes a reason of two guesses or calls a guess shared', () => {
    const guess = (id: string, says: 'need' | 'offer', concept: string, own: MatchPerson['statements'] = []): MatchPerson =>
      person(id, own, { background: [{ concept, label: concept, weight: 0.7, implied: { says, by: '市立病院' } }] });
    expect(explain([guess('a', 'need', '看護'), person('b', [says('skill', '看護師')])])[0]).toMatchObject({ type: 'need_met', mine: { implied: '市立病院' }, theirs: { kind: 'skill' } });
    expect(explain([person('a', [says('seeking', '看護')]), guess('b', 'offer', '看護師')])[0].theirs).toMatchObject({ implied: '市立病院' });
    expect(explain([guess('a', 'need', '看護'), guess('b', 'offer', '看護')]).map(({ type }) => type)).not.toContain('need_met');
    expect(explain([guess('a', 'offer', '将棋'), person('b', [says('skill', '将棋')])]).map(({ type }) => type)).not.toContain('shared');
    const touches = person('b', [], { background: [{ concept: '看護師', label: '看護師', weight: 0.7 }] });
    expect(explain([guess('a', 'need', '看護'), touches]).map(({ type }) => type)).not.toContain('need_met');
    expect(explain([person('a', [says('seeking', '看護')]), touches]).map(({ type }) => type)).toContain('need_met');
  });

  it('tells by words that hang on what is not quoted only after what stands by itself', () => {
    const told = (quote: string) => explain([
      person('a', [says('seeking', '看護', { quote }), says('seeking', '将棋', { score: 0.5, quote: '将棋の相手を長く探している' })]),
      person('b', [says('skill', '看護師', { quote: '看護師を20年やっています' }), says('skill', '将棋', { score: 0.4, quote: '将棋なら誰とでも指せます' })]),
    ])[0].mine?.concept;
    expect(told('看護の人をずっと探しているところです')).toBe('看護');
    expect(told('でもどこに言えばいいんすかね')).toBe('将棋');
  });

  it('calls nothing spoken of that only the name of an office says, and wishes nothing because of it', () => {
    const official = (id: string, concept: string): MatchPerson => person(id, [], { affiliation: '横浜市役所', background: [{ concept, label: concept, weight: 1, affiliated: true }] });
    expect(explain([official('a', '将棋'), official('b', '将棋')]).map(({ type }) => type)).not.toContain('shared');
    expect(explain([person('a', [says('seeking', '看護')]), official('b', '看護師')])[0]).toMatchObject({ type: 'need_met', theirs: { concept: '看護師', implied: '横浜市役所' } });
    expect(explain([official('a', '看護'), person('b', [says('skill', '看護師')])]).map(({ type }) => type)).not.toContain('need_met');
  });

  it('puts the strongest reason first, names each pair of concepts once, and at most two of one type', () => {
    fc.assert(fc.property(anyPeople(2, 6), (people) => {
      const reasons = explain(people, 'p00', 'p01').filter(({ type }) => type !== 'sector');
      // bare words on both sides, as nothing here is quoted: what is quoted or held as data is told before
      const strengths = reasons.filter(({ type, mine, theirs }) => type !== 'scenes' && !mine?.jacket && !theirs?.jacket).map(({ strength }) => strength);
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      const pairs = reasons.map(({ mine, theirs }) => `${mine?.concept} ${theirs?.concept}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      for (const { type } of reasons) expect(reasons.filter((one) => one.type === type).length).toBeLessThanOrEqual(2);
    }));
  });

  it('does not tell the same words of both twice, though they stand for several concepts', () => {
    const quote = '調理と配達の手が足りません';
    const people = [person('a', [says('seeking', '看護', { quote }), says('seeking', '料理', { quote })]), person('b', [says('skill', '看護師', { quote: '看護師で料理人です' }), says('skill', '料理', { quote: '看護師で料理人です' })])];
    const told = explain(people).filter(({ mine }) => mine?.quote === quote).map(({ mine, theirs }) => `${mine?.quote} ${theirs?.quote}`);
    expect(told).toHaveLength(1);
  });

  it('says only what the people said: no concept, quote or title that is not theirs', () => {
    fc.assert(fc.property(anyPeople(2, 6), (people) => {
      const word = (one: MatchPerson): string[] => (one.wording?.shown ? one.wording.runs : []).flatMap((run) => [...run].flatMap((_, at) => [2, 3, 4, 5].map((length) => run.slice(at, at + length))));
      const said = (one: MatchPerson): Set<string> => new Set([
        ...word(one), ...(one.wording?.shown ? one.aspects ?? [] : []).map(({ aspect }) => aspect),
        ...one.statements.map(({ concept }) => concept), ...one.jackets.flatMap(({ concepts }) => concepts.map(({ concept }) => concept)), `sector:${one.sector}`,
        ...(one.scenes ?? []).flatMap(({ quote }, at, scenes) => [quote, ...scenes.slice(at + 1).map((later) => `${quote} … ${later.quote}`)]).map((quote) => `scene:${quote}`),
      ]);
      for (const { mine, theirs } of explain(people, 'p00', 'p01')) {
        if (mine) expect(said(people[0])).toContain(mine.concept);
        if (theirs) expect(said(people[1])).toContain(theirs.concept);
      }
    }));
  });

  it('names a word in both texts where there is nothing better, and only where both show them', () => {
    const writing = (shown: boolean): MatchPerson[] => [
      person('a', [says('interest', '将棋')], { wording: { runs: ['定置網', '港'], shown } }), person('b', [says('interest', '釣り')], { wording: { runs: ['定置網漁'], shown: true } }),
    ];
    expect(explain(writing(true))).toMatchObject([{ type: 'words', theirs: { label: '定置網' } }]);
    expect(explain(writing(false))).toMatchObject([{ type: 'open' }]);
  });

  it('names what both write about where no word is in common, what joins them most, and only where both show their texts', () => {
    const about = (shown: boolean): MatchPerson[] => [
      person('a', [says('interest', '将棋')], { wording: { runs: ['港'], shown }, aspects: [{ aspect: '観点:介護', weight: 1 }, { aspect: '観点:海', weight: 3 }] }),
      person('b', [says('interest', '釣り')], { wording: { runs: ['磯'], shown: true }, aspects: [{ aspect: '観点:介護', weight: 1 }, { aspect: '観点:海', weight: 1 }] }),
    ];
    const [told] = explain(about(true));
    expect(told).toMatchObject({ type: 'aspect', theirs: { label: '海' } });
    expect([sentence(told, 'ja'), sentence(told, 'en')]).toEqual(['ふたりとも「海」に関わる話をしています。', 'You both write about the sea.']);
    expect(explain(about(false))).toMatchObject([{ type: 'open' }]);
    // of two texts that only touch nothing is told
    const [one, other] = about(true);
    expect(explain([one, { ...other, aspects: [{ aspect: '観点:介護', weight: 1 }, { aspect: '観点:海', weight: 1 }, { aspect: '観点:山', weight: 9 }] }])).toMatchObject([{ type: 'open' }]);
  });

  describe('by the sentences that tell it best', () => {
    const scene = (quote: string, asks: number[], answers: number[]): Scene => ({ quote, asks: Float32Array.from(asks), answers: Float32Array.from(answers) });
    const guess = { concept: '会計', label: '会計', weight: 0.3, implied: { says: 'need', by: '商店' } } as const;
    const uphill = person('b', [says('skill', '会計')], { scenes: [scene('坂がきつくて買い物が月に一度', [3, 0], [0, -3])] });
    const idle = (asked: MatchStatement[], answer = 1): MatchPerson =>
      person('a', asked, { background: [guess], scenes: [scene('猫が好き', [0, 1], [-1, 0]), scene('昼の二台は車庫で待機', [0, 1], [answer, 0])] });
    const types = (me: MatchPerson, they = uphill): string[] => explain([me, they]).map(({ type }) => type);

    it('quotes both, whoever of the two asks, behind what somebody asked for in so many words and before what is a guess', () => {
      expect(explain([idle([]), uphill])[0]).toMatchObject({ type: 'scenes', mine: { quote: '昼の二台は車庫で待機' }, theirs: { quote: '坂がきつくて買い物が月に一度' } });
      expect(explain([idle([]), uphill], 'b', 'a')[0]).toMatchObject({ type: 'scenes', mine: { quote: '坂がきつくて買い物が月に一度' }, theirs: { quote: '昼の二台は車庫で待機' } });
      const keeper = { ...uphill, statements: [says('skill', '会計', { quote: '経理を三十年やりました' })] };
      expect(types(idle([says('seeking', '会計', { quote: '会計を見てくれる人を探す' })]), keeper).slice(0, 2)).toEqual(['need_met', 'scenes']);
      expect(types(idle([says('seeking', '会計', { quote: '会計' })])).slice(0, 2)).toEqual(['scenes', 'need_met']);
    });

    it('quotes nothing where the likeliest two sentences hardly have to do with each other', () => {
      expect([types(idle([], -0.5)), types(idle([], -0.6))].map((all) => all.includes('scenes'))).toEqual([true, false]);
    });

    it('quotes a second sentence where the first alone may miss the point, in the order in which they are written, as far as one quote holds', () => {
      const likely = (first: string, second: string): string[] => {
        const me = person('a', [], { scenes: [scene(first, [0, 1], [0.1, 0]), scene('猫が好き', [0, 1], [-2, 0]), scene(second, [0, 1], [0.2, 0])] });
        return explain([me, uphill]).flatMap(({ type, mine }) => (type === 'scenes' ? [mine?.quote ?? ''] : []));
      };
      expect(likely('車庫に二台', '昼は待機')).toEqual(['車庫に二台 … 昼は待機']);
      expect(likely('車庫に二台', `昼は${'待'.repeat(60)}機`)).toEqual([`昼は${'待'.repeat(60)}機`]);
      // as sure as one sentence is, nothing need be added
      expect(explain([idle([], 2), uphill])[0].mine?.quote).toBe('昼の二台は車庫で待機');
    });

    it('quotes less what only asks as an answer: two who both look for something help each other little', () => {
      const [wish, offer] = [`車を出してくれる人を${'ずっと'.repeat(9)}探しています`, `昼の二台は${'ずっと'.repeat(9)}車庫で待機`]; // too long for one quote
      const quoted = (onlyAsks: boolean): string | undefined => {
        const me = person('a', [], { scenes: [{ ...scene(wish, [0, 1], [1, 0]), onlyAsks }, scene(offer, [0, 1], [0.6, 0])] });
        return explain([me, uphill])[0].mine?.quote;
      };
      expect([quoted(false), quoted(true)]).toEqual([wish, offer]);
    });

    it('sells nobody two wishes for the same thing, however close', () => {
      const seeker = (id: string, concept: string, onlyAsks: boolean) =>
        person(id, [says('seeking', concept, { quote: '投資家' })], { scenes: [{ ...scene('投資家を探しています', [3, 0], [3, 0]), onlyAsks }] });
      const types = (mine: MatchPerson, theirs: MatchPerson) => explain([mine, theirs]).map(({ type }) => type);
      expect(types(seeker('a', '会計', true), seeker('b', '会計', false))).toContain('scenes');
      expect(types(seeker('a', '会計', true), seeker('b', '将棋', true))).toContain('scenes');
      expect(types(seeker('a', '会計', true), seeker('b', '会計', true))).not.toContain('scenes');
    });

    it('leaves out what its writer denies, and quotes what stands beside it', () => {
      const me = person('a', [], { scenes: [scene("I don't speak Japanese very well and I am looking for someone who can translate", [0, 1], [1, 0])] });
      expect(explain([me, uphill])[0].mine?.quote).toBe('I am looking for someone who can translate');
      expect(types(person('a', [], { scenes: [scene('I am not good at drawing', [0, 1], [1, 0])] }))).not.toContain('scenes');
    });

    it('holds twice as many Latin letters in a quote', () => {
      const me = person('a', [], { scenes: [scene('x'.repeat(60), [0, 1], [0.1, 0]), scene('y'.repeat(50), [0, 1], [0.2, 0])] });
      expect(explain([me, uphill])[0].mine?.quote).toBe(`${'x'.repeat(60)} … ${'y'.repeat(50)}`);
    });

    it('is the stronger the likelier the two tell why, and silent where they hardly do', () => {
      const strength = (answer: number): number | undefined => explain([idle([], answer), uphill]).find(({ type }) => type === 'scenes')?.strength;
      expect(strength(1)).toBeGreaterThan(strength(0.2)!);
      expect(strength(-1)).toBeUndefined();
      expect(types({ ...idle([]), scenes: [] })).not.toContain('scenes');
    });
  });

  it('says plainly that nothing is known in common, or that somebody is new', () => {
    const people = [person('a', [says('interest', '将棋')]), person('b', [says('interest', '釣り')]), person('c', [])];
    expect(explain(people)).toMatchObject([{ type: 'open', theirs: { concept: '釣り' } }]);
    expect(explain(people, 'a', 'c')).toMatchObject([{ type: 'new' }]);
    expect(explain([people[0], { ...people[2], holdsBack: true }], 'a', 'c')).toMatchObject([{ type: 'open', theirs: undefined }]);
  });
});
