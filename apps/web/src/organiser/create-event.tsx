import { LIMITS, localDay, RECIPE_IDS, RECIPES, rulesWithoutPeople, type EventSettings, type RecipeId } from '@tsunagu/contracts';
import { useEffect, useState, type FormEvent } from 'react';
import { go } from '../live/address.js';
import { call } from '../live/call.js';
import { keepTrying } from '../live/keep-trying.js';
import { useDraft } from '../live/use-draft.js';
import { Tick } from '../look/field.js';
import { say } from '../look/language.js';
import { useErrorText } from '../look/notices.js';
import { useTranslation } from '../look/translation.js';
import { useTitle } from '../look/use-title.js';
import { basedOnIn } from './next-event-link.js';
import { consentFields, isContradicted } from './consent-boxes.js';
import { ConsoleBar } from './console-bar.js';
import { phasesOf } from './phases-of.js';
import { MAIN_FIELDS, MainFields, MORE_FIELDS, MoreFields, refusedAs, type EventDraft } from './event-fields.js';
import { draftOf } from './settings-draft.js';
import { useRefusal } from './use-refusal.js';

/** A form as it is filled in: the recipe, and whether colleagues come along to an event that is based on another. */
type NewEvent = EventDraft & { recipe: RecipeId; members: boolean };
const firstDraft = (): NewEvent => ({
  title: '', theme: '', heldOn: localDay(new Date()), place: '', size: RECIPES.ideathon.teamSize, consent: null, retentionDays: 30, capacity: LIMITS.eventCapacity, languages: ['ja', 'en', 'yasashii'], recipe: 'ideathon', members: false,
});
/** All but the day, which is another one. */
const draftAfter = (base: EventSettings): NewEvent => {
  const { title, theme, place, size, consent, retentionDays, capacity, languages } = draftOf(base);
  return { title, theme, place, size, consent, retentionDays, capacity, languages, heldOn: '', recipe: base.recipe, members: true };
};

const FIELDS = [...MAIN_FIELDS, ...MORE_FIELDS];

/** A new event, from a recipe or from an earlier event. */
export function CreateEvent({ onSignOut }: { onSignOut: () => void }) {
  const { t } = useTranslation(['board', 'look']);
  useTitle(t('create.title'));
  const errorText = useErrorText();
  const basedOn = basedOnIn(location.search);
  const [base, setBase] = useState<EventSettings>();
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => {
    if (!basedOn) return;
    const left = new AbortController();
    keepTrying(() => call('readEvent', { params: { eventId: basedOn } }), undefined, left.signal).then(setBase, setFailed);
    return () => left.abort();
  }, [basedOn]);
  return (
    <>
      <ConsoleBar onSignOut={onSignOut} />
      <main className="middle">
        {failed !== undefined ? <p className="box box-bad" role="alert">{errorText(failed)}</p> : basedOn && !base ? <p role="status">{t('look:loading')}</p> : <NewEventForm base={base} />}
      </main>
    </>
  );
}

/** What is typed is kept until the event is made: another page is one press away. */
function NewEventForm({ base }: { base: EventSettings | undefined }) {
  const { t } = useTranslation('board');
  const [initial] = useState(() => (base ? draftAfter(base) : firstDraft()));
  const { value: draft, change: keep, forget } = useDraft<NewEvent>(`tsunagu.settings.new${base ? `.${base.id}` : ''}`, initial);
  const { form, wrong, rest, setError, rewritten } = useRefusal(FIELDS);
  const change = (next: Partial<NewEvent>): void => {
    rewritten(refusedAs(Object.keys(next)));
    keep(next);
  };
  // What is wrong must not lie in a closed box; nor does the box close under whoever has just mended it.
  const amiss = MORE_FIELDS.some((field) => wrong(field)) || isContradicted(draft, base?.title);
  const [more, setMore] = useState(amiss);
  useEffect(() => { if (amiss) setMore(true); }, [amiss]);
  const [making, setMaking] = useState(false);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setMaking(true);
    setError(undefined);
    const { size, consent, members, ...plain } = draft;
    try {
      const made = await call('createEvent', { params: {}, body: { ...plain, teamSize: size, ...consentFields(draft), ...(base ? { basedOn: { eventId: base.id, members } } : {}) } });
      forget();
      go(`/console/events/${made.id}`, { replace: true });
    } catch (refused) {
      setError(refused);
      setMaking(false);
    }
  };
  return (
    <form ref={form} className="stack" onSubmit={(event) => void create(event)} noValidate>
      <div className="stack-tight"><h1>{t('create.title')}</h1>{!base && <p className="soft">{t('create.lead')}</p>}</div>
      {base ? <TakenAlong base={base} members={draft.members} onMembers={(members) => change({ members })} /> : <RecipeCards chosen={draft.recipe} onChoose={(recipe) => change({ recipe, size: RECIPES[recipe].teamSize })} />}
      <div className="card stack"><MainFields value={draft} onChange={change} wrong={wrong} /></div>
      <details className="more" open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>{t('create.more')}</summary>
        <div className="more-inside"><MoreFields value={draft} onChange={change} wrong={wrong} named={base?.title} /></div>
      </details>
      {rest && <p className="box box-bad" role="alert">{rest}</p>}
      <button type="submit" className="button button-main button-wide" disabled={making}>{t(making ? 'create.making' : 'create.submit')}</button>
    </form>
  );
}

/** What comes along from an earlier event beside what stands in the form, and what does not. */
function TakenAlong({ base, members, onMembers }: { base: EventSettings; members: boolean; onMembers: (on: boolean) => void }) {
  const { t, language } = useTranslation('room');
  const { leftOut } = rulesWithoutPeople(base.rules);
  return (
    <section className="card stack-tight" aria-labelledby="based-on">
      <h2 id="based-on">{t('next.basedOn', { title: base.title })}</h2>
      <p>{t('next.takenAlong', { recipe: say(RECIPES[base.recipe].name, language) })}</p>
      {leftOut > 0 && <p className="box">{t('next.leftOut', { count: leftOut })}</p>}
      <Tick checked={members} onTick={onMembers}>{t('next.members')}</Tick>
    </section>
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
