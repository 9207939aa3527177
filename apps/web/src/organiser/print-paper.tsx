import { RECIPES, SECTORS } from '@tsunagu/contracts';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { Written } from '../look/written.js';
import { useBoard } from './board.js';
import { byName } from './by-name.js';
import { consentText } from './consent-text.js';

const CARDS_A_PAGE = 2;

/** Everybody by name, with a box to tick at the door: what goes on when the network does not. */
export function PeopleList() {
  const { t } = useTranslation('board');
  const { state: { event, people, teams } } = useBoard();
  const teamOf = new Map(teams.flatMap((team) => team.members.map(({ participantId }) => [participantId, team.number] as const)));
  const sorted = people.filter(({ left }) => !left).sort(byName);
  return (
    <section className="paper paper-list">
      <h1><bdi>{event.title}</bdi></h1>
      <table className="table">
        <thead><tr>{(['here', 'name', 'affiliation', 'team'] as const).map((column) => <th key={column} scope="col">{t(`print.csv.${column}`)}</th>)}</tr></thead>
        <tbody>{sorted.map((person) => <tr key={person.id}><td>{person.here ? '☑' : '☐'}</td><td><Written text={person.nickname} /></td><td><bdi>{person.affiliation}</bdi></td><td className="number">{teamOf.get(person.id) ?? ''}</td></tr>)}</tbody>
      </table>
    </section>
  );
}

/** Cards to write an introduction on, with the event's own questions and the text that people agree to; a facilitator types them in afterwards. */
export function BlankCards() {
  const { t, language } = useTranslation(['board', 'look']);
  const { state: { event } } = useBoard();
  return (
    <section className="paper paper-cards">
      <h1 className="unseen">{t('print.cards')}</h1>
      {Array.from({ length: CARDS_A_PAGE }, (_, place) => (
        <div key={place} className="blank-card">
          <p className="badge-event"><bdi>{event.title}</bdi></p>
          <div className="blank-row"><p>{t('register.nickname')}</p><p>{t('register.affiliation')}</p></div>
          <p className="blank-sectors">{t('register.sector')}{t('look:colon')}{SECTORS.map((sector) => <span key={sector}>☐ {t(`look:sector.${sector}`)}</span>)}</p>
          {RECIPES[event.recipe].prompts.map((prompt) => <p key={prompt.field} className="blank-prompt">{say(prompt.text, language)}</p>)}
          <p className="blank-consent">{consentText(event, language)}</p>
          <p className="blank-agree">☐ {t('print.cardConsent')}</p>
        </div>
      ))}
    </section>
  );
}
