import type { StatementView } from '@tsunagu/contracts';
import { useTranslation } from '../look/translation.js';
import { TagButton } from './my-tags.js';
import { usePhone } from './phone.js';

/** The statements that ask for something, and those that give something, each with what kind of thing it is. */
export function NeedsAndOffers({ onChoose }: { onChoose: (statement: StatementView) => void }) {
  const { t } = useTranslation('phone');
  const { state: { statements } } = usePhone();
  const withRole = statements.filter((statement) => statement.role !== null);
  return (
    <div className="two-cards">
      <RoleList title={t('me.needs')} empty={t('me.needsEmpty')} statements={withRole.filter(({ kind }) => kind === 'seeking')} onChoose={onChoose} />
      <RoleList title={t('me.offers')} empty={t('me.offersEmpty')} statements={withRole.filter(({ kind }) => kind === 'skill')} onChoose={onChoose} />
    </div>
  );
}

function RoleList({ title, empty, statements, onChoose }: { title: string; empty: string; statements: StatementView[]; onChoose: (statement: StatementView) => void }) {
  const { t } = useTranslation('look');
  return (
    <section className="card stack-tight" aria-label={title}>
      <h2>{title}</h2>
      {statements.length === 0 && <p className="field-help">{empty}</p>}
      <ul className="stack-tight">
        {statements.map((statement) => (
          <li key={statement.id} className="row"><span className="role small soft">{t(`role.${statement.role!}`)}</span><TagButton statement={statement} onChoose={onChoose} /></li>
        ))}
      </ul>
    </section>
  );
}
