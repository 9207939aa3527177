import { Injectable } from '@nestjs/common';
import { TeamFormer } from './team-former.js';
import { TextReader } from './text-reader.js';

/** All threads of this process, to be warmed and ended together. */
@Injectable()
export class Threads {
  constructor(private readonly reader: TextReader, private readonly former: TeamFormer) {}

  async warmUp(): Promise<void> {
    await this.reader.warmUp();
  }

  async close(): Promise<void> {
    await Promise.all([this.reader.close(), this.former.close()]);
  }
}
