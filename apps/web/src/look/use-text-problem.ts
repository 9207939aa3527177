import { fill, type TextProblem } from '@tsunagu/contracts';
import { useCallback } from 'react';
import { useTranslation } from './translation.js';

/** What is wrong with something written, in the page's language. */
export function useTextProblem(): (problem: TextProblem | undefined) => string | undefined {
  const { t } = useTranslation('look');
  return useCallback((problem) => problem && fill(t(`problem.${problem.code}`), problem.values ?? {}), [t]);
}
