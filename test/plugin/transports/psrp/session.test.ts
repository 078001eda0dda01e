import assert from 'node:assert/strict';
import { getMailboxes, getPartnerships, setDeviceLists } from '../../../../plugin/exchange/cmdlets';
import type { Command } from '../../../../plugin/exchange/command';
import { ListChange } from '../../../../plugin/exchange/command';
import type { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import type { ExchangeSession, InvokeOptions, SessionEvent } from '../../../../plugin/exchange/exchange-session';
import { Secret } from '../../../../protocol';
import type { ServerPipeline } from '../../../../psrp';
import { startLab, type Lab } from '../../../../lab';
import { startHttpsServer } from '../../../support/https-server';
import { createAuthority } from '../../../support/certificates';
import { startGate } from './gate';
import { startOwnServer } from './own-server';
import { fault, openLab, openRemote, type Wish } from './remote-client';

const DEVICES = 300;
const quick = { sleep: () => Promise.resolve() };

describe('A session over psrp', function () {
  this.timeout(30_000);
  let lab: Lab;
  const open: ExchangeSession[] = [];

  before(async () => {
    lab = await startLab({ devices: DEVICES, seed: 7, version: 'SE' });
  });

  afterEach(async () => {
    lab.orderFaults({ clear: true });
    await Promise.all(open.splice(0).map((session) => session.close()));
    assert.equal(lab.openShells(), 0);
  });

  after(() => lab.close());

  async function connect(wish: Wish = {}, urls?: readonly string[]): Promise<ExchangeSession> {
    const session = await openLab(lab, { ...quick, ...wish }, urls);
    open.push(session);
    return session;
  }

  async function read(session: ExchangeSession, command: Command, how: Partial<InvokeOptions> = {}): Promise<string[]> {
    const guids: string[] = [];
    for await (const object of session.invoke(command, { ...bounds(), ...how })) guids.push(String(object.get('Guid')));
    return guids;
  }

  const bounds = (): InvokeOptions => ({ signal: new AbortController().signal, deadline: Date.now() + 20_000 });

  /** The list as it should be: everything, and nothing twice. */
  async function whole(session: ExchangeSession, how: Partial<InvokeOptions> = {}): Promise<void> {
    const guids = await read(session, getPartnerships('SE'), how);
    assert.equal(guids.length, DEVICES);
    assert.equal(new Set(guids).size, DEVICES);
  }

  it('runs commands at once in one shell', async () => {
    const authority = await createAuthority();
    const begun: ServerPipeline[] = [];
    // None ends before all have begun: one after the other they would never end.
    const run = (pipeline: ServerPipeline): void => {
      begun.push(pipeline);
      if (begun.length === 3) for (const one of begun) one.complete();
    };
    const server = await startOwnServer(await authority.issue(), { run });
    try {
      const network = { caPem: authority.certificate };
      const session = await openRemote([server.url], { ...quick, limits: { maxConcurrentCommands: 3 }, network });
      open.push(session);
      await Promise.all([1, 2, 3].map(() => read(session, getPartnerships('SE'))));
      assert.equal(server.made(), 1);
      await session.close();
    } finally {
      await server.close();
    }
  });

  it('goes on after a command was cancelled, and after a reader has had enough', async () => {
    const session = await connect();
    const controller = new AbortController();
    const cancelled = fault(
      (async () => {
        for await (const object of session.invoke(getPartnerships('SE'), { ...bounds(), signal: controller.signal })) {
          if (object.get('Guid') !== null) controller.abort();
        }
      })(),
    );
    assert.equal((await cancelled).code, 'cancelled');
    for await (const object of session.invoke(getPartnerships('SE'), bounds())) {
      assert.ok(object.get('Guid'));
      break;
    }
    await whole(session);
    assert.equal(lab.openShells(), 1);
  });

  it('has many commands stop at once, and Node warns of no leak', async () => {
    const session = await connect({ limits: { maxConcurrentCommands: 12 } });
    const warnings: string[] = [];
    const listen = ({ message }: Error): number => warnings.push(message);
    process.on('warning', listen);
    try {
      const one: Command = { cmdlet: 'Get-CASMailbox', parameters: { ResultSize: 1 }, effect: 'read' };
      const lists = Array.from({ length: 12 }, () => session.invoke(one, bounds())[Symbol.asyncIterator]());
      await Promise.all(lists.map((list) => list.next()));
      await Promise.all(lists.map(async (list) => list.return?.()));
      await session.close();
      // Node tells on its next turn.
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.removeListener('warning', listen);
    }
    assert.deepEqual(warnings, []);
  });

  it('gives up the shell in which a command timed out; another command opens another', async () => {
    const session = await connect();
    lab.orderFaults({ faults: [{ kind: 'stall', operation: 'Receive', cmdlet: 'Get-MobileDevice', count: 1 }] });
    const late = await fault(read(session, getPartnerships('SE'), { deadline: Date.now() + 300 }));
    assert.equal(late.code, 'command.timeout');
    await whole(session);
    assert.ok(lab.openShells() <= 2);
    await session.close();
    assert.equal(lab.openShells(), 0);
  });

  it('leaves no shell when it is cancelled while it opens, wherever that is', async () => {
    // With 2010 there is no front end, whose cookie comes with the answer to the Create.
    const own = await startLab({ devices: 5, seed: 7, version: '2010' });
    try {
      for (const operation of ['Create', 'Receive', 'Command'] as const) {
        own.orderFaults({ clear: true, faults: [{ kind: 'stall', operation, delayMs: 5000, count: 1 }] });
        const controller = new AbortController();
        const opening = fault(openLab(own, { signal: controller.signal, times: { graceMs: 1000 } }));
        setTimeout(() => {
          controller.abort();
        }, 150);
        assert.equal((await opening).code, 'cancelled');
        assert.equal(own.openShells(), 0, operation);
      }
    } finally {
      await own.close();
    }
  });

  it('ends what runs when it is closed', async () => {
    const session = await connect();
    lab.orderFaults({ faults: [{ kind: 'stall', operation: 'Receive', cmdlet: 'Get-MobileDevice' }] });
    const running = fault(read(session, getPartnerships('SE')));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await session.close();
    assert.equal((await running).code, 'cancelled');
    assert.equal(lab.openShells(), 0);
    assert.equal((await fault(read(session, getMailboxes({})))).code, 'cancelled');
  });

  it('waits as long as Exchange asks for, and reads the list from its beginning', async () => {
    const session = await connect();
    const events: SessionEvent[] = [];
    lab.orderFaults({ faults: [{ kind: 'throttle', cmdlet: 'Get-MobileDevice', count: 2, retryAfter: 3 }] });
    await whole(session, { onEvent: (event) => events.push(event) });
    const waits = events.filter((event) => event.kind === 'throttled');
    assert.ok(waits.length >= 1);
    assert.ok(
      waits.every(({ waitMs }) => waitMs > 2000 && waitMs <= 3000),
      JSON.stringify(waits),
    );
  });

  it('says throttled when it would have to wait for too long', async () => {
    const session = await connect({ limits: { maxThrottleWaitMs: 10_000 } });
    lab.orderFaults({ faults: [{ kind: 'throttle', cmdlet: 'Get-MobileDevice', count: 1, retryAfter: 60 }] });
    assert.equal((await fault(read(session, getPartnerships('SE')))).code, 'throttled');
  });

  it('tells those who set the pace that Exchange holds commands back', async () => {
    const session = await connect();
    const events: SessionEvent[] = [];
    lab.orderFaults({ faults: [{ kind: 'throttle', cmdlet: 'Get-MobileDevice', count: 1, delayMs: 250 }] });
    await whole(session, { onEvent: (event) => events.push(event) });
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['throttled'],
    );
  });

  it('waits until the account has room for another session', async () => {
    lab.orderFaults({ faults: [{ kind: 'concurrency', target: 'connect', count: 2 }] });
    await whole(await connect());
  });

  it('makes another shell when its own is gone, and begins reads again', async () => {
    const session = await connect();
    for (const operation of ['Command', 'Receive'] as const) {
      lab.orderFaults({ faults: [{ kind: 'expired', operation, cmdlet: 'Get-MobileDevice', count: 1 }] });
      await whole(session);
    }
  });

  describe('a change', () => {
    const GUID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
    let session: ExchangeSession;
    let identity: string;

    beforeEach(async () => {
      session = await connect();
      const command = { cmdlet: 'Get-CASMailbox', parameters: { ResultSize: 1 }, effect: 'read' } as const;
      [identity = ''] = await read(session, command);
    });

    const change = (id: string): Command => setDeviceLists({ identity, allowed: new ListChange([id], []) });

    async function wasMade(id: string): Promise<boolean> {
      const command = { cmdlet: 'Get-CASMailbox', parameters: { Identity: identity }, effect: 'read' } as const;
      for await (const mailbox of session.invoke(command, bounds())) {
        return (mailbox.get('ActiveSyncAllowedDeviceIDs') as string[]).includes(id);
      }
      return false;
    }

    it('is not sent again when its answer was lost, and says that it may have happened', async () => {
      for (const [id, when] of [
        ['first', 'before'],
        ['second', 'after'],
      ] as const) {
        lab.orderFaults({ faults: [{ kind: 'cut', operation: 'Command', cmdlet: 'Set-CASMailbox', when, count: 1 }] });
        const error = await fault(read(session, change(id)));
        assert.equal(error.code, 'connect.lost');
        assert.equal(error.mayHaveHappened, true);
        assert.equal(await wasMade(id), when === 'after');
      }
    });

    it('is sent again when Exchange has certainly not begun it', async () => {
      const struck = { operation: 'Command', cmdlet: 'Set-CASMailbox', count: 1 } as const;
      lab.orderFaults({
        faults: [
          { kind: 'concurrency', ...struck },
          { kind: 'expired', ...struck },
        ],
      });
      await read(session, change('third'));
      assert.equal(await wasMade('third'), true);
    });

    it('that Exchange refuses has not happened', async () => {
      const error = await fault(read(session, setDeviceLists({ identity: GUID, allowed: new ListChange(['x'], []) })));
      assert.equal(error.code, 'object.notFound');
      assert.equal(error.mayHaveHappened, false);
    });
  });

  describe('with several endpoints', () => {
    it('takes the first that serves, and tries the first again the next time', async () => {
      const url = lab.description.remotePowerShell?.url ?? '';
      const pair = await (await createAuthority()).issue();
      const broken = await startHttpsServer(pair, (_, response) => response.writeHead(503).end());
      const messages: string[] = [];
      const log = ({ message }: { message: string }): number => messages.push(message);
      try {
        const session = await connect({ log }, [`${broken.url}/PowerShell/`, 'https://localhost:1/PowerShell/', url]);
        await whole(session);
        lab.orderFaults({ faults: [{ kind: 'expired', operation: 'Command', count: 1 }] });
        await whole(session);
        assert.equal(messages.filter((message) => message.includes(`${broken.port}`)).length, 2);
      } finally {
        await broken.close();
      }
    });

    it('does not try a password twice that was refused', async () => {
      const url = lab.description.remotePowerShell?.url ?? '';
      const messages: string[] = [];
      const log = ({ message }: { message: string }): number => messages.push(message);
      const wish = { target: { password: new Secret('wrong') }, log };
      const error = await fault(connect(wish, [url, url.replace('127.0.0.1', 'localhost')]));
      assert.equal(error.code, 'auth.denied');
      assert.doesNotMatch(error.message, /endpoints/);
    });

    it('says of each why it could not be used', async () => {
      const error: ExchangeError = await fault(connect({}, ['https://localhost:1/a/', 'https://localhost:2/b/']));
      assert.equal(error.code, 'connect.refused');
      assert.match(error.message, /None of the 2/);
      assert.match(error.detail, /localhost:2/);
    });
  });

  it('deletes its shell also when the network is away for a moment just then', async () => {
    const own = await startLab({ devices: 5, seed: 7, version: 'SE' });
    const gate = await startGate(Number(new URL(own.description.remotePowerShell?.url ?? '').port));
    try {
      const sleep = (ms: number): Promise<void> => {
        if (ms === 1000) gate.open();
        return Promise.resolve();
      };
      const session = await openLab(own, { sleep }, [gate.url]);
      gate.shut();
      await session.close();
      assert.equal(own.openShells(), 0);
    } finally {
      await gate.close();
      await own.close();
    }
  });

  it('has its shell freed soon when it was killed', async () => {
    const own = await startLab({ devices: 5, seed: 7, version: 'SE' });
    const gate = await startGate(Number(new URL(own.description.remotePowerShell?.url ?? '').port));
    try {
      const session = await openLab(own, { ...quick, times: { graceMs: 200 } }, [gate.url]);
      assert.equal(own.openShells(), 1);
      gate.shut();
      await session.close();
      assert.equal(own.openShells(), 1, 'nobody could delete it');
      own.organization.clock.advance(4 * 60_000);
      assert.equal(own.openShells(), 0);
    } finally {
      await gate.close();
      await own.close();
    }
  });
});
