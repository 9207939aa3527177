import { describe, expect, it } from '@jest/globals';
import { roleOf } from './roles.js';

describe('which role something plays in a need or an offer', () => {
  it.each([
    ['軽トラ', 'vehicle'], ['車の運転', 'vehicle'], ['自転車', 'vehicle'], ['自転車修理', 'knowledge'], ['船の設計', 'knowledge'], ['車いす', 'knowledge'],
    ['ドローン', 'material'], ['ドローン操縦', 'knowledge'], ['会議室', 'place'], ['売上データ', 'data'], ['助成金', 'money'], ['ボランティア', 'hands'],
  ])('%s: %s', (label, role) => expect(roleOf(label)).toBe(role));
});
