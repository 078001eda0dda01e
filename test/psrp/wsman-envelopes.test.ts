import assert from 'node:assert/strict';
import { ClientRunspacePool, command, decodeRequest, ServerRunspacePool, WsmanClient, WsmanShell } from '../../psrp';
import { numberedGuids, text, winrmAnswer } from './wsman-samples';

const URL = 'https://mail.example/PowerShell/?PSVersion=5.1';

/** The headers of a request as Windows writes them: their order and prefixes, mustUnderstand, upper case GUIDs. */
function headers(action: string, message: string, operation: string, rest: string): string {
  return (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" ' +
    'xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer" ' +
    'xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd" ' +
    'xmlns:rsp="http://schemas.microsoft.com/wbem/wsman/1/windows/shell"><s:Header>' +
    `<a:To>${URL}</a:To>` +
    '<w:ResourceURI s:mustUnderstand="true">http://schemas.microsoft.com/powershell/Microsoft.Exchange</w:ResourceURI>' +
    '<a:ReplyTo><a:Address s:mustUnderstand="true">http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>' +
    `<a:Action s:mustUnderstand="true">${action}</a:Action>` +
    '<w:MaxEnvelopeSize s:mustUnderstand="true">512000</w:MaxEnvelopeSize>' +
    `<a:MessageID>uuid:00000000-0000-0000-0000-00000000000${message}</a:MessageID>` +
    '<w:Locale xml:lang="en-US" s:mustUnderstand="false"/><p:DataLocale xml:lang="en-US" s:mustUnderstand="false"/>' +
    '<p:SessionId s:mustUnderstand="false">uuid:00000000-0000-0000-0000-000000000002</p:SessionId>' +
    `<p:OperationID s:mustUnderstand="false">uuid:00000000-0000-0000-0000-00000000000${operation}</p:OperationID>` +
    `<p:SequenceId s:mustUnderstand="false">1</p:SequenceId>${rest}<w:OperationTimeout>PT60.000S</w:OperationTimeout></s:Header>`
  );
}

const SHELL = '00000000-0000-0000-0000-000000000001';
const SELECTOR = `<w:SelectorSet><w:Selector Name="ShellId">${SHELL}</w:Selector></w:SelectorSet>`;
const TRANSFER = 'http://schemas.xmlsoap.org/ws/2004/09/transfer';
const WINDOWS_SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell';

function body(envelope: string): string {
  return /<s:Body>.*<\/s:Body>|<s:Body\/>/.exec(envelope)?.[0].replace(/[A-Za-z0-9+/]{60,}=*/g, 'BASE64') ?? '';
}

/** A client with GUIDs that count up, and what it posts; every request is answered by a shell. */
class Posting {
  readonly pool = new ClientRunspacePool({ newGuid: numberedGuids() });
  readonly client: WsmanClient;
  private shell: WsmanShell | undefined;

  constructor() {
    // The pool takes the first GUID, and the pipeline the one that it finds.
    const { pool } = this;
    const guid = numberedGuids(2);
    this.client = new WsmanClient(pool, { url: URL, newGuid: guid });
  }

  next(): string {
    const request = this.client.nextRequest();
    if (!request) throw new Error('there is nothing to post');
    const incoming = decodeRequest(request.body);
    if (this.shell) this.shell.receiveRequest(incoming);
    else this.shell = newShell(incoming);
    for (let event = this.shell.nextEvent(); event; event = this.shell.nextEvent()) {
      if (event.type === 'initRunspacePool') this.shell.pool.accept();
      if (event.type === 'createPipeline') event.pipeline.start();
      if (event.type === 'closePipeline') this.shell.closed(event.pipelineId);
    }
    for (let answer = this.shell.nextAnswer(); answer; answer = this.shell.nextAnswer()) {
      this.client.receiveResponse(answer.request.messageId.slice('uuid:'.length).toLowerCase(), answer);
    }
    while (this.client.nextEvent());
    return text(request.body);
  }
}

