import { introductionProblem, isEverydayConcept, type StatementView } from '@tsunagu/contracts';
import { useState, type CSSProperties } from 'react';
import { useDraft } from '../live/use-draft.js';
import { Tick } from '../look/field.js';
import { useTranslation } from '../look/translation.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { IntroductionField } from './introduction-field.js';
import { isOver } from './is-over.js';
import { markEvidence } from './mark-evidence.js';
import { usePhone } from './phone.js';
import { readingOrder } from './reading-order.js';

/** My introduction, with the words that tags come from marked; or the field to write it. */
export function IntroductionCard({ onChoose }: { onChoose: (statement: StatementView) => void }) {
  const { t } = useTranslation('phone');
  const { state } = usePhone();
  const { me, statements } = state;
  const [editing, setEditing] = useState(false);
  const { text, shown, revision } = me.introduction;
  if (editing || revision === 0) return <WriteIntroduction onDone={() => setEditing(false)} mayCancel={revision > 0} />;
  return (
    <section className="card stack-tight" aria-label={t('me.introduction')}>
      <div className="spread">
        <h2>{t('me.introduction')}</h2>
        <button type="button" className="button button-plain" onClick={() => setEditing(true)}>{t('me.edit')}</button>
      </div>
      <MarkedText text={text ?? ''} statements={me.reading === 'reading' ? [] : statements.filter(({ concept }) => !isEverydayConcept(concept))} onChoose={onChoose} />
      <p className="small soft">{t(!shown ? 'me.shownToNobody' : isOver(state) ? 'over.introduction' : 'me.shownToAll')}</p>
      <p role="status" className={me.reading === 'reading' ? 'reading' : 'unseen'}>{me.reading === 'reading' && t('me.reading')}</p>
      {me.reading === 'unreadable' && <p className="box">{t('me.unreadable')}</p>}
    </section>
  );
}

function MarkedText({ text, statements, onChoose }: { text: string; statements: StatementView[]; onChoose: (statement: StatementView) => void }) {
  const order = readingOrder(statements);
  return (
    <p className="lead introduction" dir="auto">
      {markEvidence(text, statements).map((piece, place) => {
        const statement = statements.find((one) => one.id === piece.ids[0]);
        if (!statement || !piece.kind) return <span key={place}>{piece.text}</span>;
        return <mark key={place} className={`evidence kind-${piece.kind}`} style={{ '--place': order.get(statement.id) } as CSSProperties} onClick={() => onChoose(statement)}>{piece.text}</mark>;
      })}
    </p>
  );
}

function WriteIntroduction({ onDone, mayCancel }: { onDone: () => void; mayCancel: boolean }) {
  const sayProblem = useTextProblem();
  const { t } = useTranslation(['phone', 'look']);
  const { eventId, state, change } = usePhone();
  const { introduction } = state.me;
  const draft = useDraft(`tsunagu.introduction.${eventId}`, { text: introduction.text ?? '', shown: introduction.shown });
  const [wrong, setWrong] = useState<string>();

  const close = (): void => {
    draft.forget();
    onDone();
  };
  const send = (): void => {
    const problem = introductionProblem(draft.value.text);
    if (problem) return setWrong(sayProblem(problem));
    // Offline the text waits in the outbox and is shown at once: nothing to wait for here.
    void change('writeIntroduction', {}, { text: draft.value.text, shown: draft.value.shown, basedOn: introduction.revision });
    close();
  };
  return (
    <section className="card stack" aria-label={t('me.introduction')}>
      {!mayCancel && <p className="box">{t('me.none')}</p>}
      <IntroductionField prompts={state.event.prompts} text={draft.value.text} onText={(text) => draft.change({ text })} wrong={wrong} />
      <Tick checked={draft.value.shown} onTick={(shown) => draft.change({ shown })}>{t('join.shown')}</Tick>
      <div className="row">
        <button type="button" className="button button-main" onClick={send}>{t('me.send')}</button>
        {mayCancel && <button type="button" className="button" onClick={close}>{t('look:cancel')}</button>}
      </div>
    </section>
  );
}
