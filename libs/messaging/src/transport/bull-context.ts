import { BaseRpcContext } from '@nestjs/microservices';

export interface MessageFacts {
  /** id of the request, the job's id for an event; the same one may come twice */
  id: string;
  queue: string;
  /** name of the service behind the door that the message came through */
  sender: string;
  metadata?: Record<string, string>;
  /** queue for the answer */
  replyTo?: string;
  /** the whole of the job's data */
  message?: unknown;
  /** ends when nobody wants the answer any more */
  signal?: AbortSignal;
}

/** What a handler can learn about a message besides its data: `@Ctx() context: BullContext`. */
export class BullContext extends BaseRpcContext<[MessageFacts]> {
  constructor(facts: MessageFacts) {
    super([facts]);
  }

  getId(): string { return this.args[0].id; }

  getQueue(): string { return this.args[0].queue; }

  getSender(): string { return this.args[0].sender; }

  getReplyTo(): string | undefined { return this.args[0].replyTo; }

  getMetadata(): Record<string, string> | undefined { return this.args[0].metadata; }

  getMessage(): unknown { return this.args[0].message; }

  getSignal(): AbortSignal | undefined { return this.args[0].signal; }
}
