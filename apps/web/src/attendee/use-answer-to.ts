import { useEffect, useState } from 'react';
import { keepTrying } from '../live/keep-trying.js';

/** What the service answers to words; `waiting` while there is no network. */
export interface AnswerTo<T> { answer?: T; waiting: boolean }

/** Asks the service about what is being typed, once typing pauses; none to no words, and never one to what stood there before. @param ask of one kind as long as this is mounted @param again where it changes, the same is asked once more, and the last answer stands meanwhile */
export function useAnswerTo<T>(words: string, ask: (words: string) => Promise<T>, pauseMs: number, again = ''): AnswerTo<T> {
  const [last, setLast] = useState<AnswerTo<T> & { to: string }>({ to: '', waiting: false });
  useEffect(() => {
    if (!words) return undefined;
    const left = new AbortController();
    const tell = (told: AnswerTo<T>): void => setLast({ to: words, ...told });
    const timer = setTimeout(() => {
      // what is refused has no answer
      keepTrying(() => ask(words), () => tell({ waiting: true }), left.signal).then((answer) => tell({ answer, waiting: false }), () => tell({ waiting: false }));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      left.abort();
    };
  }, [words, again]);
  return words && last.to === words ? last : { waiting: false };
}
