import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { labCertificates } from '../../lab/admin-api/certificates';
import { CmdletRunner } from '../../lab/cmdlets';
import { Journal } from '../../lab/control/journal';
import { FaultBook } from '../../lab/faults/fault-book';
import { Organization } from '../../lab/organization/organization';
import { loadReference } from '../../lab/reference/reference';
import { WsmanFront } from '../../lab/wsman';
import type { ExchangeSession } from '../../plugin/exchange/exchange-session';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import type { Carrier } from './lab-session';
import { openFromSettings } from './open-from-settings';

const ACCOUNT = { username: 'connector@contoso.com', password: 'history' };

/**
 * One remote PowerShell endpoint for many organizations, one after another: the plugin's own session over `psrp`, whose
 * cmdlets reach the organization that was named last.
 */
export class PsrpLab {
  /** How many commands have gone over HTTPS. */
  commands = 0;

  private constructor(
    private readonly front: WsmanFront,
    private readonly folder: string,
    private readonly session: ExchangeSession,
    private readonly choose: (runner: CmdletRunner) => void,
  ) {}

  static async open(version: Exclude<ExchangeVersion, 'Online'>): Promise<PsrpLab> {
    const reference = loadReference();
    const organization = new Organization({ devices: 1, seed: 1, version, realNow: Date.now });
    let current = new CmdletRunner(organization, reference);
    // The front is made for one runner; this one is whichever is current.
    const runner = new Proxy(current, {
      get: (_, name) => {
        const member: unknown = Reflect.get(current, name, current);
        return typeof member === 'function' ? (member.bind(current) as unknown) : member;
      },
    });
    const folder = mkdtempSync(join(tmpdir(), 'eas-psrp-'));
    const front = new WsmanFront({
      runner,
      reference,
      faults: new FaultBook(Date.now),
      journal: new Journal(Date.now, undefined),
      certificates: await labCertificates(folder, new Date()),
      account: ACCOUNT,
      verifier: undefined,
      port: 0,
    });
    const { url, caFile } = await front.open();
    const remotePowerShell = { ...ACCOUNT, urls: [url], authentication: 'AUTHENTICATION_BASIC' };
    const connection = { id: 'lab', transport: 'TRANSPORT_PSRP', remotePowerShell, network: { caFile } };
    const session = await openFromSettings({ contractVersion: '1.0', host: { enabled: true }, connection });
    const choose = (chosen: CmdletRunner): void => {
      current = chosen;
    };
    return new PsrpLab(front, folder, session, choose);
  }

  /** How many shells are open. */
  get openShells(): number {
    return this.front.openShells;
  }

  /** Carries commands to an organization over HTTPS; the deadlines are of real time. */
  get carrier(): Carrier {
    return (organization) => {
      this.choose(new CmdletRunner(organization, loadReference()));
      return {
        invoke: (command, options) => {
          this.commands += 1;
          return this.session.invoke(command, { ...options, deadline: Date.now() + 60_000 });
        },
      };
    };
  }

  /** Ends the session, and gives how many shells it has left behind. */
  async close(): Promise<number> {
    await this.session.close();
    const left = this.openShells;
    await this.front.close();
    rmSync(this.folder, { recursive: true, force: true });
    return left;
  }
}
