import type { Kind, Named } from '@tsunagu/contracts';
import { nameOf } from './name-of.js';
import { useTranslation } from './translation.js';
import { Written } from './written.js';

/** The shape of a kind, so that colour is never the only sign. */
export function KindMark({ kind }: { kind: Kind | 'data' }) {
  return <span className={`kind-mark kind-mark-${kind}`} aria-hidden="true" />;
}

/** A tag on a badge; its kind is heard as well as seen. */
export function KindTag({ kind, ...tag }: Named & { kind: Kind | 'data' }) {
  const { t, language } = useTranslation('look');
  return <span className={`tag kind-${kind}`} data-tag={tag.label}><KindMark kind={kind} /><span className="unseen">{t(`kind.${kind}`)}{t('colon')}</span><Written text={nameOf(tag, language)} /></span>;
}

/** A person's tags and data, up to `most`. */
export function TagList({ tags, jackets = [], most = Infinity }: { tags: readonly (Named & { kind: Kind })[]; jackets?: readonly string[]; most?: number }) {
  const { t } = useTranslation('look');
  const all = [...tags, ...jackets.map((label) => ({ kind: 'data' as const, label }))];
  const left = all.length - most;
  return (
    <ul className="tags">
      {all.slice(0, most).map((tag, place) => <li key={`${tag.kind}-${tag.label}-${place}`}><KindTag {...tag} /></li>)}
      {left > 0 && <li className="tag soft"><span aria-hidden="true">+{left}</span><span className="unseen">{t('restOf', { count: left })}</span></li>}
    </ul>
  );
}
