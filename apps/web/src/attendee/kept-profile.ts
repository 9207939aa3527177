import type { MeView } from '@tsunagu/contracts';
import { keep, readKept } from '../live/kept-locally.js';
import type { JoinDraft } from './join-draft.js';

/** What a person takes along to the next event: kept in this browser, by their own choice. */
export interface KeptProfile extends Pick<JoinDraft, 'nickname' | 'affiliation' | 'sector' | 'introduction' | 'shown' | 'shows'> { eventId: string; /** whose it is: on a shared phone not of everybody who looks */ participantId: string }

const KEPT_AS = 'tsunagu.profile';

export const readProfile = (): KeptProfile | undefined => readKept<KeptProfile>(KEPT_AS);
export const forgetProfile = (): void => keep(KEPT_AS, undefined);

/** Keeps it, as it is now. */
export function keepProfile(eventId: string, { id, nickname, affiliation, sector, introduction, shows }: MeView): void {
  const profile: KeptProfile = { eventId, participantId: id, nickname, affiliation: affiliation ?? '', sector, introduction: introduction.text ?? '', shown: introduction.shown, shows };
  keep(KEPT_AS, profile);
}
