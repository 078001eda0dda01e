import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  ClientRunspacePool,
  command,
  decodeRequest,
  encodeFault,
  LimitError,
  ProtocolError,
  WsmanClient,
  WsmanFaultError,
  type FaultDetails,
  type WsmanFault,
  type WsmanOperation,
} from '../../psrp';
import { REFUSALS, type RefusalKind } from '../../psrp/wsman/fault-kinds';
import { WsmanEnds } from './wsman-ends';
import { bytes, text, winrmAnswer, winrmCreated, winrmFault, winrmReceived } from './wsman-samples';

/** A client whose Create is under way. */
function opening(): { client: WsmanClient; id: string; shellId: string } {
  const client = new WsmanClient(new ClientRunspacePool({ newGuid: randomUUID }), {
    url: 'https://a/',
    newGuid: randomUUID,
  });
  client.open();
  return { client, id: client.nextRequest()!.id, shellId: client.pool.id.toUpperCase() };
}

/** A client that polls its pool. */
function polling(): { client: WsmanClient; id: string } {
  const { client, id, shellId } = opening();
  client.receiveResponse(id, { status: 200, body: winrmCreated(id, shellId) });
  client.nextEvent();
  return { client, id: client.nextRequest()!.id };
}

function poolFault(client: WsmanClient): WsmanFault {
  const event = client.nextEvent();
  assert.equal(event?.type, 'poolFault');
  return event.fault;
}

