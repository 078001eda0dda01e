import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderFinding, folderRemedy, nameFinding, nodeFinding, spaceFinding } from '../../cli/doctor/computer-steps';
import { closingLine, doctorExitCode, stepLines } from '../../cli/doctor/doctor-lines';
import { endpointsOf } from '../../cli/doctor/endpoints';
import { Examination, type StepResult, type Verdict } from '../../cli/doctor/examination';
import { answerFinding, certificateFinding, clockFinding } from '../../cli/doctor/network-steps';
import { policyFinding, versionFinding } from '../../cli/doctor/power-shell-steps';
import { paceFinding, rightsFinding } from '../../cli/doctor/session-steps';
import { applicationCertificateFinding, claimsOf } from '../../cli/doctor/sign-in-step';
import { PLAIN } from '../../cli/terminal/style';
import { FACTS_SCRIPT } from '../../plugin/diagnosis/power-shell-facts';
import { ExchangeError } from '../../plugin/exchange/exchange-error';
import type { Connection } from '../../protocol';
import { PowerShellParser } from '../support/parse-powershell';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);

function examination(signal = new AbortController().signal): Examination {
  return new Examination({ clock: Date.now, signal });
}

const verdicts = (of: Examination): [string, Verdict][] => of.results.map(({ id, verdict }) => [id, verdict]);

describe('An examination', () => {
  it('does not try what depends on a step that failed, nor what depends on that', async () => {
    const steps = examination();
    await steps.step({ id: 'a', title: 'A' }, () => Promise.resolve({ found: 'fine' }));
    await steps.step({ id: 'b', title: 'B', needs: ['a'] }, () =>
      Promise.reject(new ExchangeError({ code: 'connect.refused', summary: 'No.', detail: 'Do this.' })),
    );
    await steps.step({ id: 'c', title: 'C', needs: ['b'] }, () => assert.fail('it must not be tried'));
    await steps.step({ id: 'd', title: 'D', needs: ['c'] }, () => assert.fail('it must not be tried'));
    assert.deepEqual(verdicts(steps), [
      ['a', 'ok'],
      ['b', 'failed'],
      ['c', 'notTried'],
      ['d', 'notTried'],
    ]);
    const [, failed, untried] = steps.results;
    assert.deepEqual([failed?.found, failed?.remedy], ['No. (connect.refused)', 'Do this.']);
    assert.equal(untried?.found, 'not tried: B comes first');
  });

  it('goes on where one of several steps is enough', async () => {
    const steps = examination();
    await steps.step({ id: 'a', title: 'A' }, () => Promise.reject(new Error('down')));
    await steps.step({ id: 'b', title: 'B' }, () => Promise.resolve({ found: 'up', verdict: 'warning' }));
    const value = await steps.step({ id: 'c', title: 'C', needsOneOf: ['a', 'b'] }, () =>
      Promise.resolve({ found: 'done', value: 5 }),
    );
    assert.equal(value, 5);
    await steps.step({ id: 'd', title: 'D', needsOneOf: ['a'] }, () => assert.fail('it must not be tried'));
    assert.equal(verdicts(steps)[3]?.[1], 'notTried');
  });

  it('fails a step that takes too long, and goes on', async () => {
    const steps = examination();
    await steps.step({ id: 'slow', title: 'Slow', limitMs: 5 }, () => new Promise(() => undefined));
    assert.match(String(steps.results[0]?.found), /longer than 0\.005 s\. \(command\.timeout\)/);
  });

  it('ends when it is cancelled', async () => {
    const cancel = new AbortController();
    const steps = examination(cancel.signal);
    const waiting = steps.step({ id: 'slow', title: 'Slow' }, () => new Promise(() => undefined));
    cancel.abort();
    await assert.rejects(waiting, { code: 'cancelled' });
  });
});

