import { BaseRpcContext } from '@nestjs/microservices';
import type { PacketMetadata } from '@nestjs/microservices';

type Args = [jobId: string, queue: string, sender: string, metadata: PacketMetadata | undefined];

/** What a handler can learn about a message besides its data: `@Ctx() context: BullContext`. */
export class BullContext extends BaseRpcContext<Args> {
  constructor(args: Args) {
    super(args);
  }

  /** Id of the job: the correlation id that the sender chose. The same one may come twice. */
  getJobId(): string { return this.args[0]; }

  getQueue(): string { return this.args[1]; }

  /** Name of the service whose door the message came through. */
  getSender(): string { return this.args[2]; }

  getMetadata(): PacketMetadata | undefined { return this.args[3]; }
}
