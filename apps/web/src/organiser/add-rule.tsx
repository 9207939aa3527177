import { LANGUAGES, ROLES, SECTORS } from '@tsunagu/contracts';
import { useMemo, useState } from 'react';
import { Choices, Field, TextField } from '../look/field.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { markOf, namesakes } from './alike-people.js';
import { useBoard } from './board.js';
import { peopleToPick } from './find-people.js';
import type { Rule } from './rules-document.js';
import { isWhole, numberIn, textOf } from './typed-number.js';

const KINDS = ['together', 'apart', 'spread', 'count', 'not_alone'] as const;
type Kind = (typeof KINDS)[number];
type Who = Extract<Rule, { type: 'count' }>['who'];
const MOST = 10;

/** Builds a rule from a sentence: who belongs together, who apart, who is in every team, who is never alone. */
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
  const [kind, setKind] = useState<Kind>('together');
  const [people, setPeople] = useState<string[]>([]);
  const [number, setNumber] = useState(1);
  const [who, setWho] = useState<Who>({ attribute: 'sector', values: [SECTORS[0]] });
  const [wrong, setWrong] = useState<string>();
  const numbered = kind === 'spread' || kind === 'count';
  const add = (): void => {
    if (numbered && !isWhole(number, 1, MOST)) return setWrong(t('rules.needNumber', { most: MOST }));
    switch (kind) {
      case 'spread': return onAdd({ type: kind, attribute: 'affiliation', max: number });
      case 'count': return onAdd({ type: kind, who, min: number });
      case 'not_alone': return onAdd({ type: kind, who });
      default: return people.length < 2 ? setWrong(t('rules.needTwo')) : onAdd({ type: kind, people });
    }
  };
  return (
    <Sheet title={t('rules.add')} onClose={onClose}>
      <Choices label={t('rules.kind')} value={kind} onChoose={(next) => { setKind(next ?? 'together'); setWrong(undefined); }} options={KINDS.map((one) => ({ value: one, label: t(`rules.kinds.${one}`) }))} />
      {(kind === 'count' || kind === 'not_alone') && <WhoField who={who} onWho={setWho} />}
      {numbered && <Field label={t(kind === 'count' ? 'rules.countNumber' : 'rules.spreadMax')} wrong={wrong}>{(parts) => <input {...parts} className="input" type="number" min={1} max={MOST} value={textOf(number)} onChange={(event) => setNumber(numberIn(event.target.value))} />}</Field>}
      {(kind === 'together' || kind === 'apart') && <PeopleField people={people} wrong={wrong} onPeople={setPeople} />}
      <button type="button" className="button button-main button-wide" onClick={add}>{t('rules.addDo')}</button>
    </Sheet>
  );
}

function WhoField({ who, onWho }: { who: Who; onWho: (who: Who) => void }) {
  const { t } = useTranslation(['board', 'look']);
  const value = 'role' in who ? `role:${who.role}` : 'values' in who ? `${who.attribute}:${String(who.values[0])}` : '';
  const choose = (next: string): void => {
    const [of, one] = next.split(':') as [string, string];
    onWho(of === 'role' ? { role: one } : { attribute: of, values: [one] });
  };
  return (
    <Field label={t('rules.whoLabel')}>
      {(parts) => (
        <select {...parts} className="select" value={value} onChange={(event) => choose(event.target.value)}>
          <optgroup label={t('people.partGroups.sector')}>{SECTORS.map((sector) => <option key={sector} value={`sector:${sector}`}>{t(`look:sector.${sector}`)}</option>)}</optgroup>
          <optgroup label={t('look:language')}>{LANGUAGES.map((one) => <option key={one} value={`language:${one}`}>{t(`rules.languages.${one}`)}</option>)}</optgroup>
          <optgroup label={t('people.partGroups.offer')}>{ROLES.map((role) => <option key={role} value={`role:${role}`}>{t('rules.who.role', { role: t(`look:role.${role}`) })}</option>)}</optgroup>
        </select>
      )}
    </Field>
  );
}

function PeopleField({ people, wrong, onPeople }: { people: readonly string[]; wrong: string | undefined; onPeople: (people: string[]) => void }) {
  const { t, language } = useTranslation('board');
  const { state } = useBoard();
  const doubled = useMemo(() => new Set([...namesakes(state.people).values()].flat()), [state.people]);
  const [search, setSearch] = useState('');
  const { shown, more } = useMemo(() => peopleToPick(state.people.filter(({ left }) => !left), people, search), [state.people, people, search]);
  const toggle = (id: string): void => onPeople(people.includes(id) ? people.filter((one) => one !== id) : [...people, id]);
  return (
    <fieldset className="field">
      <legend className="field-label">{t('rules.people')}</legend>
      {wrong && <p className="field-wrong" role="alert">{wrong}</p>}
      <TextField label={t('people.search')} type="search" value={search} onText={setSearch} />
      {shown.size === 0 && <p className="small soft">{t('people.none')}</p>}
      <div className="pick-people">{[...shown].map((person) => <label key={person.id} className="choice"><input type="checkbox" checked={people.includes(person.id)} onChange={() => toggle(person.id)} /><Written text={person.nickname} /> {doubled.has(person) && <span className="small soft"><Written text={markOf(person, language)} /></span>}</label>)}</div>
      {more > 0 && <p className="field-help">{t('people.more', { count: more })}</p>}
    </fieldset>
  );
}
