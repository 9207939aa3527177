import { introductionProblem, TEXT_LIMITS, shortTextProblem, type HttpBody, type Language, type Sector, type Sharing, type TeamWish, type TextProblem } from '@tsunagu/contracts';

export interface JacketDraft { title: string; description: string; sharing: Sharing }
export interface Shows { skill: boolean; interest: boolean; seeking: boolean; data: boolean }
export type JoinBody = HttpBody<'join'>;

/** The join form as it is being filled in. */
export interface JoinDraft {
  nickname: string;
  affiliation: string;
  sector: Sector | null;
  teamWish: TeamWish;
  introduction: string;
  shown: boolean;
  shows: Shows;
  jackets: JacketDraft[];
  consent: boolean;
  /** the event whose profile was used again, where the person agrees to be known from there */
  earlierEventId: string | null;
  /** what is being sent, with its key, until it is answered: sent again unchanged it counts once */
  attempt: { key: string; body: string } | null;
}

export const emptyJacket: JacketDraft = { title: '', description: '', sharing: 'negotiable' };
export const emptyJoin: JoinDraft = {
  nickname: '', affiliation: '', sector: null, teamWish: 'looking', introduction: '', shown: true,
  shows: { skill: true, interest: true, seeking: true, data: true }, jackets: [], consent: false, earlierEventId: null, attempt: null,
};

const isBlank = (text: string): boolean => text.trim() === '';
const isWritten = (jacket: JacketDraft): boolean => !isBlank(jacket.title) || !isBlank(jacket.description);

/** The request that a form makes. */
export function joinBody(draft: JoinDraft, consentVersion: number, language: Language): JoinBody {
  return {
    nickname: draft.nickname, teamWish: draft.teamWish, language, consentVersion, shows: draft.shows, introductionShown: draft.shown,
    ...(isBlank(draft.affiliation) ? {} : { affiliation: draft.affiliation }),
    ...(draft.sector ? { sector: draft.sector } : {}),
    ...(isBlank(draft.introduction) ? {} : { introduction: draft.introduction }),
    jackets: draft.jackets.filter(isWritten),
    ...(draft.earlierEventId ? { earlierEventId: draft.earlierEventId } : {}),
  };
}

/** What stands in the way of sending, field by field, in the order of the page. */
export function joinProblems(draft: JoinDraft): (TextProblem & { field: string })[] {
  const found: (TextProblem & { field: string })[] = [];
  const check = (field: string, problem: TextProblem | undefined): void => { if (problem) found.push({ field, ...problem }); };
  check('nickname', shortTextProblem(draft.nickname, TEXT_LIMITS.nicknameGraphemes));
  if (!isBlank(draft.introduction)) check('introduction', introductionProblem(draft.introduction));
  check('affiliation', shortTextProblem(draft.affiliation, TEXT_LIMITS.affiliationGraphemes, { optional: true }));
  draft.jackets.forEach((jacket, place) => {
    if (!isWritten(jacket)) return;
    check(`jackets.${place}.title`, shortTextProblem(jacket.title, TEXT_LIMITS.jacketTitleGraphemes));
    check(`jackets.${place}.description`, shortTextProblem(jacket.description, TEXT_LIMITS.jacketDescriptionGraphemes, { optional: true }));
  });
  if (!draft.consent) found.push({ field: 'consentVersion', code: 'join.consent_missing' });
  return found;
}

/** What the service says about the jackets that it was sent, at the cards where they stand: blank ones were not sent. */
export function atTheirCards<P extends { field: string }>(problems: readonly P[], jackets: JacketDraft[]): P[] {
  const sent = jackets.flatMap((jacket, card) => (isWritten(jacket) ? [card] : []));
  return problems.map((problem) => ({ ...problem, field: problem.field.replace(/^jackets\.(\d+)/, (_, place: string) => `jackets.${sent[Number(place)]}`) }));
}
