import { aroundJapanese } from './foreign.js';
import { useTranslation } from './translation.js';

/** A sentence that names or quotes somebody: on an English page what is Japanese in it is heard as Japanese. */
export function Mixed({ text }: { text: string }) {
  const { language } = useTranslation();
  return <>{language === 'en' ? aroundJapanese(text).map((part, place) => (place % 2 ? <span key={place} lang="ja">{part}</span> : part)) : text}</>;
}
