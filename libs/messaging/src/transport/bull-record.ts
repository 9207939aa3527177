export interface RecordOptions {
  /** @default a random id */
  id?: string;
  correlationId?: string;
  /** after it nobody waits for the answer */
  deadline?: Date;
  /** 0 = soonest; larger ones later */
  priority?: number;
  metadata?: Record<string, string>;
}

/**
 * Data of a message together with what goes around it, as RmqRecord and its kin have it in Nest:
 *
 *     client.send('greet', new BullRecord({ name: '花子' }, { id: 'my-1', priority: 1 }))
 */
export class BullRecord<Data = unknown> {
  constructor(readonly data: Data, readonly options: RecordOptions = {}) {}
}
