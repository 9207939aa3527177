import { KINDS, type StatementView } from '@tsunagu/contracts';
import { KindMark } from '../look/kind-tag.js';
import { nameOf } from '../look/name-of.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { quoteEvidence } from './mark-evidence.js';
import { usePhone } from './phone.js';
import { useTagChanges } from './use-tag-changes.js';

/** What can be done with one of my tags; each is one tap, and can be undone. */
export function TagSheet({ statement, onClose }: { statement: StatementView; onClose: () => void }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const { state } = usePhone();
  const changes = useTagChanges();
  const { kind, hidden } = statement;
  const quote = quoteEvidence(state.me.introduction.text ?? '', statement);
  const close = (act: () => void) => (): void => {
    onClose();
    act();
  };
  return (
    <Sheet title={t('me.tagMenu', { label: nameOf(statement, language) })} onClose={onClose}>
      <p className="soft">{quote ? t('me.tagFrom', { quote }) : t('me.tagByHand')}{hidden && <> · {t('me.tagHidden')}</>}</p>
      <div className="sheet-actions">
        {KINDS.filter((other) => other !== kind).map((other) => (
          <button key={other} type="button" className="button" onClick={close(() => changes.toKind(statement, other))}><KindMark kind={other} />{t('me.toKind', { kind: t(`look:kind.${other}`) })}</button>
        ))}
        <button type="button" className="button" onClick={close(() => changes.setHidden(statement, !hidden))}>{t(hidden ? 'me.unhide' : 'me.hide')}</button>
        <button type="button" className="button button-bad" onClick={close(() => changes.remove(statement))}>{t('me.remove')}</button>
      </div>
    </Sheet>
  );
}
