import { useTranslation } from '../look/translation.js';
import { useFreeNow } from './use-free-now.js';

/** Says that somebody is free to talk, and where; nothing where they are not. */
export function FreeSign({ participantId }: { participantId: string }) {
  const { t } = useTranslation('phone');
  const place = useFreeNow().get(participantId);
  if (place === undefined) return null;
  return <p className="free-sign">{place ? t('people.freeAt', { place }) : t('people.free')}</p>;
}
