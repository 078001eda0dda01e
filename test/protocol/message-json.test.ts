import * as assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { jsonToMessage, MessageJsonError, messageToJson } from '../../protocol/message-json';
import { messageNames } from '../../protocol/reflection';
import { findPython, generatePythonMessages } from '../host/python';
import { randomJson } from './random-message';

function refusal(message: string, json: unknown): MessageJsonError {
  try {
    jsonToMessage(message, json);
  } catch (error) {
    assert.ok(error instanceof MessageJsonError, String(error));
    return error;
  }
  return assert.fail('accepted');
}

/** Writes and reads each sample with python3-protobuf's json_format. */
const PYTHON = `
import base64, json, sys, importlib
from google.protobuf import json_format
modules = [importlib.import_module('easconnector.v1.%s_pb2' % m)
           for m in 'access action connection inventory problem process result settings'.split()]
def cls(name): return next(getattr(m, name) for m in modules if hasattr(m, name))
out = []
for sample in json.load(sys.stdin):
    message = cls(sample['message'])()
    message.ParseFromString(base64.b64decode(sample['bytes']))
    again = cls(sample['message'])()
    json_format.ParseDict(sample['json'], again)
    out.append({'json': json_format.MessageToDict(message), 'same': again == message,
                'snake': json_format.MessageToDict(message, preserving_proto_field_name=True)})
json.dump(out, sys.stdout)
`;

