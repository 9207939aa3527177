export interface GoldText {
  id: string;
  text: string;
  tags: { label: string; kind: string; aliases: string[] }[];
  optional: string[][];
  forbidden: string[];
  forbidden_skill: string[];
}

export interface Score {
  f1: number;
  f1WithKind: number;
  /** Tags right in word and kind, and tags given (those on `optional` apart). */
  right: number;
  predicted: number;
  forbidden: string[];
  deniedAsSkill: string[];
}

const fold = (label: string): string => label.normalize('NFKC').toLowerCase().replace(/[\s・･‐\-_/]/g, '').replace(/ー$/, '');

/**
 * Compares tags with those that a person would print on the badge. A tag is right when it equals one of a gold
 * tag's aliases; a second hit on the same gold tag is wrong; a hit on `optional` counts for nothing.
 */
export function scoreTags(rows: { gold: GoldText; tags: { label: string; kind: string }[] }[]): Score {
  const count = { gold: 0, predicted: 0, hit: 0, kindHit: 0 };
  const forbidden: string[] = [];
  const deniedAsSkill: string[] = [];
  for (const { gold, tags } of rows) {
    const open = gold.tags.map((tag) => ({ kind: tag.kind, keys: new Set([tag.label, ...tag.aliases].map(fold)) }));
    count.gold += open.length;
    for (const { label, kind } of tags) {
      const key = fold(label);
      if (kind === 'skill' && gold.forbidden_skill.map(fold).includes(key)) deniedAsSkill.push(`${gold.id} ${label}`);
      const target = open.find((tag) => tag.keys.has(key) && tag.kind === kind) ?? open.find((tag) => tag.keys.has(key));
      if (!target && gold.optional.flat().map(fold).includes(key)) continue;
      count.predicted++;
      if (!target) {
        if (gold.forbidden.map(fold).includes(key)) forbidden.push(`${gold.id} ${label}`);
        continue;
      }
      open.splice(open.indexOf(target), 1);
      count.hit++;
      if (target.kind === kind) count.kindHit++;
    }
  }
  const f1 = (hit: number): number => (2 * hit) / (count.predicted + count.gold);
  return { f1: f1(count.hit), f1WithKind: f1(count.kindHit), right: count.kindHit, predicted: count.predicted, forbidden, deniedAsSkill };
}
