import { useState } from 'react';
import { Choices, Field } from '../look/field.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import type { Rule } from './rules-document.js';

const KINDS = ['together', 'apart', 'spread'] as const;
type Kind = (typeof KINDS)[number];
const MOST_ALIKE = 10;

/** Builds a rule from a sentence: who belongs together, who apart, how affiliations spread. */
export function AddRule({ onAdd }: { onAdd: (rule: Rule) => void }) {
  const { t } = useTranslation('board');
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className="row"><button type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('rules.add')}</button></div>
      {open && <AddRuleSheet onAdd={(rule) => { setOpen(false); onAdd(rule); }} onClose={() => setOpen(false)} />}
    </>
  );
}

function AddRuleSheet({ onAdd, onClose }: { onAdd: (rule: Rule) => void; onClose: () => void }) {
  const { t } = useTranslation('board');
  const { state } = useBoard();
  const [kind, setKind] = useState<Kind>('together');
  const [people, setPeople] = useState<string[]>([]);
  const [max, setMax] = useState(1);
  const [wrong, setWrong] = useState<string>();
  const add = (): void => {
    if (kind === 'spread') return onAdd({ type: 'spread', attribute: 'affiliation', max });
    if (people.length < 2) return setWrong(t('rules.needTwo'));
    onAdd({ type: kind, people });
  };
  const toggle = (id: string): void => setPeople((old) => (old.includes(id) ? old.filter((one) => one !== id) : [...old, id]));
  return (
    <Sheet title={t('rules.add')} onClose={onClose}>
      <Choices label={t('rules.kind')} value={kind} onChoose={(next) => setKind(next ?? 'together')} options={KINDS.map((one) => ({ value: one, label: t(`rules.kinds.${one}`) }))} />
      {kind === 'spread'
        ? <Field label={t('rules.spreadMax')}>{(parts) => <input {...parts} className="input" type="number" min={1} max={MOST_ALIKE} value={max} onChange={(event) => setMax(Math.min(MOST_ALIKE, Math.max(1, Number(event.target.value) || 1)))} />}</Field>
        : (
          <fieldset className="field">
            <legend className="field-label">{t('rules.people')}</legend>
            {wrong && <p className="field-wrong" role="alert">{wrong}</p>}
            <div className="pick-people">{state.people.filter((person) => !person.left).map((person) => <label key={person.id} className="choice"><input type="checkbox" checked={people.includes(person.id)} onChange={() => toggle(person.id)} /><bdi>{person.nickname}</bdi></label>)}</div>
          </fieldset>
        )}
      <button type="button" className="button button-main button-wide" onClick={add}>{t('rules.addDo')}</button>
    </Sheet>
  );
}
