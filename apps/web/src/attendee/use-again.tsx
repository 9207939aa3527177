import { useState } from 'react';
import { Tick } from '../look/field.js';
import { useTranslation } from '../look/translation.js';
import type { JoinDraft } from './join-draft.js';
import { readProfile } from './kept-profile.js';
import { ANOTHER } from './route.js';

/** Offers the profile of an earlier event while the form is still empty; never to the next person on a shared phone, whose it is not. */
export function UseAgain({ draft, onFill }: { draft: JoinDraft; onFill: (fields: Partial<JoinDraft>) => void }) {
  const { t } = useTranslation('phone');
  const [profile] = useState(() => (location.hash === ANOTHER ? undefined : readProfile()));
  const [used, setUsed] = useState(false);
  if (profile && (used || draft.earlierEventId)) {
    return (
      <div className="box stack-tight">
        <p role="status">{t('join.usedAgain')}</p>
        <Tick checked={draft.earlierEventId !== null} onTick={(agreed) => onFill({ earlierEventId: agreed ? profile.eventId : null })}>{t('join.meetNew')}</Tick>
        <p className="field-help">{t('join.meetNewHelp')}</p>
      </div>
    );
  }
  if (!profile || draft.nickname !== '' || draft.introduction !== '') return null;
  const fill = (): void => {
    const { eventId: _, participantId: __, ...fields } = profile;
    onFill(fields);
    setUsed(true);
  };
  return <div className="box stack-tight"><p>{t('join.again')}</p><div className="row"><button type="button" className="button" onClick={fill}>{t('join.useAgain')}</button></div></div>;
}
