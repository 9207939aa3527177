import { isEverydayConcept, ROLES, type StatementView } from '@tsunagu/contracts';
import { useState } from 'react';
import { useTranslation } from '../look/translation.js';
import { besideHeading } from './beside-heading.js';
import { TagButton } from './my-tags.js';
import { usePhone } from './phone.js';

/** The statements that ask for something, and those that give something, by what kind of thing it is. */
export function NeedsAndOffers({ onChoose }: { onChoose: (statement: StatementView) => void }) {
  const { t } = useTranslation(['phone', 'look']);
  const { state: { statements } } = usePhone();
  const withRole = statements.filter((statement) => statement.role !== null && !isToldByTag(statement, statements));
  return (
    <div className="two-cards">
      <RoleList title={t('look:kind.seeking')} empty={t('me.needsEmpty')} statements={withRole.filter(({ kind }) => kind === 'seeking')} onChoose={onChoose} />
      <RoleList title={t('me.offers')} empty={t('me.offersEmpty')} statements={withRole.filter(({ kind }) => kind === 'skill')} onChoose={onChoose} />
    </div>
  );
}

/** A need or offer that was read from everyday words stands beside a tag of the same word. */
const isToldByTag = ({ concept, kind, role, label }: StatementView, among: readonly StatementView[]): boolean =>
  isEverydayConcept(concept) && among.some((other) => !isEverydayConcept(other.concept) && other.kind === kind && other.role === role && other.label === label);

const SHOWN_AT_ONCE = 6;

function RoleList({ title, empty, statements, onChoose }: { title: string; empty: string; statements: StatementView[]; onChoose: (statement: StatementView) => void }) {
  const { t, language } = useTranslation(['look', 'phone']);
  const [all, setAll] = useState(false);
  const shown = all ? statements : statements.slice(0, SHOWN_AT_ONCE);
  const roles = ROLES.map((role) => ({ role, title: t(`role.${role}`), own: shown.filter((statement) => statement.role === role) }));
  return (
    <section className="card stack-tight" aria-label={title}>
      <h2>{title}</h2>
      {statements.length === 0 && <p className="field-help">{empty}</p>}
      <dl className="roles">
        {roles.map(({ role, title, own }) => own.length > 0 && (
          <div key={role}>
            <dt>{title}</dt>
            <dd className="tags">{besideHeading(own, title, language).map((statement) => <TagButton key={statement.id} statement={statement} onChoose={onChoose} />)}</dd>
          </div>
        ))}
      </dl>
      {shown.length < statements.length && <div className="row"><button type="button" className="button button-plain" onClick={() => setAll(true)}>{t('restOf', { count: statements.length - shown.length })}</button></div>}
    </section>
  );
}
