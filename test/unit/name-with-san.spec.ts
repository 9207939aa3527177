import { describe, expect, it } from '@jest/globals';
import { translate } from '../../apps/web/src/look/translation.js';
import { withSan } from '../../libs/matching/src/teams-to-reasons/team-sentences.js';

const FORMS = ['さん', 'さま', '様', 'ちゃん', 'くん', '君', '先生'];
const OTHERS = ['', '氏', '殿', 'さんた', '先輩', 'せんせい', 'san', '会長'];
const inPages = (name: string): string => translate({ look: { hello: '{{name}}さん' } }, 'look', 'hello', { name });

describe('a name in a reason and on a page', () => {
  it('gets さん, unless it ends in a form of address, in both alike', () => {
    for (const form of FORMS) expect([withSan(`田中${form}`), inPages(`田中${form}`)]).toEqual([`田中${form}`, `田中${form}`]);
    for (const other of OTHERS) expect([withSan(`田中${other}`), inPages(`田中${other}`)]).toEqual([`田中${other}さん`, `田中${other}さん`]);
    expect([withSan('田中先生（青葉小）'), inPages('田中（青葉小）')]).toEqual(['田中先生（青葉小）', '田中（青葉小）さん']);
  });
});
