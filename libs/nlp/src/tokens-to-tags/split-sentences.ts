import { UNMARKED_END } from '../text-to-tokens/sentence-letters.js';
import type { Token } from '../text-to-tokens/tokens.js';
import { statementMarks } from './statement-marks.js';
import { headingReading, isOnlyWished, type HeadingReading } from './words/headings.js';

/** A stretch of the text under one heading (得意：…). */
export interface Region {
  start: number;
  end: number;
  reading: HeadingReading;
  /** The heading's words, which are no content. */
  label: [start: number, end: number];
}

/** Tokens up to a full stop or line end; brackets are taken out as asides. */
export interface Sentence {
  tokens: Token[];
  heading?: HeadingReading;
  /** That heading says what its writer learns, likes or wants, and can do none of yet. */
  onlyWished?: boolean;
  /** Ends with a question mark. */
  asked?: boolean;
  /** Index in the list of the sentence that this one is an aside of. */
  asideOf?: number;
  /** Where the aside stands in its sentence. */
  asideAt?: number;
}

const BULLET = /^[\s●・*\-–—>▶→#＊◦‣★☆✓✔]*(?:\d{1,2}[.)、]\s*)?/;
const BRACKETED = /[【〔《〈[<]([^】〕》〉\]>\n]{1,16})[】〕》〉\]>]/g;
const COLON = /(?<=^|[\s、。/|●・,])([^\s:：→⇒=、。「」()●・/,]{1,16}|[A-Za-z][A-Za-z'’ ]{1,24})\s*(?::|→|⇒|=|…+(?![。、!！?？…\s]|$)|\s-\s)\s*(?=\S|$)/g;

/** Words that are a heading even where no colon says so. */
const BARE_HEADING = /^(?:お?仕事|職業|職種|本業|副業|前職|現職|専門|専攻|研究|資格|経歴|経験|趣味|特技|スキル|得意(?:なこと|分野)?|でき(?:る|ます|ること)|(?:好き|すき)(?:な(?:こと|もの|物|技術|言語|分野))?|(?:苦手|不得意|嫌い)(?:な(?:こと|もの|物))?|やりたくない(?:こと)?|短所|弱点|でき(?:ない|ません)(?:こと)?|出来ない(?:こと)?|(?:いま|今|最近)?(?:興味|関心)(?:関心|[のがを](?:ある|あります|持って(?:い)?る)(?:こと|もの|事|物|分野|技術|領域|テーマ)?)?|関心(?:事)?|(?:最近)?気になる(?:こと|もの|技術)?|(?:(?:いま|今|最近|これから)?(?:勉強|学習|練習|独学)して(?:い)?る|(?:これから|今後|いつか)?(?:やり|やってみ|学び|学んでみ|勉強し|学習し|習い|覚え|触り|触ってみ|さわってみ|使ってみ|作ってみ|挑戦し|挑戦してみ)たい)(?:こと|もの|物|技術|言語|分野)?|会いたい(?:人|方)?|話したい(?:人|こと)?|学び中|勉強中|学習中|夢|目標|ほしい|欲しい|求む|求めていること|探し中|探しています|探しているもの|探している人|探し物|募集(?:中)?|持ち物|提供できるもの|Skills?|Interests?|Hobbies|Looking for|Job|Work)$/i;
/** ■できない 営業: a mark in front and a blank behind make a heading of a word that can be one. */
const SPACED = /^(\s*[●■◆▶◎○◇□▪☆★][\s]*)([^\s/|｜、。]{1,10})(\s+)(?=\S)/;
const SLASHED = /^([\s●・*\-–—>▶→#＊◦‣★☆✓✔◎]*)([^\s/|｜、。]{1,10})(\s*[/|｜]\s*)(?=\S)/;

/** Letters of a heading that no mark makes one. */
const LONGEST_HEADING = 12;

/** Headings of one line, with where their words stand. */
function headingsOf(line: string, offset: number): { label: [number, number]; reading: HeadingReading }[] {
  const found: { label: [number, number]; reading: HeadingReading }[] = [];
  const add = (index: number, whole: string, words: string) => {
    const reading = headingReading(words.replace(BULLET, ''));
    if (reading) found.push({ label: [offset + index, offset + index + whole.length], reading });
    // micro:bit is a name
    else if (/^【/.test(whole) || (index <= 2 && /:\s*$/.test(whole) && !/\d$/.test(words) && !/^[a-z]:[a-z]/.test(line.slice(index + whole.length - 2)))) found.push({ label: [offset + index, offset + index + whole.length], reading: 'nothing' });
  };
  for (const match of line.matchAll(BRACKETED)) add(match.index, match[0], match[1]);
  for (const match of line.matchAll(COLON)) if (!found.some(({ label }) => match.index + offset < label[1])) add(match.index, match[0], match[1]);
  // ・職業/保健師: a slash or bar behind a heading that stands alone in front.
  const slashed = found.length === 0 ? SLASHED.exec(line) ?? SPACED.exec(line) : null;
  if (slashed && BARE_HEADING.test(slashed[2])) add(slashed[1].length, slashed[2] + slashed[3], slashed[2]);
  if (found.length === 0) {
    const bare = line.replace(BULLET, '').trim();
    if (bare.length <= LONGEST_HEADING && !/[、。!？]|です|ます/.test(bare) && BARE_HEADING.test(bare)) {
      const reading = headingReading(bare);
      if (reading) found.push({ label: [offset, offset + line.length], reading });
    }
  }
  return found.sort((a, b) => a.label[0] - b.label[0]);
}

/** 自己紹介 and unknown headings announce nothing, but what follows them is ordinary text. */
const isTransparent = (text: string, label: [number, number]): boolean => headingReading(wordsOfLabel(text, label)) === undefined;

const wordsOfLabel = (text: string, label: [number, number]): string => text.slice(...label).replace(/[【】〔〕《》〈〉[\]<>:=→⇒…\s]/g, '').replace(BULLET, '');

/** The stretches under headings. A heading alone on its line holds for the lines below, up to a blank line. */
export function findRegions(text: string): Region[] {
  const regions: Region[] = [];
  let offset = 0;
  let open: Region | undefined;
  for (const line of text.split('\n')) {
    const end = offset + line.length;
    const headings = headingsOf(line, offset);
    if (headings.length > 0 || !line.trim()) open = undefined;
    if (open) open.end = end;
    headings.forEach(({ label, reading }, index) => {
      const stop = headings[index + 1]?.label[0] ?? end;
      const region: Region = { start: label[1], end: stop, reading, label };
      regions.push(region);
      open = index === headings.length - 1 && !text.slice(region.start, stop).trim() ? region : undefined;
    });
    offset = end + 1;
  }
  return regions;
}

const regionAt = (regions: Region[], at: number): Region | undefined => regions.find(({ start, end }) => at >= start && at < end);

/** The heading a position stands under, unless that heading says nothing about it. */
export function headingAt(regions: Region[], text: string, at: number): HeadingReading | undefined {
  const region = regionAt(regions, at);
  return region === undefined || (region.reading === 'nothing' && isTransparent(text, region.label)) ? undefined : region.reading;
}

const isStop = (token: Token): boolean => /^[。!?…\n]+$/.test(token.surface) || token.surface.includes('\n');
const ENDS = new RegExp(UNMARKED_END, 'gu');

/** Blanks before a sentence, and behind it, are none of it: 一字下げ changes no tag. */
function withoutEdges(tokens: Token[]): Token[] {
  const isWritten = (token: Token): boolean => token.surface.trim() !== '';
  return tokens.slice(tokens.findIndex(isWritten) >>> 0, tokens.findLastIndex(isWritten) + 1);
}

const OPENERS: Record<string, string> = { '(': ')', '「': '」', '『': '』', '“': '”' };

/** A quotation with a verb in it is somebody's sentence, not the writer's statement. */
const isSentence = (tokens: Token[]): boolean => tokens.some((token) => token.pos === '助動詞' || (token.pos === '動詞' && token.form !== '連用形')) || tokens.some((token) => /[。!?]/.test(token.surface));

/** Takes brackets out of a token list: round ones become asides, quoted names stay, quoted sentences go. */
function takeBrackets(tokens: Token[]): { main: Token[]; asides: { tokens: Token[]; at: number }[] } {
  const main: Token[] = [];
  const asides: { tokens: Token[]; at: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const closer = tokens[at].term ? undefined : OPENERS[tokens[at].surface];
    const close = closer ? tokens.findIndex((token, index) => index > at && token.surface === closer) : -1;
    if (close < 0) {
      if (!/^[()「」『』“”]$/.test(tokens[at].surface)) main.push(tokens[at]);
      continue;
    }
    const inside = tokens.slice(at + 1, close);
    if (tokens[at].surface === '(') asides.push({ tokens: inside, at: tokens[at].start });
    else if (!isSentence(inside)) main.push(...inside);
    at = close;
  }
  return { main, asides };
}

/** Cuts tokens into sentences with their heading; asides follow the sentence they stand in. */
export function splitSentences(tokens: Token[], text: string, regions: Region[]): Sentence[] {
  const sentences: Sentence[] = [];
  let open: Token[] = [];
  const close = (asked = false) => {
    const { main, asides } = takeBrackets(withoutEdges(open));
    open = [];
    if (main.length === 0 && asides.length === 0) return;
    const first = (main[0] ?? asides[0].tokens[0])?.start ?? 0;
    const heading = headingAt(regions, text, first);
    const label = regionAt(regions, first)?.label;
    const onlyWished = label !== undefined && isOnlyWished(wordsOfLabel(text, label));
    const asideOf = sentences.push({ tokens: main, heading, ...(onlyWished ? { onlyWished } : {}), ...(asked ? { asked } : {}) }) - 1;
    for (const aside of asides) if (aside.tokens.length) sentences.push({ tokens: aside.tokens, heading, asideOf, asideAt: aside.at });
  };
  let heading: Region | undefined;
  const marks = statementMarks(text);
  const ends = new Set([...text.matchAll(ENDS)].map(({ index }) => index));
  tokens.forEach((token) => {
    const inLabel = regions.find(({ label }) => token.start >= label[0] && token.start < label[1]);
    if (inLabel) {
      if (inLabel !== heading) close();
      heading = inLabel;
      return;
    }
    if (isStop(token) || marks.has(token.start)) return void close(token.surface.startsWith('?'));
    open.push(token);
    if (ends.has(token.end)) close();
  });
  close();
  return sentences;
}
