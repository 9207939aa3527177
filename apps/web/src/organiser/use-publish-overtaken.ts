import { useEffect, useState } from 'react';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { whatBecame } from './what-became.js';

/**
 * Tells why the question whether to publish a draft is gone, where a colleague or another window has overtaken it.
 * @returns takes the draft that is asked about, or nothing where none is or its answer is on the way
 */
export function usePublishOvertaken(): (draftId: string | undefined) => void {
  const { t } = useTranslation('board');
  const { state } = useBoard();
  const { notify } = useNotices();
  const [asked, setAsked] = useState<string>();
  const became = asked === undefined ? undefined : whatBecame(asked, state);
  useEffect(() => {
    if (!became) return;
    setAsked(undefined);
    notify({ text: t(`teams.publishOvertaken.${became}`) });
  }, [became, notify, t]);
  return setAsked;
}
