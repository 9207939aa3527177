import { describe, expect, it } from '@jest/globals';
import { begunOver, isChanged, overtaken, takenBack, typedFields, withTyped, type SettingsDraft } from './settings-draft.js';

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

  it('are all that is sent: what nobody typed stays as somebody else has saved it', () => {
    const size = { min: 3, max: 6 };
    expect(typedFields(withTyped(saved, { place: '公民館', title: undefined }), { place: '公民館', title: undefined })).toEqual({ place: '公民館' });
    expect(typedFields({ ...saved, size, services: 'A, b' }, { size, services: 'A, b' })).toEqual({ teamSize: size, services: ['a', 'b'] });
  });

  it('are held against what somebody else saves meanwhile, from where typing began', () => {
    const over = begunOver({}, { place: '公民館' }, saved);
    expect(over).toEqual({ place: '' });
    expect(begunOver({ over, place: '公民館' }, { place: '公民館A' }, { ...saved, place: '図書館' })).toEqual({ place: '' });
    expect(overtaken({ ...saved, theme: '見守り' }, { over, place: '公民館' })).toEqual([]);
    expect(overtaken({ ...saved, place: '図書館' }, { over, place: '公民館' })).toEqual(['place']);
    expect(overtaken({ ...saved, place: '公民館' }, { over, place: '公民館' })).toEqual([]);
  });

  it('begin anew in a field that was saved', () => {
    expect(begunOver({ over: { place: '' }, place: undefined }, { place: '港' }, { ...saved, place: '公民館' })).toEqual({ place: '公民館' });
  });
});
