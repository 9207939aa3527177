import { useState } from 'react';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { CandidateCard } from './candidate-card.js';
import { PersonSheet } from './person-sheet.js';
import { usePhone } from './phone.js';

/** Everybody worth meeting, best first; those met already above. */
export function PeopleTab() {
  const { t } = useTranslation('phone');
  const { state: { candidates, hellos, me } } = usePhone();
  const [person, setPerson] = useState<string>();
  const nobody = me.paused ? t('people.paused') : me.introduction.revision === 0 ? t('people.emptyNoIntro') : t('people.empty');
  return (
    <div className="stack">
      <div className="stack-tight"><h1><Phrases text={t('people.title')} /></h1><p className="soft small">{t('people.why')} {t('people.helloHelp')}</p></div>
      {hellos.mutual.length > 0 && (
        <section className="card card-thread stack-tight">
          <h2>{t('people.pairs')}</h2>
          <ul className="row">
            {hellos.mutual.map((one) => <li key={one.participantId}><button type="button" className="button" aria-haspopup="dialog" onClick={() => setPerson(one.participantId)}><bdi>{one.nickname}</bdi></button></li>)}
          </ul>
        </section>
      )}
      {candidates.length === 0 && <p className="card soft" role="status">{nobody}</p>}
      {candidates.map((candidate, place) => <CandidateCard key={candidate.participantId} candidate={candidate} place={place} level={2} onOpen={() => setPerson(candidate.participantId)} />)}
      {person && <PersonSheet participantId={person} onClose={() => setPerson(undefined)} />}
    </div>
  );
}
