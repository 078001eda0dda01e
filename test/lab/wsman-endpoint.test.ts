import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { command } from '../../psrp';
import { ByHand } from './wsman-by-hand';
import { type HttpReply, RemoteWire } from './wsman-wire';

const MINUTE = 60_000;

const code = (reply: HttpReply): string | undefined => /Code="(\d+)"/.exec(reply.body.toString())?.[1];
const faultText = (reply: HttpReply): string =>
  /<f:Message>(?:<f:ProviderFault[^>]*>)?([^<]*)/.exec(reply.body.toString())?.[1] ?? '';

describe('The remote PowerShell endpoint of the lab: HTTP and shells', () => {
  let wire: RemoteWire;
  before(async () => {
    wire = await RemoteWire.start();
  });
  afterEach(() => {
    assert.equal(wire.lab.openShells(), 0);
    wire.cookies.clear();
  });
  after(() => wire.close());

  it('lets nobody in without the right user and password, and says how to sign in', async () => {
    const { username, password } = wire.description;
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const nobody = await wire.post('<x/>', { isAnonymous: true });
    assert.equal(nobody.status, 401);
    assert.equal(nobody.headers['www-authenticate'], 'Basic realm="EX01.contoso.com"');
    for (const wrong of [`${username}:wrong`, `other:${password}`, 'no colon']) {
      assert.equal((await wire.post('<x/>', { headers: basic(wrong) })).status, 401, wrong);
    }
    assert.equal((await wire.post('<x/>', { headers: { authorization: 'NTLM TlRMTVNTUAAB' } })).status, 401);
    const domainUser = await wire.post('<x/>', {
      headers: basic(`CONTOSO\\${username.split('@')[0] ?? ''}:${password}`),
    });
    assert.equal(domainUser.status, 500, 'signed in; the body is no envelope');
  });

  it('is at /PowerShell/ only, for POST of SOAP, and sends whoever names no version of PowerShell elsewhere', async () => {
    assert.equal((await wire.post('', { path: '/wsman?PSVersion=5.1' })).status, 404);
    assert.equal((await wire.post('', { method: 'GET' })).status, 405);
    assert.equal((await wire.post('', { headers: { 'content-type': 'text/xml' } })).status, 415);
    const redirected = await wire.post('', { path: '/powershell' });
    assert.equal(redirected.status, 302);
    assert.equal(redirected.headers['location'], `${wire.description.url}?PSVersion=2.0`);
    const both = await wire.post('<x/>', { path: '/PowerShell?serializationLevel=Full;PSVersion=5.1' });
    assert.equal(both.status, 500);
  });

  it('opens a shell, names itself, and deletes it', async () => {
    const hand = new ByHand(wire);
    const create = await hand.post(hand.next());
    assert.match(create.body.toString(), /<rsp:Owner>eas-connector@contoso\.com</);
    assert.match(create.body.toString(), /<rsp:IdleTimeOut>PT900/);
    assert.equal(wire.lab.openShells(), 1);
    await hand.delete();
  });

  it('refuses another configuration, an unknown shell, one of another client, and a second Delete', async () => {
    const hand = await new ByHand(wire).open();
    const receive = hand.next();
    const changed = (from: RegExp, to: string): string => Buffer.from(receive.body).toString().replace(from, to);
    const elsewhere = await wire.post(changed(/powershell\/Microsoft\.Exchange/, 'powershell/Microsoft.PowerShell'));
    assert.equal(code(elsewhere), '2150858811');
    const other = await wire.post(changed(/(Name="ShellId">)[^<]*/, `$1${randomUUID().toUpperCase()}`));
    assert.equal(code(other), '2150858843');
    assert.match(faultText(other), /\[FailureCategory=WSMan-InvalidShellID\] The request for the Windows Remote Shell/);
    const { cookies } = wire;
    const kept = [...cookies];
    assert.equal(kept.length, 1);
    cookies.clear();
    assert.equal(code(await wire.post(receive.body)), '2150858843', 'without its cookie it comes to another server');
    cookies.clear();
    cookies.set(...kept[0]!);
    hand.client.closePool();
    const remove = hand.next();
    await hand.post(remove);
    assert.equal(
      code(
        await wire.post(
          Buffer.from(remove.body)
            .toString()
            .replace(/MessageID>[^<]*/, 'MessageID>uuid:X'),
        ),
      ),
      '2150858843',
    );
  });

  it('holds a Receive back until there is something or its time is over', async () => {
    const hand = await new ByHand(wire).open();
    const began = performance.now();
    const reply = await hand.post(hand.next());
    assert.equal(code(reply), '2150858793');
    assert.ok(performance.now() - began >= 900);
    const waiting = hand.next();
    const later = wire.post(waiting.body);
    const pipeline = hand.pool.createPipeline({ commands: [command('Get-AcceptedDomain')] });
    pipeline.start();
    await hand.post(hand.next());
    await hand.post(hand.next());
    await later;
    await hand.delete();
  });

  it('gives an answer that was lost once more, if it is asked for as such', async () => {
    const hand = await new ByHand(wire).open();
    const pipeline = hand.pool.createPipeline({ commands: [command('Get-Mailbox', { ResultSize: 'Unlimited' })] });
    pipeline.start();
    const requests = [hand.next(), hand.next()];
    const announce = requests.find(({ operation }) => operation === 'Command');
    assert.ok(announce);
    await hand.post(announce);
    const receive = hand.next();
    const lost = await wire.post(receive.body);
    const again = Buffer.from(receive.body)
      .toString()
      .replace(/(<p:OperationID s:mustUnderstand=")false/, '$1true')
      .replace(/(MessageID>uuid:)[^<]*/, `$1${randomUUID().toUpperCase()}`);
    const streams = (reply: HttpReply): string[] => reply.body.toString().match(/<rsp:Stream[^>]*>[^<]*/g) ?? [];
    const found = await wire.post(again);
    assert.ok(streams(lost).length > 0);
    assert.deepEqual(streams(found), streams(lost));
    await hand.delete();
  });

  it('answers within the size that its client takes, and takes none that is larger than its own', async () => {
    const small = await wire.session({ maxEnvelopeBytes: 20_000 }).open();
    const { output } = await small.run('Get-Mailbox', { ResultSize: 'Unlimited' });
    assert.equal(output.length, 25);
    assert.ok(small.posted.filter((operation) => operation === 'Receive').length > 5);
    await small.close();
    const long = await wire.session({ maxRequestBytes: 20_000 }).open();
    const identity = 'x'.repeat(100_000);
    const { errors } = await long.run('Get-Mailbox', { Identity: identity });
    assert.match(errors[0]?.message ?? '', /couldn't be found/);
    assert.ok(long.posted.includes('Send'));
    await long.close();
    assert.equal((await wire.post('x'.repeat(600_000))).status, 413);
  });

  it('compresses for a client that can read that, and not for others', async () => {
    const hand = await new ByHand(wire).open();
    const pipeline = hand.pool.createPipeline({ commands: [command('Get-Mailbox', { ResultSize: 'Unlimited' })] });
    pipeline.start();
    const announce = [hand.next(), hand.next()].find(({ operation }) => operation === 'Command');
    await hand.post(announce ?? hand.next());
    const packed = await wire.post(hand.next().body, { headers: { 'accept-encoding': 'gzip, deflate' } });
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.match(gunzipSync(packed.body).toString(), /ReceiveResponse/);
    await hand.delete();
  });

  it('closes a shell that nobody has used for its idle time, by the time of the lab', async () => {
    const session = await wire.session({ idleTimeoutSeconds: 300 }).open();
    const hand = await new ByHand(wire).open();
    wire.lab.organization.advanceClock(6 * MINUTE);
    assert.equal(wire.lab.openShells(), 2, 'a Receive waits: it is in use');
    session.client.closePool();
    await hand.delete();
    await session.close();
    const idle = await new ByHand(wire).open();
    assert.equal(wire.lab.openShells(), 1);
    wire.lab.organization.advanceClock(16 * MINUTE);
    assert.equal(wire.lab.openShells(), 0);
    assert.equal(code(await idle.post(idle.next())), '2150858843');
  });

  it('gives an account no more than 18 shells', async () => {
    const hands: ByHand[] = [];
    for (let count = 0; count < 18; count++) hands.push(await new ByHand(wire).open());
    const one = await wire.session().open();
    assert.match(
      one.poolFault?.text ?? '',
      /\[FailureCategory=AuthZ-AuthorizationException\] Fail to create a runspace because you have exceeded .* allowed : 18/,
    );
    assert.equal(wire.lab.openShells(), 18);
    await one.close();
    await hands.pop()?.delete();
    const other = await wire.session().open();
    assert.equal(other.pool.state, 'Opened');
    await other.close();
    for (const hand of hands) await hand.delete();
  });

  it('runs as many pipelines at once as the client has runspaces, and stops one in the middle', async () => {
    const session = await wire.session({ maxRunspaces: 2 }).open();
    wire.lab.orderFaults({ faults: [{ kind: 'throttle', cmdlet: 'Get-CASMailbox', delayMs: 60_000 }] });
    const slow = session.start({ commands: [command('Get-CASMailbox')] });
    const quick = session.start({ commands: [command('Get-AcceptedDomain')] });
    assert.equal((await quick.result()).state, 'Completed');
    assert.equal(slow.seen.state, undefined);
    slow.stop();
    assert.equal((await slow.result()).state, 'Stopped');
    wire.lab.orderFaults({ clear: true });
    await session.close();
  });

  it('has 2010 refuse the nineteenth shell at once, without a front end, cookies or kept answers', async () => {
    const old = await RemoteWire.start({ version: '2010' });
    const hands: ByHand[] = [];
    for (let count = 0; count < 18; count++) hands.push(await new ByHand(old).open());
    const one = new ByHand(old);
    const refused = await one.post(one.next());
    assert.equal(code(refused), '2150859173');
    assert.match(faultText(refused), /maximum number of 18 concurrent shells/);
    assert.equal(old.cookies.size, 0);
    assert.doesNotMatch(refused.body.toString(), /OperationID/);
    for (const hand of hands) await hand.delete();
    assert.equal(old.lab.openShells(), 0);
    await old.close();
  });
});
