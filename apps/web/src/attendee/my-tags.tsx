import { useEffect, useState, type CSSProperties } from 'react';
import { isEverydayConcept, KINDS, type StatementView } from '@tsunagu/contracts';
import { Icon } from '../look/icons.js';
import { KindMark } from '../look/kind-tag.js';
import { nameOf } from '../look/name-of.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { AddTag } from './add-tag.js';
import { isWaiting } from './apply-pending.js';
import { isOver } from './is-over.js';
import { usePhone } from './phone.js';
import { readingOrder } from './reading-order.js';
import { useTagChanges } from './use-tag-changes.js';

/** With fewer tags than this, one more sentence makes a difference. */
const FEW_TAGS = 3;
const PATIENCE_MS = 5_000;

/** My tags by kind: the cross removes one, the tag itself opens all that can be done with it. `revealing` lets them come one by one. */
export function MyTags({ onChoose, revealing }: { onChoose: (statement: StatementView) => void; revealing: boolean }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state } = usePhone();
  const { statements: all, me } = state;
  const statements = all.filter(({ concept }) => !isEverydayConcept(concept));
  const order = readingOrder(statements);
  const reading = me.reading === 'reading';
  return (
    <section className="card stack" aria-labelledby="my-tags">
      <div className="stack-tight">
        <h2 id="my-tags">{t('me.tags')}</h2>
        {statements.length > 0 ? <p className="field-help">{t('me.tagsHelp')}</p> : !reading && <p className="field-help">{t('me.noTags')}</p>}
        <p role="status" className="unseen">{revealing && t('me.found', { count: statements.length })}</p>
      </div>
      {reading && statements.length === 0 && <Ghosts />}
      {KINDS.map((kind) => {
        const own = statements.filter((statement) => statement.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind} className="stack-tight">
            <h3 className="kind-title" id={`my-tags-${kind}`}>{t(`look:kind.${kind}`)}</h3>
            {!me.shows[kind] && <p className="small soft">{t('me.kindHidden')}</p>}
            <ul className="tags tags-large" aria-labelledby={`my-tags-${kind}`}>
              {own.map((statement) => <li key={statement.id} className="tag-item" style={{ '--place': order.get(statement.id) } as CSSProperties}><TagChip statement={statement} onChoose={onChoose} /></li>)}
            </ul>
          </div>
        );
      })}
      {me.reading === 'read' && statements.length < FEW_TAGS && !isOver(state) && <p className="box small">{t('me.few')}</p>}
      <div className="row"><AddTag /></div>
    </section>
  );
}

/** Shapes of the tags to come; after some seconds a word about the wait. */
function Ghosts() {
  const { t } = useTranslation('phone');
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <div className="tags tags-large" aria-hidden="true">{[7, 5, 9, 6].map((width) => <span key={width} className="tag-ghost" style={{ width: `${width}em` }} />)}</div>
      <p role="status" className={long ? 'small soft' : 'unseen'}>{long && t('me.readingLong')}</p>
    </>
  );
}

/** Do others not see it: hidden by itself, or with its kind? */
function useHidden({ hidden, kind }: StatementView): boolean {
  const { state: { me } } = usePhone();
  return hidden || !me.shows[kind];
}

function TagChip({ statement, onChoose }: { statement: StatementView; onChoose: (statement: StatementView) => void }) {
  const { t, language } = useTranslation('phone');
  const { remove } = useTagChanges();
  const hidden = useHidden(statement);
  if (isWaiting(statement)) return <TagButton statement={statement} onChoose={onChoose} />;
  return (
    <span className={`tag-chip kind-${statement.kind}${hidden ? ' tag-hidden' : ''}`}>
      <TagButton statement={statement} onChoose={onChoose} />
      <button type="button" className="tag-remove" aria-label={t('me.removeTag', { label: nameOf(statement, language) })} onClick={() => remove(statement)}><Icon of="close" size={16} /></button>
    </span>
  );
}

/** One of my tags. While it waits to be sent it can be seen but not changed. */
export function TagButton({ statement, onChoose }: { statement: StatementView; onChoose: (statement: StatementView) => void }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const waiting = isWaiting(statement);
  const hidden = useHidden(statement);
  return (
    <button type="button" className={`tag tag-button kind-${statement.kind}${hidden ? ' tag-hidden' : ''}${waiting ? ' tag-waiting' : ''}`} disabled={waiting} aria-haspopup="dialog" onClick={() => onChoose(statement)}>
      <KindMark kind={statement.kind} /><Written text={nameOf(statement, language)} />
      {hidden && <span className="unseen">{t('look:named', { what: '', name: t('me.tagHidden') })}</span>}
      {waiting && <span className="small">{t('me.tagWaiting')}</span>}
    </button>
  );
}
