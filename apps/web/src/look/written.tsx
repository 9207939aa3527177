import { foreign } from './foreign.js';
import { useTranslation } from './translation.js';

/** A name or a tag that somebody has written: of its own direction, and of its own language. */
export function Written({ text }: { text: string }) {
  const { language } = useTranslation();
  return <bdi lang={foreign(text, language)}>{text}</bdi>;
}
