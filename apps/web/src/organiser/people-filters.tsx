import type { PersonView } from '@tsunagu/contracts';
import { useMemo } from 'react';
import { TextField } from '../look/field.js';
import { nameOf } from '../look/name-of.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { countTags, FILTERS, hasPart, PARTS, type Filter, type Part, type PeopleQuery } from './find-people.js';
import { ownNames } from './word-of-concept.js';

interface Parts { people: readonly PersonView[]; query: PeopleQuery; onQuery: (change: Partial<PeopleQuery>) => void }

/** Free text, state, part and tag: four ways to narrow the list, all at once. */
export function PeopleFilters({ people, query, onQuery }: Parts) {
  const { t, language } = useTranslation('board');
  const { state: { words } } = useBoard();
  const tags = useMemo(() => countTags(people, ownNames(words)), [people, words]);
  return (
    <div className="people-filters">
      <TextField label={t('people.search')} type="search" value={query.search} onText={(search) => onQuery({ search })} />
      <label className="field"><span className="field-label">{t('people.filter')}</span>
        <select className="select" value={query.filter} onChange={(event) => onQuery({ filter: event.target.value as Filter })}>{FILTERS.map((one) => <option key={one} value={one}>{t(`people.filters.${one}`)}</option>)}</select>
      </label>
      <label className="field"><span className="field-label">{t('people.part')}</span>
        <select className="select" value={query.part} onChange={(event) => onQuery({ part: event.target.value as Part | '' })}>
          <option value="">{t('people.filters.all')}</option>
          <PartOptions people={people} />
        </select>
      </label>
      <label className="field"><span className="field-label">{t('people.tag')}</span>
        <select className="select" value={query.tag} onChange={(event) => onQuery({ tag: event.target.value })}>
          <option value="">{t('people.filters.all')}</option>
          {query.tag && !tags.some(({ concept }) => concept === query.tag) && <option value={query.tag}>{query.tag}</option>}
          {tags.map(({ concept, count, ...tag }) => <option key={concept} value={concept}>{t('people.tagCount', { label: nameOf(tag, language), count })}</option>)}
        </select>
      </label>
    </div>
  );
}

/** Only parts that somebody has, so that no choice leads to an empty list. */
function PartOptions({ people }: { people: readonly PersonView[] }) {
  const { t } = useTranslation(['board', 'look']);
  const word = (part: Part): string => {
    const [of, value] = part.split(':') as ['sector' | 'offer' | 'need', string];
    return of === 'sector' ? t(`look:sector.${value as 'citizen'}`) : t(`people.parts.${of}`, { role: t(`look:role.${value as 'place'}`) });
  };
  return (['sector', 'offer', 'need'] as const).map((of) => {
    const held = PARTS[of].filter((part) => people.some((person) => hasPart(person, part)));
    return held.length > 0 && <optgroup key={of} label={t(`people.partGroups.${of}`)}>{held.map((part) => <option key={part} value={part}>{word(part)}</option>)}</optgroup>;
  });
}
