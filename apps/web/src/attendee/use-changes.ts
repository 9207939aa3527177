import type { PhoneState } from '@tsunagu/contracts';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Refusal } from '../live/call.js';
import { keep } from '../live/kept-locally.js';
import { Outbox, type Outgoing } from '../live/outbox.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { draftOfRefused, introductionKeptAs, type IntroductionDraft } from './introduction-draft.js';
import type { Phone } from './phone.js';

export interface Changes extends Pick<Phone, 'change' | 'returned' | 'takeReturned'> {
  outgoing: readonly Outgoing[];
  /** forgets all that waits */
  clear: () => void;
}

/** The changes on their way, and what becomes of those that the service refuses: it is said, and no introduction is lost. */
export function useChanges(eventId: string, told: PhoneState | undefined, refetch: () => Promise<void>): Changes {
  const { t } = useTranslation('phone');
  const { notify, notifyError } = useNotices();
  const [returned, setReturned] = useState<{ by: string; draft: IntroductionDraft }>();
  const names = useRef(new Map<string, string>());
  useEffect(() => { for (const { participantId, nickname } of told?.candidates ?? []) names.current.set(participantId, nickname); }, [told?.candidates]);

  const refuse = (error: unknown, refused: readonly Outgoing[]): void => {
    const { by, name, params } = refused[0]!;
    const code = error instanceof Refusal ? error.body.code : undefined;
    if (code === 'edit.conflict') void refetch();
    if (code === 'edit.conflict' && name === 'writeIntroduction') {
      const draft = draftOfRefused(refused);
      keep(introductionKeptAs(eventId, by), draft);
      setReturned({ by, draft });
      return notify({ text: t('me.givenBack') });
    }
    if (code !== 'request.not_found' || !params.participantId) return notifyError(error);
    const gone = names.current.get(params.participantId);
    notify({ text: gone === undefined ? t('people.goneUnnamed') : t('people.gone', { name: gone }) });
  };
  // the outbox lives on while languages and states come and go
  const latest = useRef(refuse);
  useEffect(() => { latest.current = refuse; });
  const [outbox] = useState(() => new Outbox({ keptAs: `tsunagu.outbox.${eventId}`, onRefused: (error, refused) => latest.current(error, refused) }));
  const me = told?.me.id;
  // before anything drawn with this state can change something
  useLayoutEffect(() => { if (me) outbox.belongTo(me); }, [outbox, me]);
  const change = useCallback<Phone['change']>((name, params, body) => outbox.send(name, { params: { eventId, ...params }, body } as never), [outbox, eventId]);
  return {
    change, returned: returned?.by === me ? returned?.draft : undefined, outgoing: useSyncExternalStore(outbox.subscribe, outbox.read),
    takeReturned: useCallback(() => setReturned(undefined), []), clear: useCallback(() => outbox.clear(), [outbox]),
  };
}
