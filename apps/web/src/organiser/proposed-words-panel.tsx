import { useMemo } from 'react';
import { KindTag } from '../look/kind-tag.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { proposedWords } from './proposed-words.js';
import type { NewWord } from './table-to-words.js';

/** What attendees call themselves and no reading knows: one tap makes it everybody's word. */
export function ProposedWords({ onApprove, onRefuse }: { onApprove: (word: NewWord) => void; onRefuse: (label: string) => void }) {
  const { t } = useTranslation(['room', 'look']);
  const { state: { people, words }, may } = useBoard();
  const proposed = useMemo(() => proposedWords(people, words), [people, words]);
  return (
    <section className="card stack-tight" aria-labelledby="words-waiting">
      <h2 id="words-waiting">{t('words.waiting')} {proposed.length > 0 && <span className="count number">{proposed.length}</span>}</h2>
      <p className="field-help">{t(proposed.length > 0 ? 'words.waitingHelp' : 'words.waitingNone')}</p>
      <ul className="stack-tight">
        {proposed.map(({ label, kind, people: count }) => (
          <li key={label} className="rule">
            <span><KindTag kind={kind} label={label} /> <span className="small soft">{t('look:people', { count })}</span></span>
            {may('organiser') && (
              <span className="row-tight">
                <button type="button" className="button" aria-label={t('words.approveOf', { label })} onClick={() => onApprove({ label, spellings: [], kind: kind === 'seeking' ? null : kind })}>{t('words.approve')}</button>
                <button type="button" className="button button-plain" aria-label={t('words.refuseOf', { label })} onClick={() => onRefuse(label)}>{t('words.refuse')}</button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