describe('faults of WSMan', () => {
  it('of every kind are written as WinRM writes them and read as the same kind', () => {
    for (const kind of Object.keys(REFUSALS) as RefusalKind[]) {
      if (kind === 'timedOut' || kind === 'commandNotFound') continue;
      const { client, id } = polling();
      client.receiveResponse(id, encodeFault({ kind }, { relatesTo: `uuid:${id.toUpperCase()}`, newGuid: randomUUID }));
      const fault = poolFault(client);
      assert.equal(fault.kind, kind);
      assert.equal(fault.code, REFUSALS[kind].code);
      assert.equal(fault.status, 500);
      assert.equal(fault.text, REFUSALS[kind].text.trim());
      assert.equal(client.pool.state, 'Broken');
    }
  });

  it('have the codes and words of a genuine one', () => {
    const { body } = encodeFault(
      { kind: 'timedOut' },
      { relatesTo: 'uuid:1', newGuid: () => 'a', machine: 'mail.example' },
    );
    assert.ok(
      text(body).includes(
        '<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:TimedOut</s:Value></s:Subcode></s:Code><s:Reason>' +
          '<s:Text xml:lang="en-US">The WS-Management service cannot complete the operation within the time specified in OperationTimeout. </s:Text>' +
          '</s:Reason><s:Detail><f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="2150858793" Machine="mail.example">' +
          '<f:Message>The WS-Management service cannot complete the operation within the time specified in OperationTimeout. </f:Message>' +
          '</f:WSManFault></s:Detail></s:Fault>',
      ),
      text(body),
    );
  });

  it('of WinRM come with code, provider, machine and text, however deep the text lies', () => {
    const inner =
      '<f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="2150858843" Machine="127.0.0.1"><f:Message>' +
      '<f:ProviderFault provider="Shell provider" path="%systemroot%\\system32\\WsmSvc.dll"><f:WSManFault Code="2150858843" Machine="127.0.0.1">' +
      '<f:Message>invalid selectors for the resource. </f:Message></f:WSManFault></f:ProviderFault></f:Message></f:WSManFault>';
    const { client, id } = polling();
    const body = winrmFault(id, {
      code: 's:Sender',
      subcode: 'w:InvalidSelectors',
      reason: 'The reason. ',
      detail: inner,
    });
    client.receiveResponse(id, { status: 500, body });
    assert.deepEqual(poolFault(client), {
      kind: 'shellNotFound',
      status: 500,
      subcode: 'InvalidSelectors',
      code: 2150858843,
      machine: '127.0.0.1',
      provider: 'Shell provider',
      text: 'invalid selectors for the resource.',
    });
  });

  it('without the detail of WinRM are known by their subcode and reason', () => {
    const { client, id } = polling();
    const body = winrmFault(id, { code: 's:Sender', subcode: 'w:AccessDenied', reason: 'No.', detail: '' });
    client.receiveResponse(id, { status: 500, body });
    const { kind, code, text: says } = poolFault(client);
    assert.deepEqual({ kind, code, says }, { kind: 'accessDenied', code: undefined, says: 'No.' });
  });

  it('of quotas and of load are told apart', () => {
    const kinds = [2150859173, 2150859174, 2150859236, 2150859175, 2150859176, 2150859240].map((code) => {
      const { client, id } = polling();
      const detail = `<f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="${code}"><f:Message>Quota</f:Message></f:WSManFault>`;
      const body = winrmFault(id, { code: 's:Sender', subcode: 'w:QuotaLimit', reason: 'Quota', detail });
      client.receiveResponse(id, { status: 500, body });
      return poolFault(client).kind;
    });
    assert.deepEqual(kinds, [
      'quotaExceeded',
      'quotaExceeded',
      'quotaExceeded',
      'serverBusy',
      'serverBusy',
      'serverBusy',
    ]);
  });

  for (const [what, status, page, says] of [
    ['a refused log-on', 401, '', ''],
    [
      'a proxy',
      503,
      '<html><head><style>p { color: red }</style></head><body><h1>Service\n unavailable</h1></body></html>',
      'Service unavailable',
    ],
    ['an endless page', 404, `<p>${'word '.repeat(1000)}`, 'word '.repeat(60).slice(0, 300)],
    [
      'another SOAP answer',
      502,
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>odd</s:Body></s:Envelope>',
      'odd',
    ],
    ['bytes that are no text', 500, '\u0000\u0001\ufffd', '\u00ef\u00bf\u00bd'],
  ] as const) {
    it(`are also made of what ${what} answers`, () => {
      const { client, id } = opening();
      client.receiveResponse(id, { status, body: bytes(page) });
      const fault = poolFault(client);
      assert.equal(fault.kind, 'http');
      assert.equal(fault.status, status);
      assert.equal(fault.text, says);
      client.closePool();
      assert.deepEqual([client.nextRequest(), client.nextEvent()?.type], [undefined, 'poolClosed']);
    });
  }

  for (const operation of ['Command', 'Send', 'Receive', 'Signal'] as WsmanOperation[]) {
    it(`of a pipeline's ${operation} end that pipeline, and no other`, () => {
      let refusing: FaultDetails | undefined;
      const ends = WsmanEnds.opened({
        refuse: (request) => (request.operation === operation && request.commandId ? refusing : undefined),
      });
      const run = (): ReturnType<typeof ends.client.pool.createPipeline> => {
        const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-X')], hasInput: true });
        pipeline.start();
        return pipeline;
      };
      refusing = operation === 'Signal' ? undefined : { kind: 'serverBusy' };
      const pipeline = run();
      pipeline.send('x');
      ends.run();
      refusing = { kind: 'serverBusy' };
      if (operation === 'Signal') ends.client.stop(pipeline);
      ends.run();
      const [fault, ...more] = ends.of('pipelineFault');
      assert.deepEqual(more, []);
      assert.equal(fault?.operation, operation);
      assert.equal(fault.pipelineId, pipeline.id);
      assert.equal(fault.fault.kind, 'serverBusy');
      refusing = undefined;
      const before = ends.posted.length;
      ends.client.closePipeline(pipeline);
      ends.run();
      assert.equal(ends.of('pipelineClosed').length, 1);
      assert.deepEqual(ends.log(before), operation === 'Command' ? [] : ['Signal']);
      const next = run();
      ends.run();
      ends.shell.pool.pipeline(next.id)!.complete();
      ends.run();
      assert.equal(next.state, 'Completed');
    });
  }

  it('of a close are told, and the pipeline is closed as far as this end goes', () => {
    const ends = WsmanEnds.opened({
      refuse: ({ operation }) => (operation === 'Signal' ? { kind: 'serverBusy' } : undefined),
      serve: ({ pipeline }) => {
        pipeline.start();
        pipeline.complete();
      },
    });
    const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-X')] });
    pipeline.start();
    ends.run();
    ends.client.closePipeline(pipeline);
    ends.run();
    assert.deepEqual(
      ends.clientEvents.slice(-2).map(({ type }) => type),
      ['pipelineFault', 'pipelineClosed'],
    );
    assert.equal(ends.client.pool.state, 'Opened');
  });

  it('are made of a command that the server calls done before it has told its state', () => {
    const ends = WsmanEnds.opened();
    const pipeline = ends.client.pool.createPipeline({ commands: [command('Get-X')] });
    pipeline.start();
    ends.run();
    const { id } = ends.client.pendingRequests.find(({ pipelineId }) => pipelineId === pipeline.id)!;
    const done = text(winrmReceived(id, [])).replace(
      '<rsp:ReceiveResponse>',
      '<rsp:ReceiveResponse><rsp:CommandState State="http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done"/>',
    );
    ends.client.receiveResponse(id, { status: 200, body: bytes(done) });
    ends.run();
    assert.match(ends.of('pipelineFault')[0]!.fault.text, /without telling how/);
    assert.equal(ends.client.pool.state, 'Opened');
  });

  it('of a Create break the pool, and nothing is to be deleted', () => {
    const ends = WsmanEnds.opened({ refuse: () => ({ kind: 'quotaExceeded' }) });
    assert.equal(ends.of('poolFault')[0]?.fault.kind, 'quotaExceeded');
    assert.equal(ends.client.pool.state, 'Broken');
    ends.client.closePool();
    ends.run();
    assert.deepEqual(ends.log(), ['Create *']);
    assert.equal(ends.of('poolClosed').length, 1);
  });

  it('of a Delete leave the shell, and closePool tries again', () => {
    let isRefusing = true;
    const ends = WsmanEnds.opened({
      refuse: ({ operation }) => (operation === 'Delete' && isRefusing ? { kind: 'serverBusy' } : undefined),
    });
    ends.client.closePool();
    ends.run();
    assert.equal(ends.of('poolFault')[0]?.operation, 'Delete');
    assert.equal(ends.shells.size, 1);
    isRefusing = false;
    ends.client.closePool();
    ends.run();
    assert.equal(ends.shells.size, 0);
    assert.equal(ends.of('poolClosed').length, 1);
  });

  it('of a shell that the server has closed end the pool', () => {
    const ends = WsmanEnds.opened();
    ends.shells.clear();
    ends.client.pool.createPipeline({ commands: [command('Get-X')] }).start();
    ends.run();
    assert.equal(ends.of('pipelineFault')[0]?.operation, 'Command');
  });
});

