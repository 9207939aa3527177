import type { CSSProperties } from 'react';
import { KINDS, type StatementView } from '@tsunagu/contracts';
import { KindMark } from '../look/kind-tag.js';
import { useTranslation } from '../look/translation.js';
import { isWaitingTag } from './apply-pending.js';
import { usePhone } from './phone.js';

/** My tags by kind; each opens what can be done with it. */
export function MyTags({ onChoose }: { onChoose: (statement: StatementView) => void }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { statements, me } } = usePhone();
  let place = 0;
  return (
    <section className="card stack" aria-labelledby="my-tags">
      <div className="stack-tight">
        <h2 id="my-tags">{t('me.tags')}</h2>
        {statements.length > 0 ? <p className="field-help">{t('me.tagsHelp')}</p> : me.reading !== 'reading' && <p className="field-help">{t('me.noTags')}</p>}
      </div>
      {me.reading === 'reading' && statements.length === 0 && <div className="tags tags-large" aria-hidden="true">{[7, 5, 9, 6].map((width) => <span key={width} className="tag-ghost" style={{ width: `${width}em` }} />)}</div>}
      {KINDS.map((kind) => {
        const own = statements.filter((statement) => statement.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind} className="stack-tight">
            <h3 className="small soft" id={`my-tags-${kind}`}>{t(`look:kind.${kind}`)}</h3>
            <ul className="tags tags-large" aria-labelledby={`my-tags-${kind}`}>
              {own.map((statement) => <li key={statement.id} className="arrive" style={{ '--place': place++ } as CSSProperties}><TagButton statement={statement} onChoose={onChoose} /></li>)}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** One of my tags. While it waits to be sent it can be seen but not changed. */
export function TagButton({ statement, onChoose }: { statement: StatementView; onChoose: (statement: StatementView) => void }) {
  const { t } = useTranslation('phone');
  const waiting = isWaitingTag(statement);
  return (
    <button type="button" className={`tag tag-button kind-${statement.kind}${statement.hidden ? ' tag-hidden' : ''}${waiting ? ' tag-waiting' : ''}`} disabled={waiting} aria-haspopup="dialog" onClick={() => onChoose(statement)}>
      <KindMark kind={statement.kind} /><bdi>{statement.label}</bdi>
      {statement.hidden && <span className="unseen">（{t('me.tagHidden')}）</span>}
      {waiting && <span className="small">{t('me.tagWaiting')}</span>}
    </button>
  );
}
