/** Where a further clause begins: at a comma, at what joins a new subject, or at an emoji. */
const JOINT = /[,、，;；]\s*(?:and|but|so|though|although)?\s*|\s+(?:and|but|so)\s+(?=(?:I|we|my|our)\b)|\s*(?:\p{Extended_Pictographic}[\u200d\ufe0f\u2640\u2642\p{Emoji_Modifier}]*)+\s*/giu;

/**
 * A clause by which its writer denies an ability, an interest or a need (I don't speak Japanese, 興味はありません). Not what they
 * lack (we don't have a room, 人手が足りません): that is what others can help with.
 */
const DENIED = [
  /\b(?:I|we)\s+(?:do\s+not|don['’]?t|can\s?not|can['’]?t|could(?:n['’]t|\s+not))\s+(?:really\s+|yet\s+|even\s+)?(?:speak|understand|read|write|know|like|want|need|eat|drink|drive|cook|draw|sing|dance|play|code|program|swim|ride|teach|care)\b/iu,
  /\b(?:I\s+am|I['’]m|we\s+are|we['’]re)\s+not\s+(?:(?:very|really|so|that|any|yet)\s+)?(?:a|an|good|able|interested|looking|skilled|fluent|much)\b/iu,
  /\b(?:I|we)\s+(?:do\s+not|don['’]?t|no\s+longer)\s+(?:really\s+)?do\b(?!\s+(?:it|this|that|so|everything|all|enough)\b)/iu,
  /\b(?:is|are)\s*(?:not|n['’]t)\s+(?:really\s+|exactly\s+)?(?:(?:my|our)\s+(?:thing|cup\s+of\s+tea|field|strength|strong\s+(?:suit|point)|forte|specialty|area)|for\s+(?:me|us))\b/iu,
  /\b(?:I\s+am|I['’]m|we\s+are|we['’]re)\s+(?:really\s+|very\s+|so\s+)?(?:bad|terrible|hopeless|awful|useless|no\s+good)\s+(?:at|with)\b|\b(?:n['’]t|not)\b[^,;]*\bany\s?more\b/iu,
  // what somebody used to do is past; what they used to be is still theirs to tell
  /\b(?:I|we)(?:\s+have|['’]ve)?\s+used\s+to\s+(?!be\b|work\b)/iu,
  // 車の運転はできません; 自分ではできません, and what one can do no more, is a lack
  /(?<![でに])は(?:まだ|あまり|全然|ぜんぜん|まったく|全く)?\s*(?:運転|うんてん)?\s*(?:でき|出来)(?:ません|ないです|ない$)|(?<![でに])は(?:まだ|あまり|全然|一切|もう)?\s*(?:し|やり|して(?:い|おり)|やって(?:い|おり))ません/u,
  /(?:興味|関心)(?:は|が|も)?(?:あまり|全然|まったく|特に)?(?:ありません|ないです|ない$)|(?:得意|専門|プロ|経験者)では(?:ありません|ないです|ない$)|いりません|必要(?:は|が)?ありません/u,
  // NO sales pitches plz, 営業の方はご遠慮ください
  /\bno\s+(?:more\s+)?(?:\w+\s+)?(?:sales\w*|pitch(?:es)?|spam|recruit\w*|crypto|mlm|solicit\w*)\b|(?:ご遠慮|お断り|お引き取り)(?:ください|下さい|願い|いただ|します|して)/iu,
];
/** A clause of less says nothing by itself. */
const FEWEST_LETTERS = 8;

const isDenied = (clause: string): boolean => DENIED.some((pattern) => pattern.test(clause));

/** A quote without its denied clauses, as what is written in one piece beside them: nothing, the quote itself, or its longest such piece. */
export function withoutDenial(quote: string): string[] {
  if (!isDenied(quote)) return [quote];
  const pieces: string[] = [];
  let from = 0;
  let end: number | undefined;
  const close = (): void => {
    if (end !== undefined) pieces.push(quote.slice(from, end));
    end = undefined;
  };
  for (const [start, stop] of clausesOf(quote)) {
    if (isDenied(quote.slice(start, stop))) {
      close();
      continue;
    }
    if (end === undefined) from = start;
    end = stop;
  }
  close();
  return pieces.filter((piece) => piece.length >= FEWEST_LETTERS).sort((a, b) => b.length - a.length).slice(0, 1);
}

function clausesOf(quote: string): [start: number, end: number][] {
  const joints = [...quote.matchAll(JOINT)].map(({ 0: joint, index }) => [index, index + joint.length]);
  return [...joints, [quote.length, quote.length]].map(([end], at): [number, number] => [at === 0 ? 0 : joints[at - 1][1], end]).filter(([start, end]) => end > start);
}
