import type { HttpBody } from '@tsunagu/contracts';

/** Rules and wishes of an event; this page edits some kinds and keeps the others as they are. */
export type RulesDocument = NonNullable<HttpBody<'changeEvent'>['rules']>;
export type Rule = NonNullable<RulesDocument['rules']>[number];

export const WISHES = ['needs', 'theme', 'sectors', 'data'] as const;
export type WishType = (typeof WISHES)[number];
export const STRONGEST = 5;

export const readRules = (document: unknown): RulesDocument => (typeof document === 'object' && document !== null ? (document as RulesDocument) : {});

/** 0 (off) … 5 (strongest) of a wish; in the document 1 is the first priority and 5 the last. */
export function strengthOf({ wishes = [] }: RulesDocument, type: WishType): number {
  const wish = wishes.find((one) => one.type === type);
  return wish ? STRONGEST + 1 - Math.min(STRONGEST, Math.max(1, wish.priority ?? 1)) : 0;
}

/** The wishes, the strongest first. */
export const byPriority = (document: RulesDocument): WishType[] => [...WISHES].sort((a, b) => strengthOf(document, b) - strengthOf(document, a));

/** The document with a wish of this strength. */
export function withStrength(document: RulesDocument, type: WishType, strength: number): RulesDocument {
  const { wishes = [] } = document;
  const others = wishes.filter((one) => one.type !== type);
  return { ...document, wishes: strength === 0 ? others : [...others, { type, priority: STRONGEST + 1 - strength }] };
}

/** What a rule says, in whatever order the service has written its parts. */
export const sayingOf = (rule: Rule): string => JSON.stringify(rule, (_, part: unknown) => (typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));

/** The rules, each once: saying it twice changes nothing. */
export const rulesOf = ({ rules = [] }: RulesDocument): Rule[] => [...new Map(rules.map((rule) => [sayingOf(rule), rule])).values()];

export const withRule = (document: RulesDocument, rule: Rule): RulesDocument => ({ ...document, rules: rulesOf({ rules: [...(document.rules ?? []), rule] }) });

/** Without what this rule says; the very document where nothing does: the rule has gone already. */
export function withoutRule(document: RulesDocument, rule: Rule): RulesDocument {
  const { rules = [] } = document;
  const others = rules.filter((one) => sayingOf(one) !== sayingOf(rule));
  return others.length === rules.length ? document : { ...document, rules: others };
}

export const withTheme = (document: RulesDocument, theme: { id: string; title: string }): RulesDocument => ({ ...document, themes: [...(document.themes ?? []), theme] });
export const withoutTheme = (document: RulesDocument, id: string): RulesDocument => ({ ...document, themes: (document.themes ?? []).filter((theme) => theme.id !== id) });
