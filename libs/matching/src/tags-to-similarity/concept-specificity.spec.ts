import { describe, expect, it } from '@jest/globals';
import { graph, person, says } from '../../test/people.js';
import { readSpecificity } from './concept-specificity.js';
import { buildEventIndex } from './event-index.js';
import { pairTerms } from './score-pair.js';

describe('how much a concept says', () => {
  it('is 1 for the narrowest concepts and for phrases, less for wide ones', () => {
    const specificity = readSpecificity(graph);
    expect(specificity('Python')).toBe(1);
    expect(specificity('知らない言葉')).toBe(1);
    expect(specificity('プログラミング')).toBeLessThan(1);
    expect(specificity('プログラミング')).toBeGreaterThan(0.5);
  });

  it('lets two people share a narrow thing more than a wide one', () => {
    const sharing = (concept: string): number => pairTerms(buildEventIndex(graph, [
      person('a', [says('interest', concept), says('interest', '将棋')]), person('b', [says('interest', concept), says('interest', '釣り')]),
    ]), 'a', 'b').themes;
    expect(sharing('Python')).toBeGreaterThan(sharing('プログラミング'));
  });
});
