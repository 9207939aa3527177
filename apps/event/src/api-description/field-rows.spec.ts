import { describe, expect, it } from '@jest/globals';
import { fieldRows, typeOf } from './field-rows.js';

describe('fields of a schema', () => {
  it('come one a row, with path, type, whether they must be there, and meaning', () => {
    expect(fieldRows({
      type: 'object', required: ['people'],
      properties: { people: { type: 'array', maxItems: 3, items: { type: 'object', properties: { id: { type: 'string', maxLength: 9, description: 'yours' } }, required: ['id'] } }, top: { type: 'integer', minimum: 1, maximum: 5, default: 2 } },
    })).toEqual([
      { path: 'people', type: 'array of object, at most 3', required: true, about: '' },
      { path: 'people[].id', type: 'string, at most 9 characters', required: true, about: 'yours' },
      { path: 'top', type: 'integer 1…5', required: false, about: 'Default: 2.' },
    ]);
  });

  it('show choices, constants and tuples as they are written', () => {
    expect(typeOf({ enum: ['a', 'b'] })).toBe('"a" | "b"');
    expect(typeOf({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toBe('string or null');
    expect(typeOf({ type: 'array', items: [{ type: 'number' }, { type: 'number' }] })).toBe('[number, number]');
    expect(typeOf({ const: 1 })).toBe('1');
  });
});
