import type { PersonView } from '@tsunagu/contracts';
import { useMemo, useState } from 'react';
import { Field, TextField } from '../look/field.js';
import { useTranslation } from '../look/translation.js';
import { markOf } from './alike-people.js';
import { MOST_TO_PICK, peopleToPick } from './find-people.js';

/** People under one heading, or under none. */
interface PeopleGroup { label?: string; people: readonly PersonView[] }

/** One person out of many. Where they are more than can be looked over, a search narrows them. */
export function PersonSelect({ label, groups, chosen, onChoose }: { label: string; groups: readonly PeopleGroup[]; /** '' for nobody */ chosen: string; onChoose: (id: string) => void }) {
  const { t, language } = useTranslation('board');
  const [search, setSearch] = useState('');
  const everybody = useMemo(() => groups.flatMap(({ people }) => people), [groups]);
  const { shown, more } = useMemo(() => peopleToPick(everybody, [chosen], search), [everybody, chosen, search]);
  const option = (person: PersonView) => <option key={person.id} value={person.id}>{[person.nickname, markOf(person, language)].filter(Boolean).join(' / ')}</option>;
  const among = (people: readonly PersonView[]): PersonView[] => people.filter((person) => shown.has(person));
  return (
    <>
      {everybody.length > MOST_TO_PICK && <TextField label={t('people.search')} type="search" value={search} onText={setSearch} />}
      <Field label={label} help={more > 0 && t('people.more', { count: more })}>
        {(parts) => (
          <select {...parts} className="select" value={chosen} onChange={(event) => onChoose(event.target.value)}>
            <option value="">{t('people.mergeNobody')}</option>
            {groups.map(({ label: heading, people }) => {
              const options = among(people).map(option);
              if (heading === undefined) return options;
              return options.length > 0 && <optgroup key={heading} label={heading}>{options}</optgroup>;
            })}
          </select>
        )}
      </Field>
    </>
  );
}
