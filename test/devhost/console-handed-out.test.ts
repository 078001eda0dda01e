import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ConsoleDesk, DevHost, clientFolders, openConsole, readManifest, type Console } from '../../devhost';
import { messageToJson, settingsFromJson } from '../../protocol';
import { send, smallPage, type Answer } from './console-harness';
import { FakeRunner, memoryLog, settingsJson, until } from './host-under-test';
import { scratchFolder } from './scratch-folder';

const project = join(__dirname, '../..');
const TASK = 'EASConnectorSecurity';
const POLICY = { kind: 'assignPolicy', policy: '', mailboxes: ['anna@contoso.com'], groups: [] };

interface Handed {
  readonly actions?: readonly { readonly id: string }[];
  readonly approvals?: readonly { readonly planHash: string }[];
}

/** A run of the schedule asks for no settings: it gets what is in force. */
describe('What is ordered in the console', () => {
  let runner: FakeRunner;
  let host: DevHost;
  let desk: ConsoleDesk;
  let opened: Console;
  let pause: Promise<unknown> = Promise.resolve();
  let json = settingsJson();

  beforeEach(async () => {
    const manifest = readManifest(join(project, 'manifest.json'), join(project, 'manifest.schema.json'));
    const folders = clientFolders(scratchFolder(), manifest);
    const log = memoryLog();
    [json, pause] = [settingsJson(), Promise.resolve()];
    const source = async (task: Parameters<DevHost['runNow']>[0]): ReturnType<ConsoleDesk['source']> => {
      await pause;
      return settingsFromJson(task, json);
    };
    desk = new ConsoleDesk({ manifest, folders, source, organization: 'a test', log, now: Date.now });
    runner = new FakeRunner();
    const { source: settings, observer } = desk;
    host = new DevHost({ manifest, folders, runner, settings, log, now: Date.now, observer });
    desk.attach(host);
    opened = await openConsole(desk, { port: 0, webFolder: smallPage() });
    await host.open();
    await desk.load();
  });

  afterEach(async () => {
    await host.stop('The test is over.');
    await opened.close();
  });

  const post = (path: string, body: object): Promise<Answer> => {
    const headers = { authorization: `Bearer ${opened.token}`, 'content-type': 'application/json' };
    return send(opened.url, 'POST', path, JSON.stringify(body), headers);
  };

  const order = async (): Promise<string> => {
    const { status, json: answer } = await post('/api/orders', POLICY);
    assert.equal(status, 200);
    return String(answer['id']);
  };

  /** Runs both tasks as the schedule does, and gives what the security task was handed. */
  const run = async (): Promise<Handed> => {
    const before = runner.begun.length;
    const both = host.once();
    await until(() => runner.begun.length === before + 1, 'the inventory runs');
    runner.endAll();
    await until(() => runner.begun.length === before + 2, 'the security task runs');
    const { settings } = runner.begun.at(-1) ?? {};
    runner.endAll();
    await both;
    return messageToJson('SecuritySettings', settings ?? new Uint8Array()) as Handed;
  };

  it('is in the next run of the schedule, and in none after it was taken back', async () => {
    const id = await order();
    assert.deepEqual(
      (await run()).actions?.map((action) => action.id),
      [id],
    );
    assert.equal((await post(`/api/orders/${id}/withdraw`, {})).status, 200);
    assert.deepEqual((await run()).actions ?? [], []);
  });

  it('is approved for the next run of the schedule', async () => {
    const id = await order();
    const waiting = { actionId: id, state: 'ACTION_STATE_AWAITING_APPROVAL', planHash: 'plan' };
    desk.orders.take(new Map([[id, waiting]]));
    assert.equal((await post(`/api/orders/${id}/approve`, { planHash: 'plan' })).status, 200);
    assert.deepEqual(
      (await run()).approvals?.map(({ planHash }) => planHash),
      ['plan'],
    );
  });

  it('is not taken back while a run has it', async () => {
    const id = await order();
    const running = host.runNow(TASK);
    await until(() => runner.begun.length === 1, 'a run');
    const { status, json: answer } = await post(`/api/orders/${id}/withdraw`, {});
    assert.equal(status, 409);
    assert.match(String(answer['error']), /A security run is under way/);
    assert.equal(desk.orders.orders[0]?.withdrawnAt, undefined);
    runner.endAll();
    await running;
  });

  it('is not in a run that begins while it is being taken back', async () => {
    const id = await order();
    let answer: (() => void) | undefined;
    pause = new Promise<void>((resolve) => (answer = resolve));
    const withdrawn = post(`/api/orders/${id}/withdraw`, {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    const running = host.once();
    await until(() => runner.begun.length === 1, 'the inventory runs');
    runner.endAll();
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer?.();
    assert.equal((await withdrawn).status, 200);
    await until(() => runner.begun.length === 2, 'the security task runs');
    const settings = messageToJson('SecuritySettings', runner.begun[1]?.settings ?? new Uint8Array()) as Handed;
    assert.deepEqual(settings.actions ?? [], []);
    runner.endAll();
    await running;
  });

  it('is taken back at once while somebody asks what a change of the access settings would do', async () => {
    const id = await order();
    const desired = { organization: { defaultAccessLevel: 'ACCESS_LEVEL_QUARANTINE' } };
    const asked = post('/api/access/what-if', { desired });
    await until(() => runner.begun.length === 1, 'the what-if');
    assert.equal((await post(`/api/orders/${id}/withdraw`, {})).status, 200);
    const { status, json: answer } = await asked;
    assert.equal(status, 409);
    assert.match(String(answer['error']), /taken back meanwhile, which goes first\. Ask again\./);
    const again = post('/api/access/what-if', { desired });
    await until(() => runner.begun.length === 2, 'another what-if');
    runner.endAll();
    assert.equal((await again).status, 200);
  });

  it('stays in force, and is said to, while new settings cannot be handed out', async () => {
    const id = await order();
    json = '{}';
    const { status, json: answer } = await post(`/api/orders/${id}/withdraw`, {});
    assert.equal(status, 409);
    assert.match(String(answer['error']), /The order stays in force/);
    assert.equal(desk.orders.orders[0]?.withdrawnAt, undefined);
  });
});
