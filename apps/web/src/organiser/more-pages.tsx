import { useEffect, useState, useSyncExternalStore } from 'react';
import { useErrorText } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { PagedList, type PagedView, type ReadPage } from './paged-list.js';

/** A list read page by page: its first page at once, the others with `MorePages`. */
export function usePagedList<Line>(readPage: ReadPage<Line>): PagedView<Line> & { more: () => Promise<void> } {
  const [pages] = useState(() => new PagedList(readPage));
  useEffect(() => { if (!pages.read().lines) void pages.more(); }, [pages]);
  return { ...useSyncExternalStore(pages.subscribe, pages.read), more: pages.more };
}

/** Stands under such a list: that it is being read, why it could not be, and the way on to the lines after those that are shown. */
export function MorePages({ lines, next, reading, error, more }: PagedView<unknown> & { more: () => Promise<void> }) {
  const { t } = useTranslation(['board', 'look']);
  const errorText = useErrorText();
  return (
    <>
      {reading && !lines && <p role="status">{t('look:loading')}</p>}
      {error !== undefined && <p className="box box-bad" role="alert">{errorText(error)}</p>}
      {(error !== undefined || next !== null) && <div className="row"><button type="button" className="button" aria-disabled={reading || undefined} onClick={() => void more()}>{t(error === undefined ? 'pages.more' : 'pages.again')}</button></div>}
    </>
  );
}
