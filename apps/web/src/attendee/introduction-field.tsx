import { countGraphemes, TEXT_LIMITS, type Prompt } from '@tsunagu/contracts';
import { useRef, useState, type ReactNode } from 'react';
import { Field } from '../look/field.js';
import { KindMark } from '../look/kind-tag.js';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { insertOpening } from './insert-opening.js';

/** The self-introduction: a text area, the recipe's prompts as sentence openings, and a counter in characters as people count them. */
export function IntroductionField({ prompts, text, onText, wrong, help }: { prompts: Prompt[]; text: string; onText: (text: string) => void; wrong?: string; help?: ReactNode }) {
  const { t, language } = useTranslation(['phone', 'look']);
  const area = useRef<HTMLTextAreaElement>(null);
  const [hint, setHint] = useState<Prompt>();
  const count = countGraphemes(text);

  const begin = (prompt: Prompt): void => {
    const element = area.current!;
    const next = insertOpening(text, element.selectionStart ?? text.length, t(`join.opening.${prompt.field}`));
    onText(next.text);
    setHint(prompt);
    element.focus();
    requestAnimationFrame(() => element.setSelectionRange(next.caret, next.caret));
  };

  return (
    <div className="stack-tight">
      <Field label={t('join.introduction')} help={help || t('join.introductionHelp')} wrong={wrong}>
        {(parts) => (
          <>
            <Openings prompts={prompts} onBegin={begin} />
            <textarea {...parts} ref={area} className="input" rows={6} value={text} onChange={(event) => onText(event.target.value)} />
          </>
        )}
      </Field>
      <div className="spread">
        <p className="small soft" aria-live="polite">{hint && say(hint.example, language)}</p>
        <p className={`small number ${count > TEXT_LIMITS.introductionGraphemes ? 'field-wrong' : 'soft'}`}>{t('look:characters', { count, limit: TEXT_LIMITS.introductionGraphemes })}</p>
      </div>
    </div>
  );
}

function Openings({ prompts, onBegin }: { prompts: Prompt[]; onBegin: (prompt: Prompt) => void }) {
  const { t, language } = useTranslation('phone');
  return (
    <ul className="tags" aria-label={t('join.openings')}>
      {prompts.map((prompt) => (
        <li key={prompt.field}>
          <button type="button" className={`tag tag-button kind-${prompt.field}`} onClick={() => onBegin(prompt)}><KindMark kind={prompt.field} />{say(prompt.text, language)}</button>
        </li>
      ))}
    </ul>
  );
}
