import { useState } from 'react';
import { useTranslation } from '../look/translation.js';
import type { JoinDraft } from './join-draft.js';
import { readProfile } from './kept-profile.js';

/** Offers the profile of an earlier event while the form is still empty. */
export function UseAgain({ draft, onFill }: { draft: JoinDraft; onFill: (fields: Partial<JoinDraft>) => void }) {
  const { t } = useTranslation('phone');
  const [profile] = useState(readProfile);
  const [used, setUsed] = useState(false);
  if (used) return <p className="box" role="status">{t('join.usedAgain')}</p>;
  if (!profile || draft.nickname !== '' || draft.introduction !== '') return null;
  const fill = (): void => {
    const { eventId: _, ...fields } = profile;
    onFill(fields);
    setUsed(true);
  };
  return <div className="box stack-tight"><p>{t('join.again')}</p><div className="row"><button type="button" className="button" onClick={fill}>{t('join.useAgain')}</button></div></div>;
}
