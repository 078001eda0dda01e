import assert from 'node:assert/strict';
import fc from 'fast-check';
import { classifyFailure } from '../../../../plugin/transports/admin-api/classify-failure';
import { claimsChallenge } from '../../../../plugin/transports/admin-api/claims-challenge';
import type { Failure } from '../../../../plugin/transports/traffic/command-run';
import { retryAfterMs, waitBefore } from '../../../../plugin/transports/traffic/retry-policy';

const NOW = Date.UTC(2026, 0, 1);

interface Given {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly effect?: 'read' | 'change';
  readonly isFurtherPage?: boolean;
  readonly secrets?: readonly string[];
}

function judge({
  status,
  body = '',
  headers = {},
  effect = 'read',
  isFurtherPage = false,
  secrets = [],
}: Given): Failure {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const command = { cmdlet: 'Set-CASMailbox', parameters: {}, effect };
  return classifyFailure({ status, headers, body: bytes }, { command, isFurtherPage, nowMs: NOW, secrets });
}

function cmdletError(type: string, message: string): unknown {
  return {
    error: {
      code: 'NotFound',
      message: 'Error executing cmdlet',
      details: [
        { code: 'Client', target: '', message: `Ex6F9304|Microsoft.Exchange.Configuration.Tasks.${type}|${message}` },
      ],
      innererror: {
        message: 'x',
        type: 'y',
        internalexception: { message: 'DirectInvokeCmdletExecutionException was thrown', type: 'z' },
      },
    },
    '@adminapi.warnings': [],
  };
}

describe('Judging a failure of the admin API', () => {
  const rows: readonly [
    string,
    Given,
    string,
    { notProcessed?: boolean; transient?: boolean; mayHaveHappened?: boolean },
  ][] = [
    [
      'an object that is not there',
      { status: 404, body: cmdletError('ManagementObjectNotFoundException', "couldn't be found") },
      'object.notFound',
      {},
    ],
    [
      'several objects of a name',
      { status: 400, body: cmdletError('ManagementObjectAmbiguousException', 'multiple') },
      'object.ambiguous',
      {},
    ],
    ['a cmdlet that refuses', { status: 400, body: cmdletError('RecipientTaskException', 'no') }, 'command.failed', {}],
    [
      'a parameter set that does not fit',
      { status: 400, body: cmdletError('AmbiguousParameterSetException', 'no') },
      'command.failed',
      {},
    ],
    [
      'a cmdlet that the role lacks',
      {
        status: 400,
        body: cmdletError('CommandNotFoundException', 'The term is not recognized as the name of a cmdlet'),
      },
      'rights.missing',
      {},
    ],
    [
      'a parameter that the role lacks',
      {
        status: 400,
        body: cmdletError('ParameterBindingException', "A parameter cannot be found that matches parameter name 'X'."),
      },
      'rights.missing',
      {},
    ],
    [
      'a transient exception',
      { status: 500, body: cmdletError('ADTransientException', 'later') },
      'server.unavailable',
      { transient: true, mayHaveHappened: true },
    ],
    ['403 with NUL bytes', { status: 403, body: Buffer.alloc(30) }, 'rights.missing', {}],
    ['403 without a body', { status: 403 }, 'rights.missing', {}],
    ['401', { status: 401 }, 'auth.denied', { notProcessed: true }],
    ['429', { status: 429 }, 'throttled', { notProcessed: true, transient: true }],
    [
      'too many requests at once',
      {
        status: 500,
        body: 'You have reached the maximum number of concurrent requests per tenant. Please wait and try again',
      },
      'throttled',
      { notProcessed: true, transient: true },
    ],
    [
      '503 with Retry-After',
      { status: 503, headers: { 'retry-after': '5' } },
      'server.unavailable',
      { notProcessed: true, transient: true },
    ],
    ['503 without', { status: 503 }, 'server.unavailable', { transient: true, mayHaveHappened: true }],
    ['504', { status: 504 }, 'server.unavailable', { transient: true, mayHaveHappened: true }],
    ['408', { status: 408 }, 'server.unavailable', { transient: true, mayHaveHappened: true }],
    [
      '500 with HTML',
      { status: 500, body: '<html>' },
      'server.unavailable',
      { transient: true, mayHaveHappened: true },
    ],
    ['a redirection', { status: 302 }, 'protocol.malformed', { mayHaveHappened: true }],
    ['404 with HTML', { status: 404, body: ' <!DOCTYPE html>' }, 'protocol.malformed', {}],
    [
      'a bad request',
      { status: 400, body: { error: { code: 'BadRequest', message: 'Invalid Operation' } } },
      'command.failed',
      {},
    ],
  ];
  for (const [name, given, code, expected] of rows) {
    it(`gives ${code} for ${name}`, () => {
      const { error, notProcessed, transient } = judge({ ...given, effect: 'change' });
      assert.equal(error.code, code);
      assert.deepEqual(
        { notProcessed, transient, mayHaveHappened: error.mayHaveHappened },
        { notProcessed: false, transient: false, mayHaveHappened: false, ...expected },
      );
      assert.equal(judge({ ...given, effect: 'read' }).error.mayHaveHappened, false);
      assert.match(error.message, /\S/);
    });
  }

  it('puts the useful text first, and the rest into the detail', () => {
    const { error } = judge({
      status: 404,
      body: cmdletError('ManagementObjectNotFoundException', "The object 'a|b' couldn't be found."),
      headers: { 'request-id': '9f1c0000-0000-4000-8000-000000000001' },
    });
    assert.equal(error.message, "The object 'a|b' couldn't be found.");
    assert.equal(error.exception, 'ManagementObjectNotFoundException');
    assert.equal(error.cmdlet, 'Set-CASMailbox');
    assert.match(error.detail, /HTTP 404.*Ex6F9304.*ManagementObjectNotFoundException.*request-id 9f1c/);
  });

  it('uses the inner exception when there are no details, and the message when there is nothing else', () => {
    const internalexception = {
      message: 'Cannot convert',
      type: 'Microsoft.Exchange.ParameterTransformationException',
      stacktrace: '',
    };
    const inner = judge({
      status: 400,
      body: { error: { message: 'Invalid Operation', innererror: { message: 'outer', internalexception } } },
    });
    assert.deepEqual(
      [inner.error.message, inner.error.exception],
      ['Cannot convert', 'ParameterTransformationException'],
    );
    assert.equal(
      judge({ status: 400, body: { error: { message: 'Invalid Operation' } } }).error.message,
      'Invalid Operation',
    );
  });

  it('reads details that occur twice, whichever of them says something', () => {
    const useful = '"details":[{"code":"Client","message":"Ex1|A.B.ManagementObjectNotFoundException|gone"}]';
    const empty = '"details" : []';
    for (const [first, second] of [
      [useful, empty],
      [empty, useful],
    ]) {
      const { error } = judge({
        status: 404,
        body: `{"error":{"message":"m \\"details\\": no",${first!},${second!}}}`,
      });
      assert.deepEqual([error.code, error.message], ['object.notFound', 'gone']);
    }
  });

  it('says which permission and role to grant', () => {
    for (const status of [401, 403]) {
      assert.match(judge({ status }).error.detail, /Exchange\.ManageAsApp.*Exchange Administrator/);
    }
  });

  it('knows a cursor that has expired', () => {
    const body = { error: { message: 'Expired or Invalid pagination request. Default Expiry time is 00:30:00' } };
    assert.equal(judge({ status: 400, body, isFurtherPage: true }).error.code, 'truncated');
    assert.equal(judge({ status: 400, body }).error.code, 'protocol.malformed');
  });

  it('never repeats a secret or a token that the server echoes', () => {
    const echo = 'secret sekrit+~/ and Bearer eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl end';
    for (const body of [echo, { error: { message: echo } }, cmdletError('XException', echo)]) {
      const { error } = judge({ status: 400, body, secrets: ['sekrit+~/'] });
      const all = `${error.message} ${error.detail}`;
      assert(!all.includes('sekrit') && !all.includes('eyJ'), all);
    }
  });

  it('judges every body without throwing, in short texts', () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.json(),
      fc.jsonValue().map((error) => ({ error })),
    );
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), body, (status, given) => {
        const { error } = judge({ status, body: given });
        assert(error.message.length < 1000 && error.detail.length < 1500);
      }),
    );
  });
});