describe('the JSON form of messages', () => {
  it('writes names, enums, 64-bit numbers, bytes, times, durations and maps as proto3 JSON has them', () => {
    const json = {
      at: '2026-11-22T08:30:00.250Z',
      level: 'LOG_LEVEL_WARN',
      message: 'Grüße',
      fields: { mailbox: 'a@b.example', __proto__x: '1' },
    };
    assert.deepEqual(messageToJson('LogRecord', jsonToMessage('LogRecord', json)), json);
    const result = { sequence: '18446744073709551615', payload: '/+8=' };
    assert.deepEqual(messageToJson('Result', jsonToMessage('Result', result)), result);
    const count = { cmdlet: 'X', calls: 3, waited: '3.500s' };
    assert.deepEqual(messageToJson('CommandCount', jsonToMessage('CommandCount', { ...count, waited: '3.5s' })), count);
  });

  it('leaves defaults out, but keeps those of optional fields', () => {
    const bytes = jsonToMessage('HostSettings', { enabled: false, computerName: '' });
    assert.deepEqual(messageToJson('HostSettings', bytes), { enabled: false });
    assert.deepEqual(messageToJson('HostSettings', new Uint8Array()), {});
  });

  it('takes both spellings of a name and numbers of enums', () => {
    const one = jsonToMessage('LogRecord', { level: 3 });
    assert.deepEqual(messageToJson('LogRecord', one), { level: 'LOG_LEVEL_WARN' });
    const snake = jsonToMessage('HostSettings', { computer_name: 'EX01' });
    assert.deepEqual(messageToJson('HostSettings', snake), { computerName: 'EX01' });
  });

  it('keeps enum numbers that it has no name for', () => {
    const bytes = jsonToMessage('LogRecord', { level: 99 });
    assert.deepEqual(messageToJson('LogRecord', bytes), { level: 99 });
  });

  it('ignores members that it does not know, at any depth', () => {
    const bytes = jsonToMessage('ManageSettings', {
      contractVersion: '1.0',
      later: { x: 1 },
      connection: { id: 'one', newer: [1], exchangeOnline: { tenant: 't', alsoNew: null } },
      constructor: 1,
    });
    assert.deepEqual(messageToJson('ManageSettings', bytes), {
      contractVersion: '1.0',
      connection: { id: 'one', exchangeOnline: { tenant: 't' } },
    });
  });

  it('says where a value is wrong and what it should be', () => {
    const cases: [string, unknown, string, RegExp][] = [
      ['ManageSettings', { connection: { id: 5 } }, 'connection.id', /expected a string/],
      [
        'ManageSettings',
        { connection: { exchange_online: { cloud: 'MOON' } } },
        'connection.exchange_online.cloud',
        /one of CLOUD_/,
      ],
      [
        'SecuritySettings',
        { actions: [{ id: 'a' }, { wipe: { kind: true } }] },
        'actions[1].wipe.kind',
        /one of WIPE_KIND_/,
      ],
      ['SecuritySettings', { actions: {} }, 'actions', /expected an array/],
      ['SecuritySettings', { actions: [null] }, 'actions[0]', /expected an object/],
      ['ManageSettings', { limits: { runTimeout: 300 } }, 'limits.runTimeout', /such as "300s"/],
      ['ManageSettings', { limits: { maxConcurrentCommands: -1 } }, 'limits.maxConcurrentCommands', /from 0 to/],
      ['ManageSettings', { host: { issuedAt: 'yesterday' } }, 'host.issuedAt', /RFC 3339/],
      ['ManageSettings', { host: { enabled: 'yes' } }, 'host.enabled', /true or false/],
      ['LogRecord', { fields: { a: '1', b: 2 } }, 'fields["b"]', /expected a string/],
      ['LogRecord', { fields: [] }, 'fields', /expected an object/],
      ['Result', { payload: '*' }, 'payload', /base64/],
      ['HostSettings', { computerName: 'a', computer_name: 'b' }, 'computer_name', /duplicate/],
      ['Action', { wipe: {}, cancelWipe: {} }, 'cancelWipe', /oneof/],
      ['ManageSettings', [], '', /expected an object/],
      ['ManageSettings', null, '', /expected an object/],
    ];
    for (const [message, json, path, reason] of cases) {
      const error = refusal(message, json);
      assert.equal(error.path, path);
      assert.match(error.reason, reason);
    }
  });

  it('never quotes a value, which may be a secret in the wrong place', () => {
    const secret = 'hunter2-hunter2';
    for (const json of [
      { connection: { exchangeOnline: { clientSecret: [secret] } } },
      { connection: { exchangeOnline: { clientSecret: { value: secret } } } },
      { connection: { transport: secret } },
      { host: { enabled: secret } },
      { host: secret },
      secret,
    ]) {
      assert.doesNotMatch(refusal('ManageSettings', json).message, /hunter2/);
    }
  });

  it('refuses bytes that are not the message', () => {
    assert.throws(() => messageToJson('ManageResult', Uint8Array.of(0x0a, 0x7f, 1)), MessageJsonError);
    assert.throws(
      () => messageToJson('LogRecord', Uint8Array.of(0x0a, 0x08, 0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)),
      MessageJsonError,
    );
  });

  it('round-trips every message of the contract', () => {
    for (const message of messageNames()) {
      fc.assert(
        fc.property(randomJson(message), (json) => {
          assert.deepEqual(messageToJson(message, jsonToMessage(message, json)), json);
        }),
        { numRuns: 8 },
      );
    }
  });

  it('does nothing worse than refuse on random bytes and random JSON', () => {
    const refused = (attempt: () => unknown): void => {
      try {
        attempt();
      } catch (error) {
        assert.ok(error instanceof MessageJsonError, String(error));
      }
    };
    fc.assert(
      fc.property(fc.constantFrom(...messageNames()), fc.uint8Array(), fc.jsonValue(), (message, bytes, json) => {
        refused(() => messageToJson(message, bytes));
        refused(() => jsonToMessage(message, json));
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with python3-protobuf's json_format on every message", function () {
    const python = findPython();
    if (python === undefined) {
      console.log('      skipped: python3-protobuf and protoc are not installed');
      this.skip();
    }
    const samples = messageNames().flatMap((message) =>
      fc.sample(randomJson(message), { numRuns: 4, seed: 7 }).map((json) => ({ message, json })),
    );
    const input = samples.map(({ message, json }) => ({
      message,
      json,
      bytes: Buffer.from(jsonToMessage(message, json)).toString('base64'),
    }));
    const ran = spawnSync(python, ['-c', PYTHON], {
      input: JSON.stringify(input),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, PYTHONPATH: generatePythonMessages(python) },
    });
    assert.equal(ran.status, 0, ran.stderr);
    const answers = JSON.parse(ran.stdout) as { json: unknown; same: boolean; snake: unknown }[];
    assert.equal(answers.length, samples.length);
    for (const [index, { message, json }] of samples.entries()) {
      assert.deepEqual(answers[index]?.json, json, message);
      assert.ok(answers[index].same, message);
      assert.deepEqual(messageToJson(message, jsonToMessage(message, answers[index].snake)), json, message);
    }
  });
});
