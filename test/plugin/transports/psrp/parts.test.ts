import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { askedWaitMs, describeFault, judge, microDelayMs } from '../../../../plugin/transports/psrp/describe-fault';
import { postAddress, redirectionFrom } from '../../../../plugin/transports/psrp/endpoint';
import { GuidSet } from '../../../../plugin/transports/psrp/guid-set';
import { describeGssFailure } from '../../../../plugin/transports/psrp/gss-failure';
import { parseChallenges } from '../../../../plugin/transports/psrp/www-authenticate';
import type { WsmanFault } from '../../../../psrp';

describe('The address of an endpoint', () => {
  it('says which PowerShell asks, after what the address says already', () => {
    const address = (given: string): string => postAddress(given).href;
    assert.equal(
      address('https://m.contoso.test/PowerShell/'),
      'https://m.contoso.test/PowerShell/?PSVersion=5.1.19041.1',
    );
    assert.equal(address('https://m.contoso.test/p?a=b'), 'https://m.contoso.test/p?a=b;PSVersion=5.1.19041.1');
    assert.equal(address('https://m.contoso.test/p?PSVersion=5.1.1.1'), 'https://m.contoso.test/p?PSVersion=5.1.1.1');
  });

  it('must be HTTPS, and says what to do about plain HTTP', () => {
    assert.throws(() => postAddress('http://m.contoso.test/PowerShell/'), {
      code: 'settings.invalid',
      message: /is http/,
    });
    for (const wrong of ['', 'm.contoso.test', 'ftp://m/', 'https://user:pass@m.contoso.test/']) {
      assert.throws(() => postAddress(wrong), { code: 'settings.invalid' });
    }
  });

  it('is not repeated where it may hold a password', () => {
    for (const scheme of ['https', 'http', 'ftp']) {
      for (const account of ['user:hunter2', 'hunter2', 'user:hun#hunter2', 'user:p/hunter2']) {
        assert.throws(
          () => postAddress(`${scheme}://${account}@m.contoso.test/`),
          (error: Error) => !`${error.message} ${String((error as { detail?: unknown }).detail)}`.includes('hunter2'),
        );
      }
    }
  });

  const from = postAddress('https://mail.contoso.test/PowerShell/');
  const rows: readonly [string, 'same host' | 'same site' | 'never'][] = [
    ['/elsewhere/', 'same host'],
    ['https://mail.contoso.test:8443/PowerShell/', 'same host'],
    ['https://ex02.contoso.test/PowerShell/', 'same site'],
    ['https://eu.mail.contoso.test/PowerShell/', 'same site'],
    ['https://contoso.test/PowerShell/', 'same site'],
    ['http://mail.contoso.test/PowerShell/', 'never'],
    ['https://mail.contoso.test.evil.test/', 'never'],
    ['https://evilcontoso.test/', 'never'],
    ['https://127.0.0.1/', 'never'],
    ['https://', 'never'],
    ['javascript:alert(1)', 'never'],
  ];
  for (const [location, where] of rows) {
    it(`is followed to ${location}: ${where}`, () => {
      for (const allowOther of [false, true]) {
        const follow = (): string => redirectionFrom(from, location, allowOther).to;
        if (where === 'never' || (where === 'same site' && !allowOther))
          assert.throws(follow, { code: 'connect.refused' });
        else assert.match(follow(), /^https:/);
      }
    });
  }

  it('never leads from one top-level domain, or one address, to another', () => {
    for (const [one, other] of [
      ['https://contoso/', 'https://fabrikam/'],
      ['https://contoso.test/', 'https://fabrikam.test/'],
      ['https://contoso.co.uk/', 'https://fabrikam.co.uk/'],
      ['https://contoso.com.au/', 'https://mail.fabrikam.com.au/'],
      ['https://10.0.0.1/', 'https://20.0.0.1/'],
    ] as const) {
      assert.throws(() => redirectionFrom(new URL(one), other, true), { code: 'connect.refused' });
    }
  });

  it('does not carry the version on to where it leads', () => {
    assert.equal(redirectionFrom(from, '/new/?PSVersion=5.1.19041.1', false).to, 'https://mail.contoso.test/new/');
  });
});

describe('WWW-Authenticate', () => {
  it('is read whether it comes in one line or in several', () => {
    const wanted = [
      { scheme: 'negotiate', token: 'YII=' },
      { scheme: 'kerberos', token: '' },
      { scheme: 'basic', token: '' },
    ];
    assert.deepEqual(
      parseChallenges('Negotiate YII=, Kerberos, Basic realm="a, Negotiate b", charset="UTF-8"'),
      wanted,
    );
    assert.deepEqual(parseChallenges(['Negotiate YII=', 'Kerberos', 'Basic realm="x"']), wanted);
    assert.deepEqual(parseChallenges(undefined), []);
  });

  it('never throws, and ends soon, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => parseChallenges(text).every(({ scheme }) => scheme !== '')),
    );
    const begun = performance.now();
    parseChallenges(`Basic ${'"\\'.repeat(200_000)}`);
    parseChallenges(' '.repeat(400_000));
    assert.ok(performance.now() - begun < 2000);
  });
});

