import 'reflect-metadata';
import { Controller, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, Ctx, EventPattern, Payload } from '@nestjs/microservices';
import { BullClient, BullContext, BullServer, type QueueStore } from '@tsunagu/messaging';
import { catchError, lastValueFrom, of, timeout } from 'rxjs';

const { TSUNAGU_URL: url = '', TSUNAGU_PREFIX: prefix = '', TSUNAGU_SCHEMA: schema = '' } = process.env;
const store: QueueStore = url.startsWith('postgres') ? { kind: 'postgres', url, schema } : { kind: 'redis', url, prefix };
const say = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

const PEOPLE = [
  { id: 'hanako', intro: '写真を撮るのが得意です。動画を編集できる人を探しています。' },
  { id: 'taro', intro: '動画編集の仕事をしています。写真が撮れる人を探しています。' },
];

/** Hears what happens at events that allow this service, and asks for matches as any Nest client does. */
@Controller()
class Matches implements OnApplicationBootstrap {
  readonly #tsunagu = ClientProxyFactory.create({ customClass: BullClient, options: { store } }) as BullClient;

  async onApplicationBootstrap(): Promise<void> {
    say(await this.#ask('match.tags', { texts: PEOPLE.map(({ id, intro }) => ({ id, text: intro })) }));
    say(await this.#ask('match.candidates', { people: PEOPLE, top: 2 }));
    say(await this.#ask('match.candidates', { people: 'everybody' }));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#tsunagu.close();
  }

  @EventPattern('team.published') published(@Payload() data: unknown, @Ctx() context: unknown): void {
    say({ heard: 'team.published', data, message: (context as BullContext).getMessage() });
  }

  /** A refusal arrives as the error of the observable, with its code. */
  #ask(pattern: string, data: object): Promise<unknown> {
    return lastValueFrom(this.#tsunagu.send(pattern, data).pipe(timeout(60_000), catchError((refusal: unknown) => of({ refusal }))));
  }
}

@Module({ controllers: [Matches] })
class ExampleModule {}

// One event at a time: that keeps their order.
const app = await NestFactory.createMicroservice(ExampleModule, { strategy: new BullServer({ store, queue: 'events', concurrency: 1 }), logger: ['error', 'warn'] });
app.enableShutdownHooks();
await app.listen();
