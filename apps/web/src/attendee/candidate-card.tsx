import type { CandidateView, FoundPerson } from '@tsunagu/contracts';
import type { CSSProperties } from 'react';
import { TagList } from '../look/kind-tag.js';
import { say } from '../look/language.js';
import { Mixed } from '../look/mixed.js';
import { Monogram } from '../look/monogram.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { FreeSign } from './free-sign.js';
import { HelloButton } from './hello-button.js';
import { usePhone } from './phone.js';

const LAST_DELAYED = 6;
const MOST_TAGS = 5;
const MOST_REASONS = 3;

/** Somebody worth meeting, or somebody who was searched for: with the reasons, where there are some, before everything else. */
export function CandidateCard({ candidate, place, level, onOpen }: { candidate: FoundPerson & Partial<CandidateView>; place: number; level: 2 | 3; onOpen: () => void }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const { state: { hellos } } = usePhone();
  const Heading = `h${level}` as const;
  const { participantId, nickname, affiliation, reasons = [] } = candidate;
  const pair = hellos.mutual.some((one) => one.participantId === participantId);
  return (
    <article className={`card candidate arrive${pair ? ' card-thread' : ''}`} style={{ '--place': Math.min(place, LAST_DELAYED) } as CSSProperties}>
      <div className="person-head">
        <Monogram name={nickname} />
        <div>
          <Heading><button type="button" className="name-button" aria-haspopup="dialog" onClick={onOpen}><Written text={nickname} /></button></Heading>
          {affiliation && <p className="small soft"><Written text={affiliation} /></p>}
        </div>
        <FreeSign participantId={participantId} />
      </div>
      {candidate.isNew && <p className="small soft">{t('people.isNew')}</p>}
      {reasons.length > 0 && (
        <ul className="reasons" aria-label={t('people.reasons')}>
          {reasons.slice(0, MOST_REASONS).map((reason, at) => <li key={at}><Mixed text={say(reason.text, language)} /></li>)}
        </ul>
      )}
      <TagList tags={candidate.tags} jackets={candidate.jackets} most={MOST_TAGS} />
      <div className="candidate-acts">
        <HelloButton participantId={participantId} nickname={nickname} noPhone={candidate.noPhone} />
        <button type="button" className="button button-plain" aria-haspopup="dialog" aria-label={t('look:named', { what: t('people.see'), name: nickname })} onClick={onOpen}>{t('people.see')}</button>
      </div>
    </article>
  );
}