describe('A refusal of WSMan', () => {
  const fault = (given: Partial<WsmanFault>): WsmanFault => ({
    kind: 'other',
    status: 500,
    subcode: '',
    code: undefined,
    machine: undefined,
    provider: undefined,
    text: '',
    ...given,
  });
  const connections =
    '[ClientAccessServer=EX01,RequestId=1] [FailureCategory=AuthZ-AuthorizationException] Fail to create a runspace because ' +
    'you have exceeded the maximum number of connections allowed : 18 for the policy party : MaxConcurrency.';
  const noRoles = `[Server=EX01] [FailureCategory=AuthZ-CmdletAccessDeniedException] The user "x" isn't assigned to any roles.`;
  const rows: readonly [string, Partial<WsmanFault>, string, boolean][] = [
    ['too many sessions, said by WinRM', { kind: 'quotaExceeded' }, 'throttled', true],
    ['too many sessions, said by Exchange', { kind: 'internalError', text: connections }, 'throttled', true],
    ['the load quota', { kind: 'serverBusy' }, 'throttled', true],
    ['no role', { kind: 'internalError', text: noRoles }, 'rights.missing', false],
    ['access denied', { kind: 'accessDenied' }, 'rights.missing', false],
    ['a shell that is gone', { kind: 'shellNotFound' }, 'connect.lost', true],
    ['an end of the application pool', { kind: 'aborted' }, 'connect.lost', true],
    ['another resource', { kind: 'resourceUriNotFound' }, 'connect.refused', true],
    ['an internal error', { kind: 'internalError' }, 'server.unavailable', true],
    ['a page not found', { kind: 'http', status: 404 }, 'connect.refused', true],
    ['a page of a proxy', { kind: 'http', status: 503 }, 'server.unavailable', true],
    ['a web page', { kind: 'http', status: 200 }, 'protocol.malformed', false],
    ['too many requests', { kind: 'http', status: 429 }, 'throttled', true],
    ['anything else', {}, 'command.failed', false],
  ];
  for (const [name, given, code, transient] of rows) {
    it(`is ${code} for ${name}`, () => {
      const error = describeFault(fault(given), 'Create', 'ex01');
      assert.equal(error.code, code);
      assert.match(error.message, /^ex01 \w+/);
      assert.doesNotMatch(error.message, /\[/);
      assert.equal(judge(error, false).transient, transient);
    });
  }

  it('is not waited for when nothing answers at first', () => {
    const error = describeFault(fault({ kind: 'http', status: 404 }), 'Create', 'ex01');
    assert.equal(judge(error, true).transient, false);
  });

  it('says how long to wait, in any of its ways', () => {
    const text = 'The next request from this user will not be approved for at least 4000 milliseconds.';
    assert.equal(judge(describeFault(fault({ kind: 'serverBusy', text }), 'Send', 'ex01'), false).waitMs, 4000);
    assert.equal(askedWaitMs('Suggested backoff time 3500 ms. (Server busy)'), 3500);
    assert.equal(askedWaitMs('Please wait for 30 seconds and try again'), 30_000);
    assert.equal(askedWaitMs('18 sessions are allowed'), undefined);
    assert.equal(microDelayMs('Micro delay applied. Actual delayed: 250 msecs, Enforced: True'), 250);
    assert.equal(microDelayMs('The command completed successfully'), undefined);
  });
});

describe('A failure of Kerberos', () => {
  for (const [said, code, advice] of [
    ['No Kerberos credentials available (default cache: FILE:/tmp/krb5cc_0)', 'auth.denied', /kinit/],
    ["Cannot contact any KDC for realm 'CONTOSO.TEST'", 'auth.unavailable', /DNS/],
    ['Server HTTP/x@CONTOSO.TEST not found in Kerberos database', 'auth.denied', /service principal/],
    ['Clock skew too great', 'auth.denied', /clock/],
    ['Ticket expired', 'auth.denied', /renew/],
    ['Preauthentication failed', 'auth.denied', /locked/],
  ] as const) {
    it(`says what to do about "${said}"`, () => {
      const error = describeGssFailure(
        `Unspecified GSS failure. Minor code may provide more information: ${said}`,
        'ex01',
      );
      assert.equal(error.code, code);
      assert.match(error.detail, advice);
    });
  }
});

describe('A set of GUIDs', () => {
  it('knows what it was given, as a Set of strings does', () => {
    const hex = fc.uuid();
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hex, fc.constant('00000000-0000-0000-0000-000000000001')), { maxLength: 400 }),
        (guids) => {
          const [ours, theirs] = [new GuidSet(), new Set<string>()];
          for (const guid of guids) {
            assert.equal(ours.add(guid), !theirs.has(guid));
            theirs.add(guid);
          }
        },
      ),
    );
  });

  it('grows to a hundred thousand', () => {
    const guids = Array.from({ length: 100_000 }, () => randomUUID());
    const set = new GuidSet();
    assert.ok(guids.every((guid) => set.add(guid)));
    assert.ok(guids.every((guid) => !set.add(guid)));
  });
});
