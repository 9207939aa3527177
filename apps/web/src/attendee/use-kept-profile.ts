import { useEffect } from 'react';
import { keepProfile, readProfile } from './kept-profile.js';
import { usePhone } from './phone.js';

/** While I have my profile kept for the next event, it is kept as it is now: also what I change after I chose that. */
export function useKeptProfile(): void {
  const { eventId, state: { me } } = usePhone();
  useEffect(() => {
    // a text that is not told has not been taken away
    const told = me.introduction.revision === 0 || me.introduction.text !== undefined;
    if (told && readProfile()?.participantId === me.id) keepProfile(eventId, me);
  }, [eventId, me]);
}