describe('an answer that cannot be trusted', () => {
  const entity = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><s>&b;</s>';
  for (const [what, body, error] of [
    ['nothing', '', ProtocolError],
    ['HTML', '<html><body>Sign in</body></html>', ProtocolError],
    ['cut short', '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>', ProtocolError],
    [
      'SOAP 1.1',
      '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body/></s:Envelope>',
      ProtocolError,
    ],
    ['a document type', entity, ProtocolError],
    ['an unknown entity', '<s>&b;</s>', ProtocolError],
    ['an unknown prefix', '<s:Envelope/>', ProtocolError],
    ['elements within each other', '<a>'.repeat(50) + '</a>'.repeat(50), LimitError],
    ['many elements', `<a>${'<b/>'.repeat(100_000)}</a>`, LimitError],
    ['many attributes', `<a ${Array.from({ length: 1000 }, (_, at) => `b${at}=""`).join(' ')}/>`, LimitError],
    ['huge', `<a>${'A'.repeat(2_000_000)}</a>`, LimitError],
  ] as const) {
    it(`because it is ${what} breaks the pool`, () => {
      const { client, id } = opening();
      assert.throws(() => {
        client.receiveResponse(id, { status: 200, body: bytes(body) });
      }, error);
      assert.equal(client.pool.state, 'Broken');
      assert.equal(client.nextRequest(), undefined);
      client.closePool();
      assert.equal(client.nextRequest()?.operation, 'Delete');
    });
  }

  for (const [what, answer] of [
    ['answers another request', (id: string) => winrmReceived(id.replace(/./g, '0'), [])],
    [
      'answers no request',
      (id: string) => bytes(text(winrmReceived(id, [])).replace(/<a:RelatesTo>.*<\/a:RelatesTo>/, '')),
    ],
    ['answers another operation', (id: string) => winrmCreated(id, 'A')],
    [
      'has no body of its kind',
      (id: string) => winrmAnswer(id, 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell/ReceiveResponse', ''),
    ],
    ['is not base64', (id: string) => bytes(text(winrmReceived(id, [bytes('abcdef')])).replace(/YWJj/, 'Y~J'))],
    ['is not a fragment', (id: string) => winrmReceived(id, [bytes('this is no fragment of PSRP')])],
    ['is not UTF-8', (id: string) => Buffer.concat([winrmReceived(id, []), Buffer.from([0xff, 0xfe])])],
  ] as const) {
    it(`because it ${what} breaks the pool`, () => {
      const { client, id } = polling();
      assert.throws(() => {
        client.receiveResponse(id, { status: 200, body: answer(id) });
        client.nextEvent();
      }, ProtocolError);
      assert.equal(client.pool.state, 'Broken');
    });
  }

  it('because it names another action breaks the pool, even if nothing else is in it', () => {
    const { client } = polling();
    client.closePool();
    const { id, operation } = client.nextRequest()!;
    assert.equal(operation, 'Delete');
    assert.throws(() => {
      client.receiveResponse(id, { status: 200, body: winrmReceived(id, []) });
    }, ProtocolError);
  });

  it('is read with comments, CDATA, character references and other prefixes than WinRM has', () => {
    const { client, id } = opening();
    const odd = text(winrmCreated(id, 'SHELL&#x31;<![CDATA[2]]><!-- x -->'))
      .replace(/(<\/?)s:/g, '$1soap:')
      .replace('xmlns:s=', 'xmlns:soap=');
    client.receiveResponse(id, { status: 200, body: bytes(`<?xml version="1.0"?>${odd}`) });
    assert.deepEqual(client.nextEvent(), { type: 'shellCreated', shellId: 'SHELL12' });
  });
});

describe('a request that a server refuses', () => {
  const { client, id: createId } = opening();
  const create = text(client.pendingRequests.find(({ id }) => id === createId)!.body);
  const receive = text(polling().client.pendingRequests[0]!.body);
  const without = (envelope: string, name: string): string =>
    envelope.replace(new RegExp(`<[aw]:${name}\\b[^>]*>.*?</[aw]:${name}>`), '');

  for (const [what, envelope, kind] of [
    ['is not XML', 'POST', 'invalidXml'],
    ['has a document type', `<!DOCTYPE a>${create}`, 'invalidXml'],
    ['has no Action', without(create, 'Action'), 'headerRequired'],
    ['has no MessageID', without(create, 'MessageID'), 'headerRequired'],
    ['has no To', without(create, 'To'), 'headerRequired'],
    ['has no ResourceURI', without(create, 'ResourceURI'), 'headerRequired'],
    ['has no ReplyTo', without(create, 'ReplyTo'), 'headerRequired'],
    ['wants its answer elsewhere', create.replace('/role/anonymous', '/role/other'), 'invalidHeader'],
    ['has another action', create.replace('/Create<', '/Enumerate<'), 'actionNotSupported'],
    [
      'has a header that must be understood and is not',
      create.replace('<a:To>', '<z:Odd xmlns:z="urn:z" s:mustUnderstand="1"/><a:To>'),
      'mustUnderstand',
    ],
    [
      'wants its output compressed',
      create.replace('<a:To>', '<rsp:CompressionType s:mustUnderstand="true">xpress</rsp:CompressionType><a:To>'),
      'mustUnderstand',
    ],
    [
      'has an option that must be complied with and cannot',
      create.replace('"protocolversion"', '"other"'),
      'invalidOptions',
    ],
    ['has a negative time-out', create.replace('PT60.000S', '-PT1S'), 'invalidHeader'],
    ['has a time-out that is none', create.replace('PT60.000S', 'PT-1S'), 'invalidHeader'],
    ['takes almost no answer', create.replace('>512000<', '>1000<'), 'envelopeTooLarge'],
    ['has a size that is none', create.replace('>512000<', '>big<'), 'invalidHeader'],
    ['has no body of its kind', create.replace(/<s:Body>.*<\/s:Body>/, '<s:Body/>'), 'invalidXml'],
    ['is not base64', create.replace(/(<creationXml[^>]*>).{4}/, '$1~~~~'), 'invalidXml'],
    ['names no shell', without(receive, 'SelectorSet'), 'shellNotFound'],
    [
      'names a command that cannot be',
      receive.replace('<rsp:DesiredStream>', '<rsp:DesiredStream CommandId="1">'),
      'commandNotFound',
    ],
    ['is huge', `${create}${' '.repeat(2_000_000)}`, 'envelopeTooLarge'],
  ] as const) {
    it(`because it ${what} is told so`, () => {
      assert.throws(
        () => decodeRequest(bytes(envelope)),
        (error) => error instanceof WsmanFaultError && error.details.kind === kind,
      );
    });
  }

  it('is otherwise taken with headers that need not be understood, also as another client writes it', () => {
    assert.equal(
      decodeRequest(bytes(create.replace('<a:To>', '<z:Odd xmlns:z="urn:z" s:mustUnderstand="false"/><a:To>')))
        .operation,
      'Create',
    );
    const request = decodeRequest(
      bytes(receive.replace(/(<\/?)rsp:/g, '$1shell:').replace('xmlns:rsp', 'xmlns:shell')),
    );
    assert.equal(request.operation, 'Receive');
    assert.equal(request.operationTimeoutMs, 60_000);
    assert.equal(request.options.get('wsman_cmdshell_option_keepalive'), 'TRUE');
  });
});
