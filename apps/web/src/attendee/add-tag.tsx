import { KINDS, TEXT_LIMITS, shortTextProblem, type Kind } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { call } from '../live/call.js';
import { Choices, TextField } from '../look/field.js';
import { Icon } from '../look/icons.js';
import { KindMark } from '../look/kind-tag.js';
import { nameOf } from '../look/name-of.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { useTextProblem } from '../look/use-text-problem.js';
import { usePhone } from './phone.js';
import { useAnswerTo } from './use-answer-to.js';

const ASK_AFTER_MS = 200;

/** Adds a tag of one's own. */
export function AddTag() {
  const { t } = useTranslation('phone');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}><Icon of="plus" size={18} />{t('me.add')}</button>
      {open && <AddTagSheet onClose={() => setOpen(false)} />}
    </>
  );
}

function AddTagSheet({ onClose }: { onClose: () => void }) {
  const sayProblem = useTextProblem();
  const { t, language } = useTranslation(['phone', 'look']);
  const { eventId, change } = usePhone();
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<Kind>('skill');
  const [wrong, setWrong] = useState<string>();
  // tags in use at this event that begin like this
  const suggestions = useAnswerTo(label.trim(), (q) => call('suggestTags', { params: { eventId }, query: { q } }), ASK_AFTER_MS).answer?.tags ?? [];

  const add = (text: string, ofKind: Kind): void => {
    const problem = shortTextProblem(text, TEXT_LIMITS.tagGraphemes);
    if (problem) return setWrong(sayProblem(problem));
    void change('addTag', {}, { label: text.trim(), kind: ofKind });
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add(label, kind);
  };
  return (
    <Sheet title={t('me.add')} onClose={onClose} typing>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField label={t('me.addLabel')} value={label} onText={setLabel} wrong={wrong} autoComplete="off" enterKeyHint="done" />
        {suggestions.length > 0 && (
          <div className="stack-tight">
            <p className="small soft">{t('me.addSuggestions')}</p>
            <ul className="tags">
              {suggestions.map((tag) => (
                <li key={`${tag.kind}-${tag.label}`}><button type="button" className={`tag tag-button kind-${tag.kind}`} onClick={() => add(tag.label, tag.kind)}><KindMark kind={tag.kind} /><Written text={nameOf(tag, language)} /></button></li>
              ))}
            </ul>
          </div>
        )}
        <Choices label={t('me.addKind')} value={kind} onChoose={(next) => setKind(next ?? 'skill')} options={KINDS.map((one) => ({ value: one, label: t(`look:kind.${one}`) }))} />
        <button type="submit" className="button button-main button-wide">{t('me.addDo')}</button>
      </form>
    </Sheet>
  );
}
