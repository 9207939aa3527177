import { useEffect, useState } from 'react';
import { Icon } from '../look/icons.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { AddRule } from './add-rule.js';
import { useBoard } from './board.js';
import { ruleInWords } from './rule-sentences.js';
import { ThemesEditor } from './themes-editor.js';
import { byPriority, readRules, strengthOf, STRONGEST, withoutRule, withRule, withStrength, type Rule, type RulesDocument } from './rules-document.js';

/** Wishes as sliders, rules as sentences. */
export function RulesPanel() {
  const { t } = useTranslation('board');
  const { state: { event }, ask } = useBoard();
  const { notify } = useNotices();
  const document = readRules(event.rules);
  // Sorted when the panel opens: a slider that jumped away while it is moved would be lost.
  const [order] = useState(() => byPriority(document));
  const save = async (rules: RulesDocument): Promise<void> => {
    const answer = await ask('changeEvent', {}, { rules, version: event.version });
    if (answer !== undefined) notify({ text: t('rules.saved') });
  };
  return (
    <details className="more">
      <summary>{t('rules.title')}</summary>
      <div className="more-inside">
        <p className="field-help">{t('rules.lead')}</p>
        <fieldset className="field">
          <legend className="field-label">{t('rules.wishes')}</legend>
          <div className="wishes">{order.map((type) => <WishSlider key={type} label={t(`rules.wish.${type}`)} strength={strengthOf(document, type)} onStrength={(strength) => void save(withStrength(document, type, strength))} />)}</div>
        </fieldset>
        <section className="stack-tight" aria-labelledby="rules">
          <h2 id="rules" className="field-label">{t('rules.rules')}</h2>
          {(document.rules ?? []).length === 0 && <p className="field-help">{t('rules.none')}</p>}
          <ul className="stack-tight">{(document.rules ?? []).map((rule, place) => <RuleLine key={place} rule={rule} onRemove={() => void save(withoutRule(document, place))} />)}</ul>
          <AddRule onAdd={(rule) => void save(withRule(document, rule))} />
        </section>
        <ThemesEditor document={document} onSave={(next) => void save(next)} />
      </div>
    </details>
  );
}

/** Saved when it is let go, not at each step. */
function WishSlider({ label, strength, onStrength }: { label: string; strength: number; onStrength: (strength: number) => void }) {
  const { t } = useTranslation('board');
  const [value, setValue] = useState(strength);
  useEffect(() => setValue(strength), [strength]);
  const word = t(`rules.strength.${value as 0}`);
  const save = (): void => { if (value !== strength) onStrength(value); };
  return (
    <label className="wish">
      <span>{label}</span>
      <input type="range" min={0} max={STRONGEST} step={1} value={value} aria-valuetext={word} onChange={(event) => setValue(Number(event.target.value))} onPointerUp={save} onKeyUp={save} onBlur={save} />
      <output className="small soft">{word}</output>
    </label>
  );
}

function RuleLine({ rule, onRemove }: { rule: Rule; onRemove: () => void }) {
  const { t } = useTranslation(['board', 'look']);
  const { person } = useBoard();
  const namesOf = (ids: readonly string[]): string => ids.map((id) => person(id)?.nickname ?? '?').join('・');
  const sentence = ruleInWords(rule, t, namesOf);
  return <li className="rule"><span>{sentence}</span><button type="button" className="button button-plain button-round" aria-label={t('rules.remove', { rule: sentence })} onClick={onRemove}><Icon of="close" size={18} /></button></li>;
}
