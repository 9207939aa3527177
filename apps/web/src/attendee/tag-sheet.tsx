import { KINDS, type Kind, type StatementView } from '@tsunagu/contracts';
import { KindMark } from '../look/kind-tag.js';
import { useNotices } from '../look/notices.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { quoteEvidence } from './mark-evidence.js';
import { usePhone } from './phone.js';

/** What can be done with one of my tags; each is one tap, and can be undone. */
export function TagSheet({ statement, onClose }: { statement: StatementView; onClose: () => void }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state, change } = usePhone();
  const { notify } = useNotices();
  const { id: tagId, label, kind, hidden } = statement;
  const quote = quoteEvidence(state.me.introduction.text ?? '', statement);

  const toKind = (next: Kind): void => {
    onClose();
    void change('changeTag', { tagId }, { kind: next });
    notify({ text: t('me.changed', { label, kind: t(`look:kind.${next}`) }), action: { label: t('look:undo'), run: () => void change('changeTag', { tagId }, { kind }) } });
  };
  const remove = (): void => {
    onClose();
    void change('changeTag', { tagId }, { removed: true });
    notify({ text: t('me.removed', { label }), action: { label: t('look:undo'), run: () => void change('changeTag', { tagId }, { removed: false }) } });
  };
  const toggleHidden = (): void => {
    onClose();
    void change('changeTag', { tagId }, { hidden: !hidden });
  };
  return (
    <Sheet title={t('me.tagMenu', { label })} onClose={onClose}>
      <p className="soft">{quote ? t('me.tagFrom', { quote }) : t('me.tagByHand')}{hidden && <> · {t('me.tagHidden')}</>}</p>
      <div className="sheet-actions">
        {KINDS.filter((other) => other !== kind).map((other) => (
          <button key={other} type="button" className="button" onClick={() => toKind(other)}><KindMark kind={other} />{t('me.toKind', { kind: t(`look:kind.${other}`) })}</button>
        ))}
        <button type="button" className="button" onClick={toggleHidden}>{t(hidden ? 'me.unhide' : 'me.hide')}</button>
        <button type="button" className="button button-bad" onClick={remove}>{t('me.remove')}</button>
      </div>
    </Sheet>
  );
}
