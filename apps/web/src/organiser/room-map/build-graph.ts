import type { Kind, Named, PersonView, Role } from '@tsunagu/contracts';
import { wordOf, type OwnNames } from '../word-of-concept.js';

/** `size`: the topics of a person, the people of a topic. */
export interface PersonNode { id: string; type: 'person'; label: string; size: number }
/** What several people have in common; or, as `role`, what some look for and others can give. */
export interface TopicNode { id: string; type: 'topic'; label: string; role: Role | null; size: number; kinds: Record<Kind, number> }
export type MapNode = PersonNode | TopicNode;
export interface MapLink { source: string; target: string; kind: Kind }
export interface MapGraph { nodes: MapNode[]; links: MapLink[] }

interface Called { label: string; rank: number }

const SHARED_BY = 2;
export const topicId = (concept: string): string => `t:${concept}`;
export const roleId = (role: Role): string => `r:${role}`;

/**
 * The room as a graph: people, and topics that at least two of them name. A role ("place", "hands") is a topic where
 * somebody needs it and somebody gives it, whatever words they say it in. What is said in several words is called by the one that names it best.
 * @param name.own what the organiser calls things
 */
export function buildGraph(people: readonly PersonView[], name: { ofRole: (role: Role) => string; ofTag: (tag: Named) => string; own: OwnNames }): MapGraph {
  const topics = new Map<string, TopicNode>();
  const ranks = new Map<string, number>();
  const links: MapLink[] = [];
  const tie = (person: string, id: string, { label, rank }: Called, kind: Kind, role: Role | null): void => {
    const topic = topics.get(id) ?? { id, type: 'topic', label, role, size: 0, kinds: { skill: 0, interest: 0, seeking: 0 } };
    topics.set(id, topic);
    if (rank > (ranks.get(id) ?? -1)) {
      topic.label = label;
      ranks.set(id, rank);
    }
    topic.kinds[kind]++;
    links.push({ source: person, target: id, kind });
  };
  for (const { id, tags, left } of people) {
    if (left) continue;
    const tied = new Set<string>();
    for (const tag of tags) {
      const { concept, kind, role } = tag;
      const once = (target: string, called: Called, of: Role | null): void => {
        if (tied.has(`${target} ${kind}`)) return;
        tied.add(`${target} ${kind}`);
        tie(id, target, called, kind, of);
      };
      const word = wordOf(tag, name.own);
      once(topicId(concept), { label: name.ofTag(word), rank: word.rank }, null);
      if (role) once(roleId(role), { label: name.ofRole(role), rank: 0 }, role);
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
