import type { FoundPerson } from '@tsunagu/contracts';
import { call } from '../live/call.js';
import { useTranslation } from '../look/translation.js';
import { CandidateCard } from './candidate-card.js';
import { usePhone } from './phone.js';
import { useAnswerTo } from './use-answer-to.js';

const ASK_AFTER_MS = 300;

/** Everybody else at the event in whose name, affiliation, tags or data the words stand. `fits` narrows them further. */
export function OthersFound({ words, fits, onOpen }: { words: string; fits: (person: FoundPerson) => boolean; onOpen: (participantId: string) => void }) {
  const { t } = useTranslation('phone');
  const { eventId } = usePhone();
  const { answer: found, waiting } = useAnswerTo(words, (q) => call('findPeople', { params: { eventId }, query: { q } }), ASK_AFTER_MS);
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
