import { Inject, Injectable } from '@nestjs/common';
import { Door, SERVICE_DOORS, type ServiceDoor } from '@tsunagu/messaging';
import { Database } from '@tsunagu/storage';
import { Knowledge } from '../knowledge.js';

/** The doors that this process serves, by the name of their service. */
@Injectable()
export class Doors {
  readonly #doors: Map<string, Door>;

  constructor(@Inject(SERVICE_DOORS) doors: ServiceDoor[], database: Database, knowledge: Knowledge) {
    this.#doors = new Map(doors.map((door) => [door.service, new Door(door, database, { model: knowledge.model })]));
  }

  all(): Door[] {
    return [...this.#doors.values()];
  }

  of(service: string): Door {
    return this.#doors.get(service)!;
  }
}
