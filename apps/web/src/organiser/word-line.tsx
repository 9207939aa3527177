import type { EventWordView } from '@tsunagu/contracts';
import { useState } from 'react';
import { Choices, TextField } from '../look/field.js';
import { Icon } from '../look/icons.js';
import { useNotices } from '../look/notices.js';
import { Sheet } from '../look/sheet.js';
import { useTranslation } from '../look/translation.js';
import { useBoard } from './board.js';
import { splitSpellings } from './table-to-words.js';
import { useOnce } from './use-once.js';

/** A word of the event's own: how else it is written, what it is, and the ways to change it and to be rid of it. */
export function WordLine({ word }: { word: EventWordView }) {
  const { id, label, spellings, kind, refused } = word;
  const { t } = useTranslation(['room', 'look']);
  const { may, ask } = useBoard();
  const { notify } = useNotices();
  const [editing, setEditing] = useState(false);
  const [remove, removing] = useOnce(async () => {
    if (await ask('removeWord', { wordId: id }, undefined) === undefined) return;
    notify({ text: t('words.removed', { label }), action: { label: t('look:undo'), run: () => void ask('addWords', {}, { words: [{ label, spellings, kind, refused }] }) } });
  });
  return (
    <li className="rule">
      <span><bdi className={refused ? 'word-refused' : 'word'}>{label}</bdi>{spellings.length > 0 && <span className="small soft"> {t('words.also', { spellings: spellings.join(t('look:comma')) })}</span>}<span className="small soft"> {refused ? t('words.isRefused') : kind ? t(`look:kind.${kind}`) : ''}</span></span>
      {may('organiser') && (
        <span className="row-tight">
          {!refused && <button type="button" className="button button-plain" aria-label={t('words.changeOf', { label })} onClick={() => setEditing(true)}>{t('words.change')}</button>}
          <button type="button" className="button button-plain button-round" aria-label={t('words.remove', { label })} {...removing} onClick={remove}><Icon of="close" size={18} /></button>
        </span>
      )}
      {editing && <ChangeWord word={word} onClose={() => setEditing(false)} />}
    </li>
  );
}

function ChangeWord({ word: { id, label, spellings, kind }, onClose }: { word: EventWordView; onClose: () => void }) {
  const { t } = useTranslation(['room', 'look']);
  const { ask } = useBoard();
  const { notify } = useNotices();
  const [others, setOthers] = useState(spellings.join(t('look:comma')));
  const [what, setWhat] = useState(kind);
  const [save, saving] = useOnce(async () => {
    const given = splitSpellings(others).filter((one) => one !== label);
    if (await ask('changeWord', { wordId: id }, { spellings: given, kind: what }) === undefined) return;
    notify({ text: t('words.changed', { label }) });
    onClose();
  });
  return (
    <Sheet title={t('words.changeOf', { label })} onClose={onClose}>
      <form className="stack" onSubmit={(event) => { event.preventDefault(); save(); }} noValidate>
        <TextField label={t('words.spellings')} help={t('words.spellingsHelp')} optional value={others} onText={setOthers} autoComplete="off" />
        <KindChoice kind={what} onChoose={setWhat} />
        <div className="sheet-actions"><button type="submit" className="button button-main" {...saving}>{t('words.changeDo')}</button><button type="button" className="button" onClick={onClose}>{t('look:cancel')}</button></div>
      </form>
    </Sheet>
  );
}

/** What a word is, where that is known. */
export function KindChoice({ kind, onChoose }: { kind: EventWordView['kind']; onChoose: (kind: EventWordView['kind']) => void }) {
  const { t } = useTranslation(['room', 'look']);
  return <Choices label={t('words.kind')} optional value={kind} onChoose={onChoose} options={(['skill', 'interest'] as const).map((value) => ({ value, label: t(`look:kind.${value}`) }))} />;
}
