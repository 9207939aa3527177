import type { JobOrder } from '@tsunagu/contracts';
import { addProposal, changeProposal, findProposal, setHere, tellProposal, type DraftPlan, type EventRow, type ParticipantRow, type ProposalRow } from '@tsunagu/storage';
import { Desk, makeStores, startEngine, type Engine, type Stores } from './engine.js';

const TAGS = ['写真', '編集', '防災', '料理', '音楽', '畑'];
type PlanJob = 'form-teams' | 'score-proposal';

/** A matching service of its own, with what tests about teams do again and again. */
export class TeamsDesk {
  private constructor(readonly stores: Stores, readonly engine: Engine, readonly desk: Desk) {}

  static async open(): Promise<TeamsDesk> {
    const stores = await makeStores();
    const engine = await startEngine(stores);
    return new TeamsDesk(stores, engine, new Desk(stores.database, () => engine.jobs));
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.stores.close();
  }

  /** People of two sectors with three tags each, the first `here` of them in the room. */
  async people(event: EventRow, count: number, here = count): Promise<ParticipantRow[]> {
    const all: ParticipantRow[] = [];
    for (let number = 0; number < count; number++) {
      const tags = [['skill', TAGS[number % 6]], ['interest', TAGS[(number * 5 + 1) % 6]], ['seeking', TAGS[(number + 2) % 6]]];
      all.push(await this.desk.enter(event, { tags }, { nickname: `人${number}`, sector: number % 2 ? 'npo' : 'public' }));
    }
    await setHere(this.stores.database.reader, event.id, all.slice(0, here).map((one) => one.id), true);
    await this.desk.settled();
    return all;
  }

  /** Orders a run, without waiting for it. */
  propose(event: EventRow, fields: Partial<ProposalRow> = {}): Promise<ProposalRow> {
    return this.desk.commit(event.id, async (tx) => {
      const proposal = await addProposal(tx, { eventId: event.id, sizeMin: 3, sizeMax: 4, seed: 1, seconds: 0.3, rules: {}, createdBy: null, ...fields });
      return { result: proposal, tell: [tellProposal(event.id, this.order('form-teams', proposal, 1))] };
    });
  }

  /** A run and its outcome. */
  async formed(event: EventRow, fields: Partial<ProposalRow> = {}): Promise<ProposalRow> {
    const proposal = await this.propose(event, fields);
    await this.desk.settled();
    return this.present(proposal);
  }

  async present({ eventId, id }: { eventId: string; id: string }): Promise<ProposalRow> {
    return (await findProposal(this.stores.database.reader, eventId, id))!;
  }

  /** Changes a plan as an organiser does, and orders what follows. */
  rewrite(proposal: ProposalRow, job: PlanJob, change: (plan: DraftPlan) => DraftPlan): Promise<void> {
    return this.desk.commit(proposal.eventId, async (tx) => {
      const { plan, version } = (await findProposal(tx, proposal.eventId, proposal.id))!;
      const next = await changeProposal(tx, { id: proposal.id, version }, { plan: change(plan), ...(job === 'form-teams' ? { status: 'forming' } : {}) });
      return { result: undefined, tell: [tellProposal(proposal.eventId, this.order(job, proposal, next!))] };
    });
  }

  private order(name: PlanJob, { eventId, id }: ProposalRow, version: number): JobOrder {
    return { name, data: { eventId, proposalId: id, version } };
  }
}