describe('What the steps of the doctor say', () => {
  it('warns of a certificate that expires within a month, and of no other', () => {
    const facts = { protocol: 'TLSv1.3', subject: 'ex', names: [], chain: ['ex', 'CA'], sha256: '' };
    assert.equal(certificateFinding({ ...facts, expiresAtMs: NOW + 31 * DAY }, NOW).verdict, undefined);
    const soon = certificateFinding({ ...facts, expiresAtMs: NOW + 9.5 * DAY }, NOW);
    assert.equal(soon.verdict, 'warning');
    assert.match(String(soon.remedy), /expires in 9 days/);
  });

  it('warns of the application\u2019s own certificate as well, by the same month', () => {
    const finding = (days: number) =>
      applicationCertificateFinding({ subject: 'CN=EAS', expiresAtMs: NOW + days * DAY }, NOW);
    assert.equal(finding(31).verdict, undefined);
    assert.equal(finding(29.5).verdict, 'warning');
    assert.match(finding(29.5).remedy ?? '', /^It expires in 29 days: register a new one/);
    assert.match(finding(1.5).remedy ?? '', /^It expires in 1 day:/);
  });

  it('advises a throttling policy only where there are any', () => {
    const slowed = { commands: [5], warnings: [], throttledMs: 3000 };
    assert.match(paceFinding(slowed, false).remedy ?? '', /throttling policy .* limits\.maxConcurrentCommands/);
    assert.doesNotMatch(paceFinding(slowed, true).remedy ?? '', /policy/);
    assert.match(paceFinding(slowed, true).remedy ?? '', /limits\.maxConcurrentCommands/);
  });

  it('fails a clock that is so wrong that nobody can sign in, and says which way', () => {
    assert.equal(clockFinding(undefined).verdict, 'unknown');
    assert.equal(clockFinding(-900).verdict, undefined);
    assert.equal(clockFinding(30_000).verdict, undefined);
    assert.match(clockFinding(90_000).found, /1 min 30 s behind/);
    assert.equal(clockFinding(90_000).verdict, 'warning');
    assert.match(clockFinding(-400_000).found, /ahead/);
    assert.equal(clockFinding(-400_000).verdict, 'failed');
  });

  it('knows an endpoint by its answer to somebody who has not signed in', () => {
    const online = { kind: 'exchangeOnline' } as Connection['target'];
    const basic = { kind: 'remotePowerShell', authentication: 'basic' } as Connection['target'];
    const answer = (status: number, ...schemes: string[]) => ({ status, schemes, clockAheadMs: 0 });
    const api = { kind: 'adminApi', title: 'Exchange Online' } as const;
    const remote = { kind: 'remotePowerShell', title: 'ex01' } as const;
    assert.equal(answerFinding(api, answer(401, 'bearer'), online).verdict, undefined);
    assert.match(String(answerFinding(api, answer(404), online).remedy), /adminApiUrl/);
    assert.equal(answerFinding(api, answer(503), online).verdict, 'failed');
    assert.match(String(answerFinding({ ...api, kind: 'signIn' }, answer(400), online).remedy), /tenant/);
    assert.equal(answerFinding(remote, answer(401, 'basic', 'negotiate'), basic).verdict, undefined);
    assert.match(String(answerFinding(remote, answer(401, 'negotiate'), basic).remedy), /does not offer basic/);
    assert.match(String(answerFinding(remote, answer(404), basic).remedy), /ends in \/PowerShell\//);
  });

  it('names the Group Policy that forbids scripts, and how to change what is no Group Policy', () => {
    const policies = (policy: string, scope = 'LocalMachine') => ({
      policies: [
        { scope: 'MachinePolicy', policy: scope === 'MachinePolicy' ? policy : 'Undefined' },
        { scope: 'LocalMachine', policy: scope === 'LocalMachine' ? policy : 'RemoteSigned' },
      ],
    });
    assert.equal(policyFinding(policies('RemoteSigned'), 'win32').verdict, undefined);
    const own = policyFinding(policies('Restricted'), 'win32');
    assert.equal(own.verdict, 'failed');
    assert.match(String(own.remedy), /Set-ExecutionPolicy -ExecutionPolicy RemoteSigned -Scope LocalMachine/);
    const group = policyFinding(policies('AllSigned', 'MachinePolicy'), 'win32');
    assert.match(group.found, /AllSigned, set by Group Policy \(MachinePolicy\)/);
    assert.match(String(group.remedy), /nothing on this computer can override it/);
    assert.equal(policyFinding(policies('Restricted'), 'linux').verdict, undefined);
  });

  it('refuses an old PowerShell and a restricted language', () => {
    const facts = {
      version: '7.6.5',
      is64Bit: true,
      runtime: '',
      languageMode: 'FullLanguage',
      policies: [],
      onlineModules: [],
    };
    const target = { target: { kind: 'remotePowerShell' } as Connection['target'] };
    assert.equal(versionFinding(facts, target).verdict, undefined);
    assert.equal(versionFinding({ ...facts, version: '5.1.20348.1' }, target).verdict, undefined);
    assert.equal(versionFinding({ ...facts, version: '6.2.0' }, target).verdict, 'failed');
    assert.match(String(versionFinding({ ...facts, languageMode: 'ConstrainedLanguage' }, target).remedy), /AppLocker/);
  });

  it('knows an old Node, another computer, a disabled connector and a full disk', () => {
    const node = (version: string) => nodeFinding({ versions: { node: version }, platform: 'linux', arch: 'x64' });
    assert.equal(node('20.18.9').verdict, 'failed');
    assert.equal(node('20.19.0').verdict, undefined);
    assert.equal(node('24.0.0').verdict, undefined);
    const host = (computerName: string, enabled = true) =>
      ({ host: { computerName, enabled } }) as Parameters<typeof nameFinding>[0];
    assert.equal(nameFinding(host('EX01.contoso.com'), 'ex01').verdict, undefined);
    assert.equal(nameFinding(host('ex02'), 'ex01').verdict, 'failed');
    assert.equal(nameFinding(host('', false), 'ex01').verdict, 'warning');
    assert.equal(spaceFinding('d', 50e6).verdict, 'failed');
    assert.equal(spaceFinding('d', 500e6).verdict, 'warning');
    assert.equal(spaceFinding('d', 5e9).verdict, undefined);
  });

  it('looks at a folder and leaves nothing there, nor makes one that is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'eas-doctor-'));
    assert.equal((await folderFinding(folder)).verdict, undefined);
    assert.match((await folderFinding(join(folder, 'a', 'b'))).found, /to be made in/);
    assert.deepEqual(readdirSync(folder), []);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const inTheWay = await folderFinding(join(file, 'data'));
    assert.deepEqual([inTheWay.verdict, inTheWay.found], ['failed', `${file} is a file`]);
    rmSync(folder, { recursive: true });
  });

  it('says of a folder that cannot be written what is the obstacle, not always the account', () => {
    assert.match(folderRemedy('EACCES'), /^The account /);
    assert.match(folderRemedy('ENOSPC'), /^Make room: the disk is full/);
    assert.match(folderRemedy('EROFS'), /reading only/);
    assert.equal(folderRemedy('EIO'), folderRemedy('EACCES'));
  });

  it('says which duties fall away with a right that is missing', () => {
    const missing = [{ cmdlet: 'Set-CASMailbox', parameters: ['Identity'], duties: ['lists', 'policies'] as const }];
    const finding = rightsFinding({ present: [], missing, unknown: [] }, 5, undefined);
    assert.equal(finding.verdict, 'failed');
    assert.match(finding.found, /Set-CASMailbox -Identity/);
    assert.match(String(finding.remedy), /allow and block single devices; assign mailbox policies/);
    const unknown = { present: ['a'], missing: [], unknown: ['b'] };
    assert.equal(rightsFinding(unknown, 2, undefined).verdict, 'unknown');
    const administrator = { permissions: [], directoryRoles: ['29232cdf-9323-42fd-ade2-1d097af3e4de'] };
    assert.equal(rightsFinding(unknown, 2, administrator).verdict, undefined);
  });

  it('goes to the sign-in service only where somebody signs in there', () => {
    const names = (credential: { kind: string }) => {
      const target = { kind: 'exchangeOnline', tenant: 'contoso.onmicrosoft.com', cloud: 'worldwide', credential };
      const empty = { authorityUrl: '', adminApiUrl: '', scope: '' };
      return endpointsOf({ target: { ...target, ...empty } } as unknown as Connection).map(({ name }) => name);
    };
    assert.deepEqual(names({ kind: 'secret' }), ['signIn', 'exchange']);
    assert.deepEqual(names({ kind: 'managedIdentity' }), ['exchange']);
  });

  it('reads what a token says, whatever it is', () => {
    const payload = Buffer.from(JSON.stringify({ roles: ['Exchange.ManageAsApp', 5], wids: ['x'] })).toString(
      'base64url',
    );
    assert.deepEqual(claimsOf(`a.${payload}.c`), { permissions: ['Exchange.ManageAsApp'], directoryRoles: ['x'] });
    for (const token of ['', 'opaque', 'a.b.c', 'a.bnVsbA.c']) assert.deepEqual(claimsOf(token).permissions, []);
  });

  it('ends with what it means, and an exit code that is true', () => {
    const result = (verdict: Verdict): StepResult => ({
      id: 'x',
      title: 'X',
      verdict,
      found: 'f',
      remedy: '',
      durationMs: 0,
    });
    const ends = (...all: Verdict[]): [number, string] => {
      const results = all.map(result);
      return [doctorExitCode(results), closingLine(results)];
    };
    assert.deepEqual(ends('ok', 'note'), [0, 'Everything is in order. Nothing was changed.']);
    assert.equal(ends('ok', 'unknown')[0], 0);
    assert.equal(ends('ok', 'warning', 'unknown')[0], 2);
    const [code, line] = ends('ok', 'failed', 'notTried', 'notTried');
    assert.equal(code, 1);
    assert.match(line, /^1 step of 4 failed; 2 steps could not be tried/);
  });

  it('fits a line, and lets nothing through that could command a terminal', () => {
    const found = `\u001b[2J${'word '.repeat(40)}`;
    const result = {
      id: 'x',
      title: 'X',
      verdict: 'failed',
      found,
      remedy: 'Do this. '.repeat(20),
      durationMs: 20,
    } as const;
    const lines = stepLines(result, PLAIN, 80);
    assert.ok(lines.every((line) => line.length <= 80));
    assert.ok(!lines.join('').includes('\u001b'));
    assert.equal(lines.filter((line) => line.includes('→')).length, 1);
  });

  it('asks PowerShell in words that Windows PowerShell 5.1 understands, and changes nothing by it', async () => {
    const parser = await PowerShellParser.load();
    assert.deepEqual(parser.errors(FACTS_SCRIPT), []);
    assert.doesNotMatch(FACTS_SCRIPT, /\b(Set|Remove|Clear|Add|Install|Import)-/);
  });
});
