import type { HttpAnswers, Named } from '@tsunagu/contracts';
import { useEffect, useState, type ReactNode } from 'react';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { foreign } from '../look/foreign.js';
import { TagList } from '../look/kind-tag.js';
import { say } from '../look/language.js';
import { Mixed } from '../look/mixed.js';
import { nameOf } from '../look/name-of.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { AvoidPerson } from './avoid-person.js';
import { FreeSign } from './free-sign.js';
import { HelloButton } from './hello-button.js';
import { KnowPerson } from './know-person.js';
import { isOver } from './is-over.js';
import { openingAbout } from './opening-about.js';
import { usePhone } from './phone.js';

type PersonCard = HttpAnswers['readPerson'];

/** All that another participant shows, with the reasons to meet and a way to begin. */
export function PersonSheet({ participantId, onClose }: { participantId: string; onClose: () => void }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const { eventId, state } = usePhone();
  const [card, setCard] = useState<PersonCard>();
  const [refused, setRefused] = useState(false);
  const left = refused || isOver(state);
  useEffect(() => {
    const closed = new AbortController();
    keepTrying(() => call('readPerson', { params: { eventId, participantId } }), undefined, closed.signal).then(setCard, () => setRefused(true));
    return () => closed.abort();
  }, [eventId, participantId]);

  const candidate = state.candidates.find((one) => one.participantId === participantId);
  const pair = state.hellos.mutual.find((one) => one.participantId === participantId);
  const name = card?.nickname ?? candidate?.nickname ?? pair?.nickname ?? '';
  const affiliation = card?.affiliation ?? candidate?.affiliation;
  const about = openingAbout([...candidate?.tags ?? [], ...card?.tags ?? []], candidate?.reasons.flatMap((reason) => reason.labels) ?? []);
  return (
    <Sheet title={name} onClose={onClose}>
      {affiliation && <p className="soft sheet-under-title"><Written text={affiliation} /></p>}
      <FreeSign participantId={participantId} />
      {left && <p className="box">{t('people.left')}</p>}
      {pair && !left && (
        <section className="card card-thread stack-tight">
          <h3 className="small">{t('people.openingTitle')}</h3>
          <p className="question" dir="auto"><Mixed text={about ? t('people.opening', { label: nameOf(about, language) }) : t('people.openingOpen')} /></p>
        </section>
      )}
      {!left && candidate && candidate.reasons.length > 0 && (
        <section className="stack-tight">
          <h3>{t('people.reasons')}</h3>
          <ul className="reasons">{candidate.reasons.map((reason, at) => <li key={at}><Mixed text={say(reason.text, language)} /></li>)}</ul>
        </section>
      )}
      {!card && !left && <p role="status" className="soft">{t('look:loading')}</p>}
      {!left && card && (
        <>
          <TagList tags={card.tags} />
          <WordList title={t('look:kind.seeking')} words={card.needs} />
          <WordList title={t('people.offers')} words={card.offers} />
          {card.jackets.length > 0 && (
            <section className="stack-tight">
              <h3>{t('people.jackets')}</h3>
              {card.jackets.map((jacket) => <div key={jacket.id} className="jacket"><p className="jacket-title"><Written text={jacket.title} /></p>{jacket.description && <p className="small lead" lang={foreign(jacket.description, language)}>{jacket.description}</p>}<p className="small soft">{t(`look:sharing.${jacket.sharing}`)}</p></div>)}
            </section>
          )}
          <section className="stack-tight">
            <h3>{t('people.introduction')}</h3>
            {card.introduction ? <p className="lead" dir="auto" lang={foreign(card.introduction, language)}>{card.introduction}</p> : <p className="soft small">{t('people.introductionHidden')}</p>}
          </section>
        </>
      )}
      {!left && <HelloButton participantId={participantId} nickname={name} noPhone={card?.noPhone ?? candidate?.noPhone ?? false} />}
      {!left && <KnowPerson participantId={participantId} />}
      {!left && <AvoidPerson participantId={participantId} nickname={name} onDone={onClose} />}
    </Sheet>
  );
}

function WordList({ title, words }: { title: string; words: Named[] }) {
  const { language } = useTranslation();
  if (words.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={title}>
      <h3>{title}</h3>
      <p className="small lead">{words.map((word) => <Written key={word.label} text={nameOf(word, language)} />).reduce<ReactNode[]>((all, one) => (all.length ? [...all, ' · ', one] : [one]), [])}</p>
    </section>
  );
}
