import * as assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { decode, type DecodeOptions } from '../../cli/decode';
import { CliError } from '../../cli/cli-error';
import { encodeFrame, jsonToMessage } from '../../protocol';

const MANAGE = [
  { sequence: '1', start: { runId: 'r', connectionId: 'c', isFull: true } },
  { sequence: '2', partnerships: [{ guid: 'g' }] },
];
const SECURITY = [
  { sequence: '1', outcomes: [{ actionId: 'a', state: 'ACTION_STATE_SUCCEEDED' }] },
  { sequence: '2', summary: { outcome: 'RUN_OUTCOME_SUCCEEDED', changes: 1 } },
];

const delimited = (message: string, all: readonly object[]): Buffer =>
  Buffer.concat(all.map((json) => encodeFrame(jsonToMessage(message, json))));

/** What decode prints for the bytes, and the sentence with which it gives up, if it does. */
async function decoded(bytes: Uint8Array, options: DecodeOptions = {}): Promise<{ text: string; error: string }> {
  const output = new PassThrough();
  let text = '';
  output.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) => bytes.subarray(n * 7, n * 7 + 7));
  try {
    await decode(Readable.from(pieces, { objectMode: false }), output, options, 'results');
    return { text, error: '' };
  } catch (error) {
    assert.ok(error instanceof CliError, String(error));
    await new Promise(setImmediate);
    return { text, error: error.message };
  }
}

const lines = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

describe('decode', () => {
  it('prints results as canonical JSON, and guesses of which task they are', async () => {
    assert.deepEqual(lines((await decoded(delimited('ManageResult', MANAGE))).text), MANAGE);
    assert.deepEqual(lines((await decoded(delimited('SecurityResult', SECURITY))).text), SECURITY);
  });

  it('prints any message that it is told to', async () => {
    const settings = { contractVersion: '1.0', connection: { id: 'one' } };
    const bytes = jsonToMessage('ManageSettings', settings);
    assert.deepEqual(lines((await decoded(bytes, { message: 'ManageSettings', single: true })).text), [settings]);
    assert.match(
      (await decoded(bytes, { message: 'Nothing' })).error,
      /no message Nothing\. There are: .*ManageResult/,
    );
  });

  it('prints text as protoc --decode does', async () => {
    const { text } = await decoded(delimited('ManageResult', MANAGE), { text: true });
    assert.match(text, /^sequence: 1\nstart \{\n {2}run_id: "r"\n/);
    assert.match(text, /\n\nsequence: 2\npartnerships \{\n {2}guid: "g"\n\}\n$/);
  });

  it('prints what is whole of a file that was cut off, and says so', async () => {
    const bytes = delimited('ManageResult', MANAGE);
    const { text, error } = await decoded(bytes.subarray(0, -1));
    assert.deepEqual(lines(text), MANAGE.slice(0, 1));
    assert.match(error, /^results, message 2: The input ends in the middle of a message/);
  });

  it('says where a file is no results', async () => {
    assert.match((await decoded(Buffer.alloc(20, 0xff))).error, /^results, message 1: .*no valid length/);
    assert.match((await decoded(encodeFrame(Buffer.from('no protobuf')))).error, /^results, message 1: This is no/);
    assert.deepEqual(await decoded(Buffer.alloc(0)), { text: '', error: '' });
  });

  it('stops quietly when nobody reads any more', async () => {
    const output = new PassThrough();
    output.destroy(new Error('write EPIPE'));
    await decode(Readable.from([delimited('ManageResult', MANAGE)]), output, {}, 'results');
  });
});
