import { Injectable } from '@nestjs/common';
import type { OperationsView } from '@tsunagu/contracts';
import { DoorQueues, Queues } from '@tsunagu/messaging';
import { countAllWebhooks, countJobs, countServices, Database } from '@tsunagu/storage';

/** How the installation runs: queues, other services, webhooks, jobs. */
@Injectable()
export class OperationsService {
  constructor(private readonly database: Database, private readonly queues: Queues, private readonly doors: DoorQueues) {}

  async read(): Promise<OperationsView> {
    const tx = this.database.reader;
    const [queues, services, webhooks, jobs] = await Promise.all([this.readQueues(), this.readServices(), countAllWebhooks(tx), countJobs(tx)]);
    return { queues, services, webhooks, jobs };
  }

  private async readQueues(): Promise<OperationsView['queues']> {
    const counts = await this.queues.counts().catch(() => null);
    return counts && Object.entries(counts).map(([queue, { waiting, active, delayed, failed, oldestWaitingMs }]) => ({ queue, waiting, active, delayed, failed, oldestSeconds: oldestWaitingMs / 1_000 }));
  }

  private async readServices(): Promise<OperationsView['services']> {
    const numbers = await countServices(this.database.reader, this.doors.services);
    return Promise.all(this.doors.services.map(async (service) =>
      ({ service, ...await this.doors.requests(service).catch(() => ({ open: 0, oldestSeconds: 0 })), ...numbers.get(service)! })));
  }
}
