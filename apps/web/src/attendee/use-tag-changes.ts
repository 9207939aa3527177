import type { Kind, StatementView } from '@tsunagu/contracts';
import { nameOf } from '../look/name-of.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';

/** Corrections of one's tags. Each takes effect at once and can be undone from the notice that tells it. */
export function useTagChanges(): { remove: (tag: StatementView) => void; toKind: (tag: StatementView, kind: Kind) => void; setHidden: (tag: StatementView, hidden: boolean) => void } {
  const { t, language } = useTranslation(['phone', 'look']);
  const { change } = usePhone();
  const { notify } = useNotices();
  const tell = (text: string, undo: () => void): void => notify({ text, action: { label: t('look:undo'), run: undo } });
  return {
    remove({ id: tagId, ...tag }) {
      void change('changeTag', { tagId }, { removed: true });
      tell(t('me.removed', { label: nameOf(tag, language) }), () => void change('changeTag', { tagId }, { removed: false }));
    },
    toKind({ id: tagId, kind: before, ...tag }, kind) {
      void change('changeTag', { tagId }, { kind });
      tell(t('me.changed', { label: nameOf(tag, language), kind: t(`look:kind.${kind}`) }), () => void change('changeTag', { tagId }, { kind: before }));
    },
    setHidden({ id: tagId, ...tag }, hidden) {
      void change('changeTag', { tagId }, { hidden });
      tell(t(hidden ? 'me.hiddenNow' : 'me.shownNow', { label: nameOf(tag, language) }), () => void change('changeTag', { tagId }, { hidden: !hidden }));
    },
  };
}
