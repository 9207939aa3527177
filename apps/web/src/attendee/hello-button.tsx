import { Icon } from '../look/icons.js';
import { useTranslation } from '../look/translation.js';
import { usePhone } from './phone.js';

/** 会いたい: told to nobody until both have said it. */
export function HelloButton({ participantId, nickname }: { participantId: string; nickname: string }) {
  const { t } = useTranslation('phone');
  const { state: { hellos, me }, change } = usePhone();
  const said = hellos.sent.includes(participantId);
  const toggle = (): void => void change(said ? 'takeHelloBack' : 'sayHello', { participantId }, undefined);
  return (
    <button type="button" className="button hello" aria-pressed={said} aria-label={`${t('people.hello')}（${nickname}）`} disabled={me.paused} onClick={toggle}>
      <Icon of="heart" size={20} />{t('people.hello')}
    </button>
  );
}
