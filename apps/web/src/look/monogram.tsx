import { firstGrapheme } from '@tsunagu/contracts';

const WASHES = ['skill', 'interest', 'seeking', 'data'] as const;

/** First letter of a name as a quiet face. The name itself stands beside it, so nobody needs to hear it twice. */
export function Monogram({ name, large = false }: { name: string; large?: boolean }) {
  const wash = WASHES[[...name].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % WASHES.length]!;
  return <span className={`monogram kind-${wash}${large ? ' monogram-large' : ''}`} aria-hidden="true">{firstGrapheme(name)}</span>;
}
