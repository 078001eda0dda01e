import { randomUUID } from 'node:crypto';
import { nodeSessionCrypto } from '../../plugin/powershell/node-crypto';
import {
  bag,
  ClientRunspacePool,
  command,
  decodeClixml,
  encodeClixml,
  enumValue,
  errorRecord,
  OutOfProcClient,
  PSDateTime,
  PSDictionary,
  PSGuid,
  PSList,
  PSObject,
  PSPrimitive,
  PSRPError,
  PSTimeSpan,
  ServerRunspacePool,
} from '../../psrp';
import { formatPacket } from '../../psrp/out-of-proc/packet';
import { BothEnds } from './both-ends';
import { FUZZING_LIMITS, mutate, seeded } from './mutate';

/** Well-formed documents of every element. */
function clixmlCorpus(): Uint8Array[] {
  const shared = bag([['a', 'b']]);
  const values = [
    'text 😀 _x000A_ \ud800',
    [1, -5, 2 ** 40, 2n ** 63n, 1.5, true, null, new Uint8Array([1, 2, 3])],
    new PSObject(
      new Map([
        ['Name', shared],
        ['Same', shared],
      ]),
      ['A.B', 'System.Object'],
      'shown',
      undefined,
      1,
    ),
    PSList.with([new PSDateTime(1_700_000_000, 100), new PSTimeSpan(-5, -100)], { tag: 'QUE', typeNames: ['Q'] }),
    new PSDictionary(new Map([['Key', new PSGuid(randomUUID())]])),
    enumValue('System.DayOfWeek', 'Friday', 5),
    ['C', 'D', 'Version', 'URI', 'SBK', 'XD'].map((tag) => new PSPrimitive(tag as 'C', tag === 'C' ? 'a' : '1.5')),
  ];
  const documents = values.map((value) => encodeClixml(value));
  documents.push('<Obj RefId="0"><MS><Ref N="self" RefId="0" /><SS N="s">AAAA</SS></MS></Obj>');
  documents.push(
    '<Obj RefId="0"><MS><PR N="r"><AV>a</AV><Nil /><PI>1</PI></PR><MS N="s"><S N="a">b</S></MS></MS></Obj>',
  );
  return documents.map((document) => new Uint8Array(Buffer.from(document)));
}

/** What a server and a client send each other in a session with everything in it, a payload each. */
function sessionCorpus(maxBytes: number): { toClient: Uint8Array[]; toServer: Uint8Array[] } {
  const toClient: Uint8Array[] = [];
  const toServer: Uint8Array[] = [];
  class Recorded extends BothEnds {
    override toServer(): boolean {
      return record(this.client, toServer) && super.toServer();
    }
    override toClient(): boolean {
      return record(this.server, toClient) && super.toClient();
    }
  }
  const record = (from: ClientRunspacePool | ServerRunspacePool, into: Uint8Array[]): boolean => {
    const original = from.dataToSend.bind(from);
    from.dataToSend = (options) => {
      const taken = original(options);
      if (taken) into.push(taken.data);
      from.dataToSend = original;
      return taken;
    };
    return true;
  };
  const ends = new Recorded({}, {}, { maxBytes });
  ends.client.open();
  ends.run();
  ends.server.accept();
  ends.run();
  ends.client.exchangeKey();
  const { client, server } = ends.pipeline({ commands: [command('Get-X', { A: 'b' })], hasInput: true });
  client.send('input');
  client.endInput();
  server.writeOutput(bag([['a', [1, 2]]]));
  server.writeError(errorRecord('bad'));
  server.writeInformational('Warning', { message: 'careful' });
  server.callHost(1, 11, []);
  server.complete();
  ends.run();
  return { toClient, toServer };
}

/** Lets `act` happen; anything but an error of the library is a failure. */
function tolerating(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (error instanceof PSRPError) return false;
    throw error;
  }
}

/** One fuzzed input of each kind, by its number; throws if anything but an error of the library comes of it. */
export class Fuzzer {
  private readonly documents = clixmlCorpus();
  private readonly session = sessionCorpus(300);
  private readonly crypto = nodeSessionCrypto();
  /** How many inputs were accepted: if none or all were, the fuzzer would prove nothing. */
  accepted = 0;
  refused = 0;

  document(seed: number): void {
    const random = seeded(seed);
    const mutated = mutate(this.documents[random(this.documents.length)]!, this.documents, random);
    this.count(
      tolerating(() => {
        decodeClixml(mutated, { limits: FUZZING_LIMITS });
      }),
    );
  }

  client(seed: number): void {
    const pool = new ClientRunspacePool({ newGuid: randomUUID, limits: FUZZING_LIMITS });
    pool.open();
    this.feed(pool, this.session.toClient, seed);
  }

  server(seed: number): void {
    this.feed(new ServerRunspacePool({ limits: FUZZING_LIMITS, crypto: this.crypto }), this.session.toServer, seed);
  }

  line(seed: number): void {
    const random = seeded(seed);
    const client = new OutOfProcClient(new ClientRunspacePool({ newGuid: randomUUID, limits: FUZZING_LIMITS }), {
      maxLineBytes: 10_000,
    });
    client.pool.open();
    client.dataToSend();
    const lines = this.session.toClient.map((data) =>
      formatPacket({ name: 'Data', pipelineId: randomUUID(), stream: 'Default', data }),
    );
    const broken = random(lines.length);
    this.count(
      tolerating(() => {
        lines.forEach((line, at) => {
          client.receiveData(at === broken ? mutate(line, lines, random) : line);
          while (client.nextEvent());
        });
      }),
    );
  }

  private feed(pool: ClientRunspacePool | ServerRunspacePool, payloads: readonly Uint8Array[], seed: number): void {
    const random = seeded(seed);
    const broken = random(payloads.length);
    this.count(
      tolerating(() => {
        payloads.forEach((payload, at) => {
          pool.receiveData(at === broken ? mutate(payload, payloads, random) : payload);
          for (let event = pool.nextEvent(); event; event = pool.nextEvent()) {
            if (event.type === 'initRunspacePool') (pool as ServerRunspacePool).accept();
          }
        });
      }),
    );
  }

  private count(accepted: boolean): void {
    if (accepted) this.accepted++;
    else this.refused++;
  }
}
