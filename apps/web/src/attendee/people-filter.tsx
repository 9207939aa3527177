import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { filterLabels, namesIn, NO_FILTER, type PeopleFilter } from './filter-people.js';
import { usePhone } from './phone.js';

const MOST_LABELS = 8;

/** Narrows the candidates down: who is free now, one tag, words. */
export function PeopleFilterBar({ filter, onFilter, freeCount }: { filter: PeopleFilter; onFilter: (filter: PeopleFilter) => void; freeCount: number }) {
  const { t, language } = useTranslation('phone');
  const { state: { candidates } } = usePhone();
  const named = namesIn(candidates, language);
  const chosen = filter.label === null ? undefined : named(filter.label);
  const all = !filter.free && filter.label === null;
  return (
    <search className="people-filter" aria-label={t('people.filter')}>
      <input type="search" className="input" aria-label={t('people.search')} placeholder={t('people.search')} value={filter.words} onChange={(event) => onFilter({ ...filter, words: event.target.value })} enterKeyHint="search" autoComplete="off" />
      <div className="chips" tabIndex={-1}>
        <button type="button" className="chip" aria-pressed={all} onClick={() => onFilter({ ...NO_FILTER, words: filter.words })}>{t('people.filterAll')}</button>
        <button type="button" className="chip chip-free" aria-pressed={filter.free} onClick={() => onFilter({ ...filter, free: !filter.free })}>{t('people.filterFree')} <span className="number">{freeCount}</span></button>
        {filterLabels(candidates, MOST_LABELS, named).map((label) => (
          <button key={label} type="button" className="chip" aria-pressed={chosen === named(label)} onClick={() => onFilter({ ...filter, label: chosen === named(label) ? null : label })}><Written text={named(label)} /></button>
        ))}
      </div>
    </search>
  );
}
