import type { MemberRole, PersonView } from '@tsunagu/contracts';
import { memo } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { BoardIcon } from './board-icon.js';
import { TagList } from '../look/kind-tag.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import type { Board } from './board.js';
import type { PersonAction } from './person-actions.js';
import { useWanted } from './use-wanted.js';

const MOST_TAGS = 6;
const ACTIONS = [['introduction', 'readIntroduction', 'facilitator'], ['return', 'returnLink', 'facilitator'], ['merge', 'merge', 'organiser'], ['remove', 'remove', 'organiser']] as const satisfies readonly (readonly [PersonAction, string, MemberRole])[];

const LEFT = 'left';

/** One participant on the list; `waits`: checked in or out, and not sent yet; `onHere`, `onLeft` where somebody can still go and come. */
export const PersonRow = memo(function PersonRow({ person, seat, waits, wanted, may, onHere, onLeft, onAction, onTag }: { person: PersonView; seat: string; waits?: boolean; wanted: boolean; may: Board['may']; onHere?: (id: string, here: boolean) => void; onLeft?: (id: string, left: boolean) => void; onAction: (action: PersonAction, id: string) => void; onTag: (concept: string) => void }) {
  const { t } = useTranslation('board');
  const { id, nickname, here } = person;
  const row = useWanted<HTMLLIElement>(wanted);
  return (
    <li ref={row} tabIndex={-1} className={wanted ? 'person person-wanted' : 'person'}>
      <label className="tick person-here"><input type="checkbox" checked={waits ?? here} disabled={!onHere || !may('facilitator')} aria-label={t('people.checkInOf', { name: nickname })} onChange={() => onHere?.(id, !(waits ?? here))} /><span className="small soft" aria-hidden="true">{t(waits !== undefined ? 'people.unsent' : here ? 'people.here' : 'people.checkIn')}</span></label>
      <div className="person-name"><h2><Written text={nickname} /></h2>{person.affiliation && <span className="small soft"><bdi>{person.affiliation}</bdi></span>}</div>
      <div className="person-tags" onClick={(event) => {
        // A shortcut for the pointer; by keyboard the same is chosen in the list of tags.
        const chosen = (event.target as HTMLElement).closest<HTMLElement>('[data-tag]')?.dataset.tag;
        const concept = person.tags.find(({ label }) => label === chosen)?.concept;
        if (concept) onTag(concept);
      }}><TagList tags={person.tags} jackets={person.jackets} most={MOST_TAGS} /></div>
      <PersonState person={person} seat={seat} />
      {may('facilitator') && <MenuTrigger>
        <Button className="button button-plain button-round" aria-label={t('people.menu', { name: nickname })}><BoardIcon of="dots" /></Button>
        <Popover className="menu-frame" placement="bottom end">
          <Menu className="menu" onAction={(key) => (key === LEFT ? onLeft?.(id, !person.left) : onAction(key as PersonAction, id))}>
            {onLeft && <MenuItem id={LEFT} className="menu-item">{t(person.left ? 'people.sayBack' : 'people.sayLeft')}</MenuItem>}
            {ACTIONS.filter(([, , role]) => may(role)).map(([action, word]) => <MenuItem key={action} id={action} className="menu-item">{t(`people.${word}`)}</MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>}
    </li>
  );
});

function PersonState({ person, seat }: { person: PersonView; seat: string }) {
  const { t } = useTranslation('board');
  const text = person.left ? t('people.left') : person.paused ? t('people.paused') : person.reading === 'reading' ? t('people.reading') : person.reading === 'none' ? t('people.noIntroduction') : person.reading === 'unreadable' ? t('people.unreadable') : '';
  return (
    <p className="person-state small">
      {seat && <span className="sign sign-seat">{seat}</span>}
      {text && <span className="sign">{text}</span>}
      {person.thin && !person.left && <span className="sign sign-thin" title={t('people.thinHelp')}>{t('people.thin')}</span>}
    </p>
  );
}
