import { describe, expect, it } from '@jest/globals';
import { isChanged, takenBack, withTyped, type SettingsDraft } from './settings-draft.js';

const saved = { title: '港の会', place: '', theme: '食', services: '', languages: ['ja'] } as unknown as SettingsDraft;

describe('settings that are typed', () => {
  it('lie over what is saved now, field by field', () => {
    expect(withTyped(saved, { place: '公民館' })).toEqual({ ...saved, place: '公民館' });
    expect(withTyped({ ...saved, theme: '見守り' }, { place: '公民館' })).toMatchObject({ theme: '見守り', place: '公民館' });
  });

  it('leave the field to what is saved where nothing is typed any more, and may be empty', () => {
    expect(withTyped(saved, { title: undefined, theme: '' })).toEqual({ ...saved, theme: '' });
    expect(isChanged(saved, withTyped(saved, { title: undefined, languages: ['ja'] }))).toBe(false);
    expect(isChanged(saved, withTyped(saved, { theme: '' }))).toBe(true);
  });

  it('are taken back where they are as they were sent, and not where somebody typed on', () => {
    const sent = { place: '公民館', theme: '見守り', languages: ['ja' as const, 'en' as const] };
    const now = { ...sent, languages: [...sent.languages], theme: '見守りと食' };
    expect(withTyped(saved, { ...now, ...takenBack(now, sent) })).toEqual({ ...saved, theme: '見守りと食' });
  });
});
