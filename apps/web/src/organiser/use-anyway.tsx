import type { ProblemBody } from '@tsunagu/contracts';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { Question } from './question.js';

interface Asked { problem: ProblemBody; answer: (yes: boolean) => void }

/**
 * Asks whether a step with published teams is taken although it brings people together who are to be apart.
 * @returns what asks, which says undefined where the page that could ask is no longer there, and the question while it is asked
 */
export function useAnyway(): { askAnyway: (problem: ProblemBody) => Promise<boolean | undefined>; question: ReactNode } {
  const { t, language } = useTranslation('board');
  const [asked, setAsked] = useState<Asked>();
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => { shown.current = false; };
  }, []);
  const askAnyway = useCallback(async (problem: ProblemBody) => (shown.current ? new Promise<boolean>((answer) => setAsked({ problem, answer })) : undefined), []);
  const close = (yes: boolean): void => {
    setAsked(undefined);
    asked?.answer(yes);
  };
  return {
    askAnyway,
    question: asked && <Question title={t('teams.apartTitle')} told="teams-kept-apart" serious yes={t('teams.apartDo')} onYes={() => close(true)} onNo={() => close(false)}>{say(asked.problem, language)}</Question>,
  };
}
