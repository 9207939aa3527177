import { useState } from 'react';

/** What is said of a question when another is asked; not anew when its answer changes by itself, as the number of people does all morning. Nothing before that. */
export function useSaidOf(question: unknown, answer: string): string {
  const [last, setLast] = useState({ question, said: '' });
  if (last.question === question) return last.said;
  setLast({ question, said: answer });
  return answer;
}
