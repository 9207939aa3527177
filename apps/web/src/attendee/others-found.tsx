import type { FoundPerson } from '@tsunagu/contracts';
import { call } from '../live/call.js';
import { useTranslation } from '../look/translation.js';
import { CandidateCard } from './candidate-card.js';
import { usePhone } from './phone.js';
import { useAnswerTo } from './use-answer-to.js';

const ASK_AFTER_MS = 300;

/** Everybody else at the event in whose name, affiliation, tags or data the words stand; of those alone who are `free` now, where these are given. `fits` narrows them further. */
export function OthersFound({ words, free, fits, onOpen }: { words: string; free?: readonly string[]; fits: (person: FoundPerson) => boolean; onOpen: (participantId: string) => void }) {
  const { t } = useTranslation('phone');
  const { eventId, state: { candidates } } = usePhone();
  const ask = () => call('findPeople', { params: { eventId }, query: { q: words, ...(free && { free: 'now' }) } });
  const { answer: found, waiting } = useAnswerTo(free ? `free: ${words}` : words, ask, ASK_AFTER_MS, free?.join());
  const people = found?.people.filter(fits).map((person) => candidates.find((one) => one.participantId === person.participantId) ?? person) ?? [];
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
