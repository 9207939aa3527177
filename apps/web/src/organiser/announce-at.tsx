import { timeOfDay } from '../live/minutes-left.js';
import { TextField } from '../look/field.js';
import { useTranslation } from '../look/translation.js';
import { useState } from 'react';
import { isSameMinute, momentOn } from './announce-moment.js';
import { useBoard } from './board.js';

/** When the teams are to be announced: phones and the wall count down to it. Saved when the field is left. */
export function AnnounceAt() {
  const { t } = useTranslation('board');
  const { state: { event } } = useBoard();
  // A change by another organiser starts the field anew.
  return <Field key={event.teamsAt} teamsAt={event.teamsAt} label={t('teams.announceAt')} help={t('teams.announceAtHelp')} />;
}

function Field({ teamsAt, label, help }: { teamsAt: string | null; label: string; help: string }) {
  const { state: { event }, ask } = useBoard();
  const [time, setTime] = useState(teamsAt === null ? '' : timeOfDay(teamsAt));
  const save = (): void => {
    const wanted = momentOn(event.heldOn, time);
    if (!isSameMinute(wanted, teamsAt)) void ask('changeEvent', {}, { teamsAt: wanted, version: event.version });
  };
  return <TextField label={label} help={help} optional type="time" value={time} onText={setTime} onBlur={save} />;
}
