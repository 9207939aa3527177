import type { Kind, Named, PersonView, Role } from '@tsunagu/contracts';

/** `size`: the topics of a person, the people of a topic. */
export interface PersonNode { id: string; type: 'person'; label: string; size: number }
/** What several people have in common; or, as `role`, what some look for and others can give. */
export interface TopicNode { id: string; type: 'topic'; label: string; role: Role | null; size: number; kinds: Record<Kind, number> }
export type MapNode = PersonNode | TopicNode;
export interface MapLink { source: string; target: string; kind: Kind }
export interface MapGraph { nodes: MapNode[]; links: MapLink[] }

const SHARED_BY = 2;
export const topicId = (concept: string): string => `t:${concept}`;
export const roleId = (role: Role): string => `r:${role}`;

/**
 * The room as a graph: people, and topics that at least two of them name. A role ("place", "hands") is a topic where
 * somebody needs it and somebody gives it, whatever words they say it in. What is said in several words is called by the plainest, where somebody
 * says that: the concept's own.
 */
export function buildGraph(people: readonly PersonView[], name: { ofRole: (role: Role) => string; ofTag: (tag: Named) => string }): MapGraph {
  const topics = new Map<string, TopicNode>();
  const plainly = new Set<string>();
  const links: MapLink[] = [];
  const tie = (person: string, id: string, { label, plain }: { label: string; plain: boolean }, kind: Kind, role: Role | null): void => {
    const topic = topics.get(id) ?? { id, type: 'topic', label, role, size: 0, kinds: { skill: 0, interest: 0, seeking: 0 } };
    topics.set(id, topic);
    if (plain && !plainly.has(id)) topic.label = label;
    if (plain) plainly.add(id);
    topic.kinds[kind]++;
    links.push({ source: person, target: id, kind });
  };
  for (const { id, tags, left } of people) {
    if (left) continue;
    const tied = new Set<string>();
    for (const { concept, kind, role, ...tag } of tags) {
      const once = (target: string, called: { label: string; plain: boolean }, of: Role | null): void => {
        if (tied.has(`${target} ${kind}`)) return;
        tied.add(`${target} ${kind}`);
        tie(id, target, called, kind, of);
      };
      once(topicId(concept), { label: name.ofTag(tag), plain: tag.label === concept }, null);
      if (role) once(roleId(role), { label: name.ofRole(role), plain: true }, role);
    }
  }
  const holders = new Map<string, Set<string>>();
  for (const { source, target } of links) holders.set(target, (holders.get(target) ?? new Set()).add(source));
  const kept = new Map([...topics].filter(([id, { role, kinds }]) => holders.get(id)!.size >= SHARED_BY && (!role || (kinds.seeking > 0 && kinds.skill > 0))));
  for (const [id, topic] of kept) topic.size = holders.get(id)!.size;
  const ties = links.filter(({ target }) => kept.has(target));
  const count = new Map<string, number>();
  for (const { source } of ties) count.set(source, (count.get(source) ?? 0) + 1);
  const persons = people.filter(({ left }) => !left).map(({ id, nickname }): PersonNode => ({ id, type: 'person', label: nickname, size: count.get(id) ?? 0 }));
  return { nodes: [...kept.values(), ...persons], links: ties };
}

/** Topics of a graph, those of most people first. */
export const topTopics = ({ nodes }: MapGraph): TopicNode[] => nodes.filter((node): node is TopicNode => node.type === 'topic').sort((a, b) => b.size - a.size || a.label.localeCompare(b.label, 'ja'));
