import type { StatementView } from '@tsunagu/contracts';
import { useState } from 'react';
import { Monogram } from '../look/monogram.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { CandidateCard } from './candidate-card.js';
import { IntroductionCard } from './introduction-card.js';
import { isOver } from './is-over.js';
import { MyJackets } from './my-jackets.js';
import { MyTags } from './my-tags.js';
import { NeedsAndOffers } from './needs-and-offers.js';
import { PersonSheet } from './person-sheet.js';
import { usePhone } from './phone.js';
import { ReturnCard } from './return-card.js';
import { TagSheet } from './tag-sheet.js';
import { useReveal } from './use-reveal.js';

const FIRST_PEOPLE = 3;

/** What I said, what was understood, and whom it leads to. */
export function MeTab() {
  const { t } = useTranslation('phone');
  const { state } = usePhone();
  const [chosen, setChosen] = useState<string>();
  const [person, setPerson] = useState<string>();
  const revealing = useReveal();
  const statement = state.statements.find((one) => one.id === chosen);
  const choose = (one: StatementView): void => setChosen(one.id);
  const first = isOver(state) ? [] : state.candidates.filter((candidate) => !candidate.isNew).slice(0, FIRST_PEOPLE);
  return (
    <div className={revealing ? 'stack revealing' : 'stack'}>
      <header className="person-head">
        <Monogram name={state.me.nickname} large />
        <div><h1><Written text={state.me.nickname} /></h1>{state.me.affiliation && <p className="small soft"><Written text={state.me.affiliation} /></p>}</div>
      </header>
      <IntroductionCard onChoose={choose} />
      <MyTags onChoose={choose} revealing={revealing} />
      <p role="status" className="unseen">{revealing && first.length > 0 && t('people.found', { count: state.candidates.length })}</p>
      {first.length > 0 && (
        <section className="stack-tight first-people">
          <div className="spread"><h2>{t('me.firstPeople')}</h2><a className="button button-plain" href="#people">{t('me.allPeople')}</a></div>
          {first.map((candidate, place) => <CandidateCard key={candidate.participantId} candidate={candidate} place={place} level={3} onOpen={() => setPerson(candidate.participantId)} />)}
        </section>
      )}
      <NeedsAndOffers onChoose={choose} />
      {(state.event.asksForData || state.jackets.length > 0) && <MyJackets />}
      <ReturnCard />
      {statement && <TagSheet statement={statement} onClose={() => setChosen(undefined)} />}
      {person && <PersonSheet participantId={person} onClose={() => setPerson(undefined)} />}
    </div>
  );
}