describe('Retry timing', () => {
  it('reads Retry-After as seconds and as a date, within limits', () => {
    assert.equal(retryAfterMs('120', NOW), 120_000);
    assert.equal(retryAfterMs(new Date(NOW + 30_000).toUTCString(), NOW), 30_000);
    assert.equal(retryAfterMs(new Date(NOW - 30_000).toUTCString(), NOW), 0);
    assert.equal(retryAfterMs('99999999999', NOW), 86_400_000);
    for (const odd of [undefined, '', 'soon']) assert.equal(retryAfterMs(odd, NOW), undefined);
  });

  it('waits as long as it is asked to, but never not at all', () => {
    assert.equal(
      waitBefore(1, 5000, () => 0),
      5000,
    );
    assert.equal(
      waitBefore(1, 0, () => 0),
      1000,
    );
  });

  it('backs off exponentially with jitter, up to a minute', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 50].map((attempt) => waitBefore(attempt, undefined, () => 1)),
      [2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000],
    );
    assert.equal(
      waitBefore(2, undefined, () => 0),
      2000,
    );
  });
});

describe('Claims challenges', () => {
  it('are read from the header', () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const header = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
    assert.equal(claimsChallenge(header), claims);
    assert.equal(claimsChallenge(['Basic', header]), claims);
  });

  it('are ignored when they are none', () => {
    for (const header of [
      undefined,
      '',
      'Bearer',
      'Bearer claims="!!"',
      'Bearer claims="YWJj"',
      'Bearer claims="MQ=="',
    ]) {
      assert.equal(claimsChallenge(header), undefined);
    }
  });
});
