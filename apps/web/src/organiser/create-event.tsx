import { LIMITS, localDay, RECIPE_IDS, RECIPES, type RecipeId } from '@tsunagu/contracts';
import { useState, type FormEvent } from 'react';
import { go } from '../live/address.js';
import { call } from '../live/call.js';
import { say } from '../look/language.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { consentFields } from './consent-boxes.js';
import { ConsoleBar } from './console-bar.js';
import { phasesOf } from './phases-of.js';
import { MAIN_FIELDS, MainFields, MORE_FIELDS, MoreFields, type EventDraft } from './event-fields.js';
import { useRefusal } from './use-refusal.js';

const firstDraft = (recipe: RecipeId): EventDraft => ({
  title: '', theme: '', heldOn: localDay(new Date()), place: '', size: RECIPES[recipe].teamSize, consent: null, retentionDays: 30, capacity: LIMITS.eventCapacity, languages: ['ja', 'en', 'yasashii'],
});

const FIELDS = [...MAIN_FIELDS, ...MORE_FIELDS];

/** A new event from a recipe: choose, name, begin. */
export function CreateEvent({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation('board');
  useTitle(t('create.title'));
  const [recipe, setRecipe] = useState<RecipeId>('ideathon');
  const [draft, setDraft] = useState(() => firstDraft('ideathon'));
  const { form, wrong, rest, setError } = useRefusal(FIELDS);
  const [making, setMaking] = useState(false);

  const choose = (next: RecipeId): void => {
    setRecipe(next);
    setDraft((old) => ({ ...old, size: RECIPES[next].teamSize }));
  };
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMaking(true);
    setError(undefined);
    const { size, consent, ...plain } = draft;
    try {
      const made = await call('createEvent', { params: {}, body: { ...plain, recipe, teamSize: size, ...consentFields(draft) } });
      go(`/console/events/${made.id}`, { replace: true });
    } catch (refused) {
      setError(refused);
      setMaking(false);
    }
  };
  return (
    <>
      <ConsoleBar onSignOut={onSignOut} />
      <main className="middle">
        <form ref={form} className="stack" onSubmit={(event) => void create(event)} noValidate>
          <div className="stack-tight"><h1>{t('create.title')}</h1><p className="soft">{t('create.lead')}</p></div>
          <RecipeCards chosen={recipe} onChoose={choose} />
          <div className="card stack"><MainFields value={draft} onChange={(next) => setDraft({ ...draft, ...next })} wrong={wrong} /></div>
          {/* what is wrong must not lie in a closed box */}
          <details className="more" open={MORE_FIELDS.some((field) => wrong(field)) || undefined}>
            <summary>{t('create.more')}</summary>
            <div className="more-inside"><MoreFields value={draft} onChange={(next) => setDraft({ ...draft, ...next })} wrong={wrong} /></div>
          </details>
          {rest && <p className="box box-bad" role="alert">{rest}</p>}
          <button type="submit" className="button button-main button-wide" disabled={making}>{t(making ? 'create.making' : 'create.submit')}</button>
        </form>
      </main>
    </>
  );
}

function RecipeCards({ chosen, onChoose }: { chosen: RecipeId; onChoose: (recipe: RecipeId) => void }) {
  const { t, language } = useTranslation('board');
  return (
    <fieldset>
      <legend className="unseen">{t('create.recipe')}</legend>
      <div className="recipes">
        {RECIPE_IDS.map((id) => (
          <label key={id} className="recipe choice">
            <input type="radio" name="recipe" value={id} checked={chosen === id} onChange={() => onChoose(id)} />
            <span className="recipe-name">{say(RECIPES[id].name, language)}</span>
            <span className="small">{say(RECIPES[id].summary, language)}</span>
            <span className="small soft">{phasesOf(id, language)}</span>
            <span className="small soft">{t('create.people', RECIPES[id].teamSize)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
