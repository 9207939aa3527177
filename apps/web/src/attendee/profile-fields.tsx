import { SECTORS, SHARINGS, TEAM_WISHES, type Sector, type TeamWish } from '@tsunagu/contracts';
import { Choices, Field, holdEnter, TextField, Tick } from '../look/field.js';
import { useTranslation } from '../look/translation.js';
import type { JacketDraft, Shows } from './join-draft.js';

/** What people may know beside the introduction: affiliation, sector, and whether there is a team already. */
export function AboutFields({ value, onChange, wrong }: { value: { affiliation: string; sector: Sector | null; teamWish: TeamWish }; onChange: (next: Partial<{ affiliation: string; sector: Sector | null; teamWish: TeamWish }>) => void; wrong?: string }) {
  const { t } = useTranslation(['phone', 'look']);
  return (
    <>
      <TextField label={t('join.affiliation')} help={t('join.affiliationHelp')} optional value={value.affiliation} onText={(affiliation) => onChange({ affiliation })} wrong={wrong} autoComplete="organization" onKeyDown={holdEnter('always')} />
      <Choices label={t('join.sector')} optional value={value.sector} onChoose={(sector) => onChange({ sector })} options={SECTORS.map((sector) => ({ value: sector, label: t(`look:sector.${sector}`) }))} />
      <Choices label={t('join.team')} value={value.teamWish} onChoose={(teamWish) => onChange({ teamWish: teamWish ?? 'looking' })} options={TEAM_WISHES.map((wish) => ({ value: wish, label: t(`look:teamWish.${wish}`) }))} />
    </>
  );
}

/** Which kinds of tags other participants see. */
export function ShowsFields({ value, onChange }: { value: Shows; onChange: (shows: Shows) => void }) {
  const { t } = useTranslation(['phone', 'look']);
  return (
    <fieldset className="field">
      <legend className="field-label">{t('join.who')}</legend>
      <p className="field-help">{t('join.whoHelp')}</p>
      <div className="two-columns">
        {(['skill', 'interest', 'seeking', 'data'] as const).map((kind) => (
          <Tick key={kind} checked={value[kind]} onTick={(checked) => onChange({ ...value, [kind]: checked })}>{t(`look:kind.${kind}`)}</Tick>
        ))}
      </div>
    </fieldset>
  );
}

/** One card about data that someone can bring. */
export function JacketFields({ value, onChange, wrongTitle, wrongDescription }: { value: JacketDraft; onChange: (next: JacketDraft) => void; wrongTitle?: string; wrongDescription?: string }) {
  const { t } = useTranslation(['phone', 'look']);
  return (
    <>
      <TextField label={t('join.jacketTitle')} help={t('join.jacketTitleHelp')} value={value.title} onText={(title) => onChange({ ...value, title })} wrong={wrongTitle} onKeyDown={holdEnter('always')} />
      <Field label={t('join.jacketDescription')} wrong={wrongDescription} optional>
        {(parts) => <textarea {...parts} className="input input-low" rows={3} value={value.description} onChange={(event) => onChange({ ...value, description: event.target.value })} />}
      </Field>
      <Choices label={t('join.jacketSharing')} value={value.sharing} onChoose={(sharing) => onChange({ ...value, sharing: sharing ?? 'negotiable' })} options={SHARINGS.map((sharing) => ({ value: sharing, label: t(`look:sharing.${sharing}`) }))} />
    </>
  );
}
