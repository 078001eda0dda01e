import assert from 'node:assert/strict';
import {
  bag,
  command,
  encodeErrorRecord,
  errorRecord,
  InvalidStateError,
  PSDateTime,
  PSDictionary,
  PSObject,
  script,
  type InvocationInfo,
  type PipelineDefinition,
  type ServerEvent,
} from '../../psrp';
import { BothEnds } from './both-ends';

const getDate: PipelineDefinition = { commands: [command('Get-Date')] };

const invocationInfo: InvocationInfo = {
  commandName: 'Get-Mailbox',
  invocationName: 'Get-Mailbox',
  line: 'Get-Mailbox x',
  offsetInLine: 1,
  scriptLineNumber: 1,
  scriptName: undefined,
  positionMessage: 'At line:1 char:1',
  pipelineLength: 1,
  pipelinePosition: 1,
  historyId: 3,
  expectingInput: false,
  boundParameters: new PSDictionary(new Map([['Identity', 'x']])),
  unboundArguments: [],
};

function created(events: readonly ServerEvent[]): PipelineDefinition {
  const event = events.find(({ type }) => type === 'createPipeline');
  assert.ok(event?.type === 'createPipeline');
  return event.definition;
}

describe('psrp pipeline', () => {
  it('NotStarted is only known to its client', () => {
    const ends = BothEnds.opened();
    const pipeline = ends.client.createPipeline(getDate);
    assert.deepEqual([pipeline.state, ends.client.dataToSend()], ['NotStarted', undefined]);
    assert.throws(() => {
      pipeline.send(1);
    }, InvalidStateError);
  });

  it('Running has arrived with its commands, arguments and merges', () => {
    const ends = BothEnds.opened();
    const definition: PipelineDefinition = {
      commands: [
        {
          ...command('Get-Mailbox', { Identity: "o'neil$(1)", Archive: true, Filter: null }),
          merge: { Error: 'Output', Warning: 'Null' },
        },
        { name: 'Select-Object', arguments: [{ value: ['Name', 'Guid'] }], useLocalScope: true },
      ],
      moreStatements: [[script('param($a) $a', 5)]],
      hasInput: true,
      addInvocationInfo: true,
    };
    ends.pipeline(definition);
    const { commands, moreStatements, hasInput, addInvocationInfo } = created(ends.serverEvents);
    assert.deepEqual(commands[0]?.arguments, [
      { name: 'Identity', value: "o'neil$(1)" },
      { name: 'Archive', value: true },
      { name: 'Filter', value: null },
    ]);
    assert.deepEqual(commands[0].merge, { Error: 'Output', Warning: 'Null' });
    assert.deepEqual(commands[1]?.arguments, [{ name: undefined, value: ['Name', 'Guid'] }]);
    assert.deepEqual([commands[0].useLocalScope, commands[1].useLocalScope], [undefined, true]);
    assert.deepEqual(
      moreStatements?.map((statement) => statement.map(({ name, isScript }) => [name, isScript])),
      [[['param($a) $a', true]]],
    );
    assert.deepEqual([hasInput, addInvocationInfo], [true, true]);
  });

  it('Running in 2.1 merges only errors', () => {
    const ends = BothEnds.opened({ protocolVersion: '2.1' });
    ends.pipeline({ commands: [{ name: 'Get-Date', merge: { Error: 'Output', Warning: 'Output' } }] });
    assert.deepEqual(created(ends.serverEvents).commands[0]?.merge, { Error: 'Output' });
  });

  it('Running takes input and its end', () => {
    const ends = BothEnds.opened();
    const { client } = ends.pipeline({ ...getDate, hasInput: true });
    client.send('one');
    assert.throws(() => {
      client.send(null);
    }, RangeError);
    client.send([1, 2]);
    client.endInput();
    ends.run();
    const input = ends.serverEvents.filter(({ type }) => type === 'input' || type === 'endOfInput');
    assert.deepEqual(
      input.map((event) => ('value' in event ? event.value : 'end')),
      ['one', [1, 2], 'end'],
    );
    assert.throws(() => {
      client.send('more');
    }, InvalidStateError);
  });

  it('Running has its input in payloads of their own: PowerShell loses what comes with the command', () => {
    const ends = BothEnds.opened();
    const pipeline = ends.client.createPipeline({ ...getDate, hasInput: true });
    pipeline.start();
    pipeline.send('one');
    const [first, second] = [ends.client.dataToSend()!.data, ends.client.dataToSend()!.data];
    const has = (data: Uint8Array, text: string): boolean => Buffer.from(data).includes(text);
    assert.deepEqual([has(first, 'Get-Date'), has(first, '>one<'), has(second, '>one<')], [true, false, true]);
  });

  it('Running without input takes none', () => {
    const { client } = BothEnds.opened().pipeline(getDate);
    assert.throws(() => {
      client.endInput();
    }, InvalidStateError);
  });

  it('Running writes all streams, in order', () => {
    const ends = BothEnds.opened();
    const { client, server } = ends.pipeline(getDate);
    const start = ends.clientEvents.length;
    const time = new PSDateTime(1_700_000_000, 100);
    server.writeOutput(bag([['a', 1]]));
    server.writeOutput(null);
    server.writeInformational('Warning', { message: 'careful', invocationInfo });
    server.writeInformational('Verbose', { message: 'chatty' });
    server.writeInformational('Debug', { message: '' });
    const progress = {
      activityId: 1,
      activity: 'working',
      statusDescription: 'on it',
      currentOperation: undefined,
      parentActivityId: -1,
      percentComplete: 50,
      secondsRemaining: 9,
      recordType: 'Processing',
    } as const;
    server.writeProgress(progress);
    const information = {
      messageData: bag([['Message', 'hello']]),
      source: 'Write-Host',
      timeGenerated: time,
      tags: ['PSHOST'],
      user: 'anna',
      computer: 'ex1',
      processId: 42,
    };
    server.writeInformation(information);
    server.complete();
    ends.run();
    const events = ends.clientEvents.slice(start).map(({ type, ...rest }) => [type, rest] as const);
    const pipelineId = client.id;
    assert.deepEqual(events, [
      ['output', { pipelineId, value: bag([['a', 1]]) }],
      ['output', { pipelineId, value: null }],
      ['warning', { pipelineId, record: { message: 'careful', invocationInfo } }],
      ['verbose', { pipelineId, record: { message: 'chatty' } }],
      ['debug', { pipelineId, record: { message: '' } }],
      ['progress', { pipelineId, record: progress }],
      ['information', { pipelineId, record: information }],
      ['pipelineState', { pipelineId, state: 'Completed', error: undefined }],
    ]);
    assert.equal(client.state, 'Completed');
  });

  it('Running with a client before 2.3 has no information stream', () => {
    const ends = BothEnds.opened({ protocolVersion: '2.2' });
    const { server } = ends.pipeline(getDate);
    const { messageData, ...rest } = {
      messageData: 'a',
      source: undefined,
      timeGenerated: undefined,
      tags: [],
      user: undefined,
      computer: undefined,
      processId: undefined,
    };
    server.writeInformation({ messageData, ...rest });
    ends.run();
    assert.equal(ends.of('information').length, 0);
  });

  it('Running writes whole error records, and goes on', () => {
    const ends = BothEnds.opened();
    const { server } = ends.pipeline(getDate);
    const record = errorRecord("The operation couldn't be performed", {
      exception: {
        typeNames: ['Microsoft.Exchange.ManagementObjectNotFoundException', 'System.Exception'],
        message: "The operation couldn't be performed",
        hResult: -2146233088,
        stackTrace: 'at a\n at b',
        inner: {
          typeNames: ['System.IO.IOException'],
          message: 'inner',
          inner: { typeNames: [], message: 'innermost' },
        },
      },
      fullyQualifiedErrorId:
        '[Server=EX1,RequestId=1] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] 7C3,Get-Mailbox',
      category: {
        category: 'ObjectNotFound',
        activity: 'Get-Mailbox',
        reason: 'NotFound',
        targetName: 'x',
        targetType: 'String',
        message: 'ObjectNotFound: (x:String)',
      },
      errorDetails: { message: 'shown instead', recommendedAction: 'try again' },
      targetObject: 'x',
      scriptStackTrace: 'at <ScriptBlock>, <No file>: line 1',
      invocationInfo,
      pipelineIterationInfo: [0, 1],
    });
    server.writeError(record);
    ends.run();
    const { record: read } = ends.of('error')[0]!;
    assert.equal(read.message, 'shown instead');
    assert.equal(read.exception?.message, "The operation couldn't be performed");
    assert.equal(read.exception.hResult, -2146233088);
    assert.equal(read.exception.stackTrace, 'at a\n at b');
    assert.equal(read.exception.inner?.inner?.message, 'innermost');
    assert.deepEqual(read.categoryInfo, record.categoryInfo);
    assert.deepEqual(read.errorDetails, record.errorDetails);
    assert.deepEqual(read.invocationInfo, invocationInfo);
    assert.deepEqual(read.pipelineIterationInfo, [0, 1]);
    assert.deepEqual(
      [read.fullyQualifiedErrorId, read.targetObject, read.scriptStackTrace],
      [record.fullyQualifiedErrorId, 'x', record.scriptStackTrace],
    );
    assert.equal(read.object?.isOfType('System.Management.Automation.ErrorRecord'), true);
  });

  it('Running survives odd error records', () => {
    const ends = BothEnds.opened();
    const { server } = ends.pipeline(getDate);
    const odd = encodeErrorRecord(errorRecord('a'));
    server.writeError({ ...errorRecord('no exception'), exception: undefined });
    assert.ok(odd instanceof PSObject);
    ends.run();
    assert.equal(ends.of('error')[0]?.record.message, 'no exception');
  });

  it('Failed tells what ended it', () => {
    const ends = BothEnds.opened();
    const { client, server } = ends.pipeline(getDate);
    server.fail(
      errorRecord("The term 'Get-X' is not recognized", { fullyQualifiedErrorId: 'CommandNotFoundException' }),
    );
    ends.run();
    const [end] = ends.of('pipelineState');
    assert.deepEqual(
      [end?.state, end?.error?.fullyQualifiedErrorId, client.state],
      ['Failed', 'CommandNotFoundException', 'Failed'],
    );
    assert.throws(() => {
      server.writeOutput(1);
    }, InvalidStateError);
  });

  it('Stopping becomes Stopped, with the exception that says so', () => {
    const ends = BothEnds.opened();
    const { client, server } = ends.pipeline(getDate);
    client.beginStop();
    server.beginStop();
    server.writeOutput('written before it knew');
    server.stop();
    assert.equal(client.state, 'Stopping');
    ends.run();
    const [end] = ends.of('pipelineState');
    assert.deepEqual(
      [end?.state, end?.error?.fullyQualifiedErrorId, client.state],
      ['Stopped', 'PipelineStopped', 'Stopped'],
    );
  });

  it('Stopping drops the input that was not sent', () => {
    const ends = BothEnds.opened();
    const { client } = ends.pipeline({ ...getDate, hasInput: true });
    client.send('a'.repeat(1000));
    client.send('never sent');
    assert.ok(ends.client.dataToSend({ maxBytes: 100 }));
    client.beginStop();
    const rest = Buffer.from(ends.client.dataToSend()!.data).toString('latin1');
    assert.match(rest, /aaa<\/S>$/, 'the message that was sent in part is completed');
    assert.deepEqual([ends.client.dataToSend(), ends.client.pendingBytes], [undefined, 0]);
  });

  it('Stopping before it was sent still lets the server know it', () => {
    const ends = BothEnds.opened();
    const pipeline = ends.client.createPipeline(getDate);
    pipeline.start();
    pipeline.beginStop();
    ends.run();
    assert.equal(ends.server.openPipelines.length, 1);
  });

  it('Running answers its host calls on a stream of their own', () => {
    const ends = BothEnds.opened();
    const { client, server } = ends.pipeline(getDate);
    server.callHost(1, 26, []);
    ends.run();
    ends.client.respondToHostCall(ends.of('pipelineHostCall')[0]!.call, 'y', client.id);
    const { stream, pipelineId } = ends.client.dataToSend()!;
    assert.deepEqual([stream, pipelineId], ['PromptResponse', client.id]);
  });

  it('Completed and closed is forgotten by both ends', () => {
    const ends = BothEnds.opened();
    const { client, server } = ends.pipeline(getDate);
    server.complete();
    ends.run();
    client.close();
    server.close();
    assert.equal(ends.server.openPipelines.length, 0);
    assert.throws(() => {
      client.beginStop();
    }, InvalidStateError);
  });

  it('Running may be one of several', () => {
    const ends = BothEnds.opened({ maxRunspaces: 2 }, {}, { maxBytes: 50, pieceBytes: 3 });
    const [one, two] = [ends.pipeline(getDate), ends.pipeline(getDate)];
    for (let at = 0; at < 3; at++) {
      one.server.writeOutput(`one ${at}`);
      two.server.writeOutput(`two ${at}`);
    }
    ends.run();
    const of = (id: string): unknown[] =>
      ends
        .of('output')
        .filter((event) => event.pipelineId === id)
        .map(({ value }) => value);
    assert.deepEqual(
      [of(one.client.id), of(two.client.id)],
      [
        ['one 0', 'one 1', 'one 2'],
        ['two 0', 'two 1', 'two 2'],
      ],
    );
  });

  it('Running may call the host, and gets the answer', () => {
    const ends = BothEnds.opened();
    const { client, server } = ends.pipeline(getDate);
    server.callHost(1, 26, ['Are you sure?']);
    ends.run();
    const [asked] = ends.of('pipelineHostCall');
    ends.client.respondToHostCall(asked!.call, 0, client.id);
    ends.run();
    const answer = ends.serverEvents.find(({ type }) => type === 'hostResponse');
    assert.ok(answer?.type === 'hostResponse');
    assert.deepEqual([answer.response.result, answer.pipeline?.id], [0, client.id]);
  });
});
