import { go } from '../live/address.js';
import { useTranslation } from '../look/translation.js';

const PARAMETER = 'basedOn';

/** The event that a new one is to be based on, in the address of the form. */
export const basedOnIn = (query: string): string | null => new URLSearchParams(query).get(PARAMETER);

/** To the form of a new event that is filled with what this one is set to. @param about the element that names this one, where several are listed */
export function NextEventLink({ eventId, about }: { eventId: string; about?: string }) {
  const { t } = useTranslation('room');
  const to = `/console/events/new?${PARAMETER}=${eventId}`;
  return <a className="button" href={to} aria-describedby={about} onClick={(event) => { event.preventDefault(); go(to); }}>{t('next.link')}</a>;
}
