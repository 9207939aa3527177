import type { Token } from './tokens.js';

/** 強い方 is read as 強いる + 方: put right what comes before a person. */
function mendToken(token: Token, next: Token | undefined): void {
  // A noun in kana that is taken for a verb before 屋.
  if (token.form.startsWith('体言接続特殊') && next?.pos === '名詞' && next.detail !== '非自立') Object.assign(token, { pos: '名詞', detail: '一般', form: '', base: token.surface });
  if (token.surface === '強い' && token.pos === '動詞') Object.assign(token, { pos: '形容詞', detail: '自立', form: '基本形', base: '強い' });
  if (next?.surface === '方' && next.detail === '接尾' && /[うくすつぬむるぐぶたいだ]$/.test(token.surface) && token.form !== '連用形') Object.assign(next, { detail: '非自立' });
}

/** 在宅 でし て: で + する, not です. */
function splitDe(token: Token, next: Token | undefined): Token[] {
  if (token.surface !== 'でし' || token.pos !== '助動詞' || next?.surface !== 'て') return [token];
  const middle = token.start + 1;
  return [
    { ...token, surface: 'で', pos: '助詞', detail: '格助詞', form: '', base: 'で', end: middle },
    { ...token, surface: 'し', pos: '動詞', detail: '自立', form: '連用形', base: 'する', start: middle },
  ];
}

/** 姉 はね 、: は + ね, not the verb 跳ねる. */
function splitHaNe(token: Token, before: Token | undefined, next: Token | undefined): Token[] {
  if (token.surface !== 'はね' || token.pos !== '動詞' || before?.pos !== '名詞' || next?.surface !== '、') return [token];
  const middle = token.start + 1;
  return [
    { ...token, surface: 'は', pos: '助詞', detail: '係助詞', form: '', base: 'は', end: middle },
    { ...token, surface: 'ね', pos: '助詞', detail: '終助詞', form: '', base: 'ね', start: middle },
  ];
}

/** 減ってる ん で: because. */
function joinNde(token: Token, at: number, all: Token[]): Token[] {
  const isNde = (one: Token | undefined, next: Token | undefined): boolean => one?.surface === 'ん' && one.detail === '非自立' && next?.surface === 'で' && next.start === one.end;
  if (isNde(all[at - 1], token)) return [];
  return isNde(token, all[at + 1]) ? [{ ...token, surface: 'んで', pos: '助詞', detail: '接続助詞', form: '', base: 'んで', end: all[at + 1].end }] : [token];
}

/** 母 が ね 、昔は…: the speaker draws breath. */
const drawsBreath = (token: Token, before: Token | undefined, next: Token | undefined): boolean =>
  /^[ねさ]$/.test(token.surface) && token.detail === '終助詞' && before?.pos === '助詞' && /^(?:が|は|も|を|に)$/.test(before.surface) && next?.surface === '、';

/** Puts right what IPADIC reads wrong. */
export function mendTokens(tokens: Token[]): Token[] {
  tokens.forEach((token, at) => mendToken(token, tokens[at + 1]));
  return tokens.flatMap((token, at) => splitDe(token, tokens[at + 1]))
    .flatMap((token, at, all) => splitHaNe(token, all[at - 1], all[at + 1]))
    .flatMap(joinNde)
    .filter((token, at, all) => !drawsBreath(token, all[at - 1], all[at + 1]));
}
