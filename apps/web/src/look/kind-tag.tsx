import type { Kind, TagView } from '@tsunagu/contracts';
import { useTranslation } from './translation.js';

/** The shape of a kind, so that colour is never the only sign. */
export function KindMark({ kind }: { kind: Kind | 'data' }) {
  return <span className={`kind-mark kind-mark-${kind}`} aria-hidden="true" />;
}

/** A tag on a badge; its kind is heard as well as seen. */
export function KindTag({ kind, label }: { kind: Kind | 'data'; label: string }) {
  const { t } = useTranslation('look');
  return <span className={`tag kind-${kind}`} data-tag={label}><KindMark kind={kind} /><span className="unseen">{t(`kind.${kind}`)}: </span><bdi>{label}</bdi></span>;
}

/** A person's tags and data, up to `most`. */
export function TagList({ tags, jackets = [], most = Infinity }: { tags: readonly Pick<TagView, 'kind' | 'label'>[]; jackets?: readonly string[]; most?: number }) {
  const all = [...tags.map((tag) => ({ kind: tag.kind as Kind | 'data', label: tag.label })), ...jackets.map((label) => ({ kind: 'data' as const, label }))];
  const left = all.length - most;
  return (
    <ul className="tags">
      {all.slice(0, most).map(({ kind, label }, place) => <li key={`${kind}-${label}-${place}`}><KindTag kind={kind} label={label} /></li>)}
      {left > 0 && <li className="tag soft">+{left}</li>}
    </ul>
  );
}
