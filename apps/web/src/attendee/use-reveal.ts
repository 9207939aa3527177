import { useEffect, useState } from 'react';
import { keep, readKept } from '../live/kept-locally.js';
import { usePhone } from './phone.js';

/** True while tags of an introduction that this browser has not shown yet come one by one; once a revision. */
export function useReveal(): boolean {
  const { eventId, state: { me } } = usePhone();
  const name = `tsunagu.revealed.${eventId}.${me.id}`;
  const { revision } = me.introduction;
  const [revealed, setRevealed] = useState<number>();
  useEffect(() => {
    if (me.reading !== 'read' || (readKept<number>(name) ?? 0) >= revision) return;
    keep(name, revision);
    setRevealed(revision);
  }, [me.reading, revision, name]);
  return revealed === revision && me.reading === 'read';
}
