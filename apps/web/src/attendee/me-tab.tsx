import type { StatementView } from '@tsunagu/contracts';
import { useState } from 'react';
import { useTranslation } from '../look/translation.js';
import { AddTag } from './add-tag.js';
import { CandidateCard } from './candidate-card.js';
import { IntroductionCard } from './introduction-card.js';
import { MyJackets } from './my-jackets.js';
import { MyTags } from './my-tags.js';
import { NeedsAndOffers } from './needs-and-offers.js';
import { PersonSheet } from './person-sheet.js';
import { usePhone } from './phone.js';
import { ReturnCard } from './return-card.js';
import { TagSheet } from './tag-sheet.js';

const FIRST_PEOPLE = 3;
/** With fewer tags than this, one more sentence makes a difference. */
const FEW_TAGS = 3;

/** What I said, what was understood, and whom it leads to. */
export function MeTab() {
  const { t } = useTranslation('phone');
  const { state } = usePhone();
  const [chosen, setChosen] = useState<string>();
  const [person, setPerson] = useState<string>();
  const statement = state.statements.find((one) => one.id === chosen);
  const choose = (one: StatementView): void => setChosen(one.id);
  const first = state.candidates.filter((candidate) => !candidate.isNew).slice(0, FIRST_PEOPLE);
  return (
    <div className="stack">
      <h1 className="me-name"><bdi>{state.me.nickname}</bdi>{state.me.affiliation && <span className="small soft"><bdi>{state.me.affiliation}</bdi></span>}</h1>
      <IntroductionCard onChoose={choose} />
      <MyTags onChoose={choose} />
      <AddTag />
      {state.me.reading === 'read' && state.statements.length < FEW_TAGS && <p className="box">{t('me.few')}</p>}
      {first.length > 0 && (
        <section className="stack-tight">
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