function newShell(create: ReturnType<typeof decodeRequest>): WsmanShell {
  return new WsmanShell(new ServerRunspacePool(), create, {
    newGuid: numberedGuids(0xa0),
    url: URL,
    owner: 'LAB\\admin',
    clientIp: '192.0.2.1',
    idleTimeoutMs: 900_000,
  });
}

describe('envelopes of WSMan', () => {
  it('are the ones that Windows posts to Exchange, byte by byte', () => {
    const posting = new Posting();
    posting.client.open();
    const create = posting.next();
    const option =
      '<w:OptionSet s:mustUnderstand="true"><w:Option Name="protocolversion" MustComply="true">2.3</w:Option></w:OptionSet>';
    assert.ok(create.startsWith(headers(`${TRANSFER}/Create`, '3', '4', option)), create);
    assert.equal(
      body(create),
      `<s:Body><rsp:Shell ShellId="${SHELL}"><rsp:InputStreams>stdin pr</rsp:InputStreams><rsp:OutputStreams>stdout</rsp:OutputStreams>` +
        '<creationXml xmlns="http://schemas.microsoft.com/powershell">BASE64</creationXml></rsp:Shell></s:Body>',
    );
    const receive = posting.next();
    const keepAlive =
      '<w:OptionSet s:mustUnderstand="true"><w:Option Name="WSMAN_CMDSHELL_OPTION_KEEPALIVE">TRUE</w:Option></w:OptionSet>';
    assert.ok(receive.startsWith(headers(`${WINDOWS_SHELL}/Receive`, '5', '6', SELECTOR + keepAlive)), receive);
    assert.equal(
      body(receive),
      '<s:Body><rsp:Receive><rsp:DesiredStream>stdout</rsp:DesiredStream></rsp:Receive></s:Body>',
    );
  });

  it('say which command they are for, in upper case', () => {
    const posting = new Posting();
    posting.client.open();
    posting.next();
    posting.next();
    posting.next();
    const pipeline = posting.pool.createPipeline({ commands: [command('Get-Mailbox')], hasInput: true });
    pipeline.start();
    pipeline.send('x');
    const id = pipeline.id.toUpperCase();
    assert.equal(
      body(posting.next()),
      `<s:Body><rsp:CommandLine CommandId="${id}"><rsp:Command/><rsp:Arguments>BASE64</rsp:Arguments></rsp:CommandLine></s:Body>`,
    );
    assert.equal(
      body(posting.next()),
      `<s:Body><rsp:Send><rsp:Stream Name="stdin" CommandId="${id}">BASE64</rsp:Stream></rsp:Send></s:Body>`,
    );
    assert.equal(
      body(posting.next()),
      `<s:Body><rsp:Receive><rsp:DesiredStream CommandId="${id}">stdout</rsp:DesiredStream></rsp:Receive></s:Body>`,
    );
    posting.client.stop(pipeline);
    assert.equal(
      body(posting.next()),
      `<s:Body><rsp:Signal CommandId="${id}"><rsp:Code>powershell/signal/crtl_c</rsp:Code></rsp:Signal></s:Body>`,
    );
    posting.client.closePipeline(pipeline);
    assert.equal(
      body(posting.next()),
      `<s:Body><rsp:Signal CommandId="${id}"><rsp:Code>${WINDOWS_SHELL}/signal/Terminate</rsp:Code></rsp:Signal></s:Body>`,
    );
    posting.client.closePool();
    const last = posting.next();
    assert.match(
      last,
      /<a:Action s:mustUnderstand="true">http:\/\/schemas.xmlsoap.org\/ws\/2004\/09\/transfer\/Delete</,
    );
    assert.equal(body(last), '<s:Body/>');
    assert.ok(last.includes(SELECTOR));
  });

  it('use the names that the server gives shell and command, and no others', () => {
    const pool = new ClientRunspacePool({ newGuid: numberedGuids() });
    const client = new WsmanClient(pool, { url: URL, newGuid: numberedGuids(2) });
    client.open();
    const create = client.nextRequest()!;
    const other = '11111111-2222-3333-4444-555555555555';
    const shell = newShell({ ...decodeRequest(create.body), shellId: other });
    client.receiveResponse(create.id, shell.nextAnswer()!);
    assert.deepEqual(client.nextEvent(), { type: 'shellCreated', shellId: other });
    const poll = client.nextRequest()!;
    assert.equal(decodeRequest(poll.body).shellId, other);
    while (shell.nextEvent());
    shell.pool.accept();
    shell.receiveRequest(decodeRequest(poll.body));
    client.receiveResponse(poll.id, shell.nextAnswer()!);
    while (client.nextEvent());
    const pipeline = pool.createPipeline({ commands: [command('Get-Mailbox')] });
    pipeline.start();
    const requestsFor = (id: string) =>
      [client.nextRequest()!, client.nextRequest()].filter((request) => request?.pipelineId === id);
    const [run] = requestsFor(pipeline.id);
    assert.ok(run);
    client.receiveResponse(run.id, {
      status: 200,
      body: winrmAnswer(
        run.id,
        `${WINDOWS_SHELL}/CommandResponse`,
        `<rsp:CommandResponse><rsp:CommandId>${other}</rsp:CommandId></rsp:CommandResponse>`,
      ),
    });
    const receive = decodeRequest(client.nextRequest()!.body);
    assert.deepEqual([receive.operation, receive.commandId], ['Receive', other]);
  });

  it('carry a hostile address and locale as text', () => {
    const client = new WsmanClient(new ClientRunspacePool({ newGuid: numberedGuids() }), {
      url: `https://a/?"'<&>\u0000\n]]>`,
      newGuid: numberedGuids(2),
      locale: `e"n<\t`,
    });
    client.open();
    const envelope = client.nextRequest()!.body;
    const request = decodeRequest(envelope);
    assert.equal(request.locale, `e"n<\t`);
    assert.ok(text(envelope).includes(`<a:To>https://a/?&quot;'&lt;&amp;&gt;\ufffd&#xA;]]&gt;</a:To>`));
  });

  it('of answers are as WinRM writes them', () => {
    const posting = new Posting();
    posting.client.open();
    const create = decodeRequest(posting.client.nextRequest()!.body);
    const answer = text(newShell(create).nextAnswer()!.body);
    assert.match(
      answer,
      /<s:Header><a:Action>http:\/\/schemas.xmlsoap.org\/ws\/2004\/09\/transfer\/CreateResponse<\/a:Action><a:MessageID>uuid:[0-9A-F-]{36}<\/a:MessageID><p:OperationID s:mustUnderstand="false">uuid:00000000-0000-0000-0000-000000000004<\/p:OperationID><p:SequenceId>1<\/p:SequenceId><a:To>http:\/\/schemas.xmlsoap.org\/ws\/2004\/08\/addressing\/role\/anonymous<\/a:To><a:RelatesTo>uuid:00000000-0000-0000-0000-000000000003<\/a:RelatesTo><\/s:Header>/,
    );
    assert.ok(
      body(answer).startsWith(
        `<s:Body><x:ResourceCreated><a:Address>${URL}</a:Address><a:ReferenceParameters>` +
          '<w:ResourceURI>http://schemas.microsoft.com/powershell/Microsoft.Exchange</w:ResourceURI>' +
          `<w:SelectorSet><w:Selector Name="ShellId">${SHELL}</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>` +
          `<rsp:Shell><rsp:ShellId>${SHELL}</rsp:ShellId>`,
      ),
      answer,
    );
    assert.ok(
      answer.includes(
        '<rsp:Owner>LAB\\admin</rsp:Owner><rsp:ClientIP>192.0.2.1</rsp:ClientIP><rsp:IdleTimeOut>PT900.000S</rsp:IdleTimeOut>',
      ),
    );
  });
});
