import type { ConceptGraph, ConceptNode } from '../people.js';
import { nodeOf } from './node-of.js';
import { oncePerGraph } from './once-per-graph.js';

/** A concept reached from another, with how near it is (0…1, 1 = the same). */
export interface Neighbour {
  concept: string;
  closeness: number;
}

/** What the lexicon says about two concepts, worked out on first use and kept. */
export interface ConceptLinks {
  has(concept: string): boolean;
  /** Concepts alike in theme, nearest first, itself included. Symmetric. */
  near(concept: string): readonly Neighbour[];
  /** Offers that meet a need for `concept`, best first, itself included. Not symmetric. */
  meeting(concept: string): readonly Neighbour[];
}

interface Step {
  concept: string;
  factor: number;
}
type Steps = Map<string, Step[]>;

// The same word on both sides says far more than a link, since links are many: measured on three events (docs/decisions).
const nearFactors = { broader: 0.4, related: 0.35, metBy: 0.3, practises: 0.4 };
const meetingFactors = { metBy: 0.6, narrower: 0.7, broader: 0.35, practisedBy: 0.6, practises: 0.5, related: 0.3, meets: 0.2 };
/** Everyday concepts are few and wide: a step further would lead from anything to anything. */
const everydayFactors = { metWell: 0.5, metBy: 0.28 };
const leastCloseness = 0.15;
/** A concept with more links than this says less about each: paths through it fade. */
const hubDegree = 12;

function addStep(steps: Steps, from: string, to: string, factor: number): void {
  const known = steps.get(from);
  if (known) known.push({ concept: to, factor });
  else steps.set(from, [{ concept: to, factor }]);
}

function symmetricSteps(graph: ConceptGraph): Steps {
  const steps: Steps = new Map();
  const join = (a: string, b: string, factor: number): void => {
    addStep(steps, a, b, factor);
    addStep(steps, b, a, factor);
  };
  for (const [id, node] of Object.entries(graph.concepts)) {
    if (node.everyday) continue;
    for (const other of node.broader) join(id, other, nearFactors.broader);
    for (const other of node.related) join(id, other, nearFactors.related);
    for (const other of node.metBy) join(id, other, nearFactors.metBy);
    for (const other of node.practises) join(id, other, nearFactors.practises);
  }
  return steps;
}

function needToOfferSteps(graph: ConceptGraph): Steps {
  const steps: Steps = new Map();
  for (const [id, node] of Object.entries(graph.concepts)) {
    if (node.everyday) continue;
    for (const other of node.metBy) {
      addStep(steps, id, other, meetingFactors.metBy);
      addStep(steps, other, id, meetingFactors.meets);
    }
    for (const other of node.broader) {
      addStep(steps, id, other, meetingFactors.broader);
      addStep(steps, other, id, meetingFactors.narrower);
    }
    for (const other of node.related) {
      addStep(steps, id, other, meetingFactors.related);
      addStep(steps, other, id, meetingFactors.related);
    }
    for (const other of node.practises) {
      addStep(steps, id, other, meetingFactors.practises);
      addStep(steps, other, id, meetingFactors.practisedBy);
    }
  }
  return steps;
}

/** What meets an everyday need: itself, what does nearly as well, and what does in part. */
function meetingEveryday(concept: string, { metWell = [], metBy }: ConceptNode): Neighbour[] {
  const linked = (concepts: string[], closeness: number): Neighbour[] => concepts.map((other) => ({ concept: other, closeness }));
  return [{ concept, closeness: 1 }, ...linked(metWell, everydayFactors.metWell), ...linked(metBy, everydayFactors.metBy)];
}

const byCloseness = (a: Neighbour, b: Neighbour): number =>
  b.closeness - a.closeness || (a.concept < b.concept ? -1 : a.concept > b.concept ? 1 : 0);

const fade = (degree: number): number => (degree <= hubDegree ? 1 : Math.sqrt(hubDegree / degree));

/** Best product of step factors to every concept in reach: widest-path search in falling order of closeness. */
function reach(steps: Steps, start: string): Neighbour[] {
  const best = new Map<string, number>([[start, 1]]);
  let frontier: Neighbour[] = [{ concept: start, closeness: 1 }];
  // Each pass lengthens the paths by one step; factors below 1 and the floor end it after a few.
  while (frontier.length > 0) {
    const next = new Map<string, number>();
    for (const { concept, closeness } of frontier) {
      const out = steps.get(concept) ?? [];
      const through = concept === start ? closeness : closeness * fade(out.length);
      for (const step of out) {
        const value = through * step.factor;
        if (value >= leastCloseness && value > (best.get(step.concept) ?? 0)) {
          best.set(step.concept, value);
          next.set(step.concept, value);
        }
      }
    }
    frontier = [...next].map(([concept, closeness]) => ({ concept, closeness }));
  }
  return [...best].map(([concept, closeness]) => ({ concept, closeness })).sort(byCloseness);
}

/**
 * Reads the graph's links into the two relations that scores use.
 * The closeness of two concepts is the best product of the factors on a path between them
 * (same 1, one link 0.3 to 0.4, siblings 0.16), down to 0.15; paths through concepts with many links fade.
 */
export const readConceptLinks = oncePerGraph((graph: ConceptGraph): ConceptLinks => {
  const nearSteps = symmetricSteps(graph);
  const meetingSteps = needToOfferSteps(graph);
  const nearKnown = new Map<string, Neighbour[]>();
  const meetingKnown = new Map<string, Neighbour[]>();
  // phrases of people are not kept: nothing leads from them, and these links outlive many events
  const remember = (known: Map<string, Neighbour[]>, steps: Steps, concept: string): Neighbour[] => {
    if (!steps.has(concept)) return [{ concept, closeness: 1 }];
    let found = known.get(concept);
    if (!found) known.set(concept, found = reach(steps, concept));
    return found;
  };
  return {
    has: (concept) => nodeOf(graph, concept) !== undefined,
    near: (concept) => remember(nearKnown, nearSteps, concept),
    meeting: (concept) => {
      const node = nodeOf(graph, concept);
      return node?.everyday ? meetingEveryday(concept, node) : remember(meetingKnown, meetingSteps, concept);
    },
  };
});
