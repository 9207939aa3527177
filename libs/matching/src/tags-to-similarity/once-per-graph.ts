import type { ConceptGraph } from '../people.js';

/**
 * What follows from the graph alone is worked out once for each graph and shared by all indexes on it; a graph never changes.
 * Indexing a few people costs a millisecond then, instead of reading ten thousand links each time.
 */
export function oncePerGraph<T extends object>(read: (graph: ConceptGraph) => T): (graph: ConceptGraph) => T {
  const known = new WeakMap<ConceptGraph, T>();
  return (graph) => {
    let found = known.get(graph);
    if (!found) known.set(graph, found = read(graph));
    return found;
  };
}
