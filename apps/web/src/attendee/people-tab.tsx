import type { FoundPerson } from '@tsunagu/contracts';
import { useEffect, useRef, useState } from 'react';
import { Names } from '../look/names.js';
import { Phrases } from '../look/phrases.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { CandidateCard } from './candidate-card.js';
import { filterPeople, namesIn, NO_FILTER } from './filter-people.js';
import { FreeCard } from './free-card.js';
import { isOver } from './is-over.js';
import { OthersFound } from './others-found.js';
import { PeopleFilterBar } from './people-filter.js';
import { PersonSheet } from './person-sheet.js';
import { usePhone } from './phone.js';
import { Resume } from './resume.js';
import { useFreeNow } from './use-free-now.js';

/** Everybody worth meeting, best first; those met already above. Once the event is over, these alone, by name. */
export function PeopleTab() {
  const { state } = usePhone();
  return isOver(state) ? <Met /> : <Meeting />;
}

function Met() {
  const { t } = useTranslation('phone');
  const { state: { hellos: { mutual } } } = usePhone();
  return (
    <div className="stack">
      <h1><Phrases text={t('people.title')} /></h1>
      <p className="card soft">{t('over.people')}</p>
      {mutual.length > 0 && <section className="card stack-tight"><h2>{t('people.pairs')}</h2><p><Names names={mutual.map(({ nickname }) => nickname)} /></p></section>}
    </div>
  );
}

function Meeting() {
  const { t, language } = useTranslation('phone');
  const { state: { candidates, hellos, me } } = usePhone();
  const [person, setPerson] = useState<string>();
  const [filter, setFilter] = useState(NO_FILTER);
  const free = useFreeNow();
  // the number of those shown is said when they are chosen, not whenever somebody comes or goes
  const saidFor = useRef(filter);
  useEffect(() => { saidFor.current = filter; });
  const shown = filterPeople(candidates, filter, free, namesIn(candidates, language));
  const words = filter.words.trim();
  const listed = new Set(candidates.map(({ participantId }) => participantId));
  // the service knows how words sound: it finds some of the list whose letters are others
  const fits = ({ participantId }: FoundPerson): boolean => !shown.some((one) => one.participantId === participantId) && (!filter.free || free.has(participantId));
  const freeOthers = [...free.keys()].filter((id) => id !== me.id && !listed.has(id));
  const nobody = me.left ? t('away.people') : me.paused ? t('people.paused') : me.introduction.revision === 0 ? t('people.emptyNoIntro') : t('people.empty');
  return (
    <div className="stack">
      <div className="stack-tight"><h1><Phrases text={t('people.title')} /></h1><p className="soft small">{t('people.why')} {t('people.helloHelp')}</p></div>
      {hellos.mutual.length > 0 && (
        <section className="card card-thread stack-tight">
          <h2>{t('people.pairs')}</h2>
          <ul className="row">
            {hellos.mutual.map((one) => <li key={one.participantId}><button type="button" className="button" aria-haspopup="dialog" onClick={() => setPerson(one.participantId)}><Written text={one.nickname} /></button></li>)}
          </ul>
        </section>
      )}
      {!me.left && <FreeCard />}
      {(candidates.length > 0 || filter.words) && <PeopleFilterBar filter={filter} onFilter={setFilter} freeCount={candidates.filter((one) => free.has(one.participantId)).length + freeOthers.length} />}
      <p role="status" aria-live={candidates.length === 0 || filter !== saidFor.current ? 'polite' : 'off'} className={shown.length === 0 ? 'card soft' : shown.length < candidates.length ? 'small soft' : 'unseen'}>
        {candidates.length === 0 ? nobody : shown.length < candidates.length && t(`people.${shown.length ? 'shownOf' : 'nobodyLikeThat'}`, { count: shown.length, total: candidates.length })}
      </p>
      {me.paused && !me.left && <Resume />}
      {shown.map((candidate, place) => <CandidateCard key={candidate.participantId} candidate={candidate} place={place} level={2} onOpen={() => setPerson(candidate.participantId)} />)}
      {(words || (filter.free && freeOthers.length > 0)) && filter.label === null && !me.paused && !me.left && <OthersFound words={words} free={filter.free ? freeOthers : undefined} fits={fits} onOpen={setPerson} />}
      {person && <PersonSheet participantId={person} onClose={() => setPerson(undefined)} />}
    </div>
  );
}
