import { useEffect } from 'react';
import { useTranslation } from './translation.js';

/** Names the window: what of which event, in the reader's language. */
export function useTitle(...parts: (string | undefined)[]): void {
  const { t } = useTranslation('look');
  const title = [...parts, t('product')].filter(Boolean).join(' · ');
  useEffect(() => { document.title = title; }, [title]);
}
