import type { FoundPerson, HttpAnswers } from '@tsunagu/contracts';
import { useEffect, useState } from 'react';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { useTranslation } from '../look/translation.js';
import { CandidateCard } from './candidate-card.js';
import { usePhone } from './phone.js';

type Found = HttpAnswers['findPeople'];
const ASK_AFTER_MS = 300;

/** Answers to what was typed last, once typing pauses; `waiting` while there is no network. */
function useFound(eventId: string, words: string): { found?: Found; waiting: boolean } {
  const [state, setState] = useState<{ words: string; found?: Found; waiting: boolean }>({ words, waiting: false });
  useEffect(() => {
    const left = new AbortController();
    const ask = (): void => {
      keepTrying(() => call('findPeople', { params: { eventId }, query: { q: words } }), () => setState({ words, waiting: true }), left.signal)
        .then((found) => setState({ words, found, waiting: false }), () => setState({ words, found: { people: [], more: false }, waiting: false }));
    };
    const timer = setTimeout(ask, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [eventId, words]);
  return state.words === words ? state : { waiting: false };
}

/** Everybody else at the event in whose name, affiliation, tags or data the words stand. `fits` narrows them further. */
export function OthersFound({ words, fits, onOpen }: { words: string; fits: (person: FoundPerson) => boolean; onOpen: (participantId: string) => void }) {
  const { t } = useTranslation('phone');
  const { eventId } = usePhone();
  const { found, waiting } = useFound(eventId, words);
  const people = found?.people.filter(fits) ?? [];
  const told = waiting ? 'searchWaits' : !found ? 'searching' : people.length === 0 ? 'othersNone' : found.more ? 'othersMore' : 'others';
  return (
    <section className="stack" aria-labelledby="others-found">
      <div className="stack-tight">
        <h2 id="others-found">{t('people.othersTitle')}</h2>
        <p role="status" className="small soft">{t(`people.${told}`, { count: people.length })}</p>
      </div>
      {people.map((person, place) => <CandidateCard key={person.participantId} candidate={person} place={place} level={3} onOpen={() => onOpen(person.participantId)} />)}
    </section>
  );
}
