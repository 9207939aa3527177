import { useCallback, useEffect, useRef, useState } from 'react';
import { Icon } from '../look/icons.js';
import { useNotices } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { AddRule } from './add-rule.js';
import { useBoard } from './board.js';
import { ruleInWords } from './rule-sentences.js';
import { ThemesEditor } from './themes-editor.js';
import { byPriority, readRules, rulesOf, sayingOf, strengthOf, STRONGEST, withoutRule, withRule, withStrength, type Rule, type RulesDocument } from './rules-document.js';

/** Wishes as sliders, rules as sentences. */
export function RulesPanel() {
  const { t } = useTranslation('board');
  const { state: { event } } = useBoard();
  const document = readRules(event.rules);
  const rules = rulesOf(document);
  const save = useSaveRules();
  // Sorted when the panel opens: a slider that jumped away while it is moved would be lost.
  const [order] = useState(() => byPriority(document));
  return (
    <details className="more">
      <summary>{t('rules.title')}</summary>
      <div className="more-inside">
        <p className="field-help">{t('rules.lead')}</p>
        <fieldset className="field">
          <legend className="field-label">{t('rules.wishes')}</legend>
          <div className="wishes">{order.map((type) => <WishSlider key={type} label={t(`rules.wish.${type}`)} strength={strengthOf(document, type)} onStrength={(strength) => save((now) => withStrength(now, type, strength))} />)}</div>
        </fieldset>
        <section className="stack-tight" aria-labelledby="rules">
          <h2 id="rules" className="field-label">{t('rules.rules')}</h2>
          {rules.length === 0 && <p className="field-help">{t('rules.none')}</p>}
          <ul className="stack-tight">{rules.map((rule) => <RuleLine key={sayingOf(rule)} rule={rule} onRemove={() => void save((now) => withoutRule(now, rule), (now) => withRule(now, rule))} />)}</ul>
          <AddRule onAdd={(rule) => void save((now) => withRule(now, rule))} />
        </section>
        <ThemesEditor document={document} onSave={save} />
      </div>
    </details>
  );
}

/** The very document it was given means that there is nothing to change. */
type Change = (rules: RulesDocument) => RulesDocument;

/** Saves one change after the other, each made to what the one before has left: a slider that goes three steps by arrow key is in no conflict with itself. Resolves with whether it is as wanted now. */
function useSaveRules(): (change: Change, undo?: Change) => Promise<boolean> {
  const { t } = useTranslation(['board', 'look']);
  const { state: { event }, ask } = useBoard();
  const { notify } = useNotices();
  const latest = useRef(event);
  if (event.version > latest.current.version) latest.current = event;
  const line = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback((change, undo) => {
    const save = (make: Change, back?: Change): Promise<boolean> => {
      const saved = line.current.then(async () => {
        const before = readRules(latest.current.rules);
        const rules = make(before);
        if (rules === before) return true;
        const answer = await ask('changeEvent', {}, { rules, version: latest.current.version });
        if (answer === undefined) return false;
        latest.current = answer;
        notify({ text: t('rules.saved'), action: back && { label: t('look:undo'), run: () => void save(back) } });
        return true;
      });
      line.current = saved;
      return saved;
    };
    return save(change, undo);
  }, [ask, notify, t]);
}

/** Saved when it is let go, not at each step. */
function WishSlider({ label, strength, onStrength }: { label: string; strength: number; onStrength: (strength: number) => Promise<boolean> }) {
  const { t } = useTranslation('board');
  const [value, setValue] = useState(strength);
  // On its way to the service: an older step that comes back meanwhile does not move the slider.
  const wanted = useRef<number>(undefined);
  const known = useRef(strength);
  known.current = strength;
  useEffect(() => {
    if (wanted.current !== undefined && wanted.current !== strength) return;
    wanted.current = undefined;
    setValue(strength);
  }, [strength]);
  const word = t(`rules.strength.${value as 0}`);
  const save = (): void => {
    if (value === (wanted.current ?? strength)) return;
    wanted.current = value;
    void onStrength(value).then((saved) => {
      if (saved || wanted.current !== value) return;
      wanted.current = undefined;
      setValue(known.current);
    });
  };
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
  const namesOf = (ids: readonly string[]): string => ids.map((id) => person(id)?.nickname ?? '?').join(t('rules.and'));
  const sentence = ruleInWords(rule, t, namesOf);
  return <li className="rule"><span>{sentence}</span><button type="button" className="button button-plain button-round" aria-label={t('rules.remove', { rule: sentence })} onClick={onRemove}><Icon of="close" size={18} /></button></li>;
}
