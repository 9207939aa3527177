import { introductionProblem, isEverydayConcept, type StatementView } from '@tsunagu/contracts';
import { useEffect, useState, type CSSProperties } from 'react';
import { readKept } from '../live/kept-locally.js';
import { useDraft } from '../live/use-draft.js';
import { foreign } from '../look/foreign.js';
import { Tick } from '../look/field.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { introductionKeptAs, type IntroductionDraft } from './introduction-draft.js';
import { IntroductionField } from './introduction-field.js';
import { isOver } from './is-over.js';
import { markEvidence } from './mark-evidence.js';
import { Meanwhile } from './meanwhile.js';
import { usePhone } from './phone.js';
import { readingOrder } from './reading-order.js';
import { useUnsent } from './use-unsent.js';

/** My introduction, with the words that tags come from marked; or the field to write it, open also where a draft was left. */
export function IntroductionCard({ onChoose }: { onChoose: (statement: StatementView) => void }) {
  const { t } = useTranslation('phone');
  const { eventId, state, returned } = usePhone();
  const { me, statements } = state;
  const unsent = useUnsent('writeIntroduction');
  const [editing, setEditing] = useState(() => readKept(introductionKeptAs(eventId, me.id)) !== undefined);
  useEffect(() => { if (returned) setEditing(true); }, [returned]);
  const { text, shown, revision } = me.introduction;
  if (editing || revision === 0) return <WriteIntroduction onBegin={() => setEditing(true)} onDone={() => setEditing(false)} mayCancel={revision > 0} />;
  return (
    <section className="card stack-tight" aria-label={t('me.introduction')}>
      <div className="spread">
        <h2>{t('me.introduction')}</h2>
        <button type="button" className="button button-plain" onClick={() => setEditing(true)}>{t('me.edit')}</button>
      </div>
      <MarkedText text={text ?? ''} statements={me.reading === 'reading' ? [] : statements.filter(({ concept }) => !isEverydayConcept(concept))} onChoose={onChoose} />
      <p className="small soft">{t(!shown ? 'me.shownToNobody' : isOver(state) ? 'over.introduction' : 'me.shownToAll')}</p>
      <p role="status" className={unsent ? 'box' : me.reading === 'reading' ? 'reading' : 'unseen'}>{unsent ? t('unsent') : me.reading === 'reading' && t('me.reading')}</p>
      {me.reading === 'unreadable' && <p className="box">{t('me.unreadable')}</p>}
    </section>
  );
}

function MarkedText({ text, statements, onChoose }: { text: string; statements: StatementView[]; onChoose: (statement: StatementView) => void }) {
  const { language } = useTranslation();
  const order = readingOrder(statements);
  return (
    <p className="lead introduction" dir="auto" lang={foreign(text, language)}>
      {markEvidence(text, statements).map((piece, place) => {
        const statement = statements.find((one) => one.id === piece.ids[0]);
        if (!statement || !piece.kind) return <span key={place}>{piece.text}</span>;
        return <mark key={place} className={`evidence kind-${piece.kind}`} style={{ '--place': order.get(statement.id) } as CSSProperties} onClick={() => onChoose(statement)}>{piece.text}</mark>;
      })}
    </p>
  );
}

function WriteIntroduction({ onBegin, onDone, mayCancel }: { onBegin: () => void; onDone: () => void; mayCancel: boolean }) {
  const sayProblem = useTextProblem();
  const { t } = useTranslation(['phone', 'look']);
  const { eventId, state, change, returned, takeReturned } = usePhone();
  const { notify } = useNotices();
  const { id, introduction } = state.me;
  const { revision } = introduction;
  const over = isOver(state);
  const { value, change: put, forget } = useDraft<IntroductionDraft>(introductionKeptAs(eventId, id), returned ?? { text: introduction.text ?? '', shown: introduction.shown, basedOn: revision });
  const [wrong, setWrong] = useState<string>();
  // what is typed here was begun on top of the text that was refused
  useEffect(() => { if (returned) put({ basedOn: returned.basedOn }); }, [returned, put]);
  const newer = value.basedOn < revision ? introduction.text : undefined;

  const close = (): void => {
    forget();
    takeReturned();
    onDone();
  };
  const send = (): void => {
    const problem = introductionProblem(value.text);
    if (problem) return setWrong(sayProblem(problem));
    // Offline the text waits in the outbox and is shown at once: nothing to wait for here.
    void change('writeIntroduction', {}, value);
    const { text, shown } = introduction;
    if (text) notify({ about: 'introduction', text: t('me.rewritten'), action: { label: t('look:undo'), run: () => void change('writeIntroduction', {}, { text, shown, basedOn: value.basedOn + 1 }) } });
    close();
  };
  return (
    <section className="card stack" aria-label={t('me.introduction')}>
      {!mayCancel && !over && <p className="box">{t('me.none')}</p>}
      <IntroductionField prompts={state.event.prompts} text={value.text} onText={(text) => { put({ text }); onBegin(); }} wrong={wrong} help={over && t('over.introduction')} />
      <Tick checked={value.shown} onTick={(shown) => put({ shown })}>{t('join.shown')}</Tick>
      {newer !== undefined && <Meanwhile told={t('me.meanwhile.told')} text={newer} theirs={t('me.meanwhile.theirs')} mine={t('me.meanwhile.mine')} onChoose={(mine) => put(mine ? { basedOn: revision } : { text: newer, shown: introduction.shown, basedOn: revision })} />}
      <div className="row">
        <button type="button" className="button button-main" disabled={newer !== undefined} onClick={send}>{t('me.send')}</button>
        {mayCancel && <button type="button" className="button" onClick={close}>{t('look:cancel')}</button>}
      </div>
    </section>
  );
}
