import {
  type FaultDetails,
  type IncomingRequest,
  PSDictionary,
  PSList,
  PSPrimitive,
  type ProtocolVersion,
  type PSValue,
  WsmanFaultError,
} from '../../psrp';
import type { ExchangeVersion } from '../../plugin/exchange/exchange-version';
import { fullName } from '../powershell/remote-endpoint';
import { LabShell } from './lab-shell';
import { type RefusalContext, tooManyShells } from './refusals';
import type { ShellTable } from './shell-table';
import type { WsmanFrontOptions } from './wsman-front';

/** Who wants a shell, and from where. */
export interface ShellWish {
  readonly user: string;
  readonly affinity: string;
  readonly clientIp: string;
  readonly url: string;
  /** Why there is to be none. */
  readonly refusal: FaultDetails | undefined;
  readonly context: RefusalContext;
}

/** The Windows PowerShell under an Exchange: the version of its protocol, and its own. */
const POWERSHELL: Readonly<Record<ExchangeVersion, readonly [protocol: ProtocolVersion, own: string]>> = {
  '2010': ['2.1', '2.0'],
  '2013': ['2.2', '4.0'],
  '2016': ['2.3', '5.1.14393.7330'],
  '2019': ['2.3', '5.1.17763.7136'],
  SE: ['2.3', '5.1.20348.3562'],
  Online: ['2.3', '5.1.20348.3562'],
};

/** Exchange closes a shell that was not used for a quarter of an hour, unless its client has asked for another time. */
const IDLE_MS = 15 * 60_000;
const MOST_IDLE_MS = 12 * 3_600_000;
/** WinRM's MaxEnvelopeSizekb: 150 up to WinRM 2.0, 500 since. */
const ENVELOPE_2010 = 150 * 1024;
const ENVELOPE = 500 * 1024;

/** Makes the shells that clients ask for, as their version of Exchange does. */
export class ShellMaker {
  /** The full name of the server that answers. */
  readonly machine: string;
  /** Bytes of an envelope at most, both ways. */
  readonly maxEnvelopeBytes: number;
  /** Whether a front end stands before the server and recognizes clients by a cookie. */
  readonly hasFrontEnd: boolean;
  private readonly version: ExchangeVersion;

  constructor(
    private readonly options: WsmanFrontOptions,
    private readonly shells: ShellTable,
  ) {
    const { site } = options.runner.organization;
    this.version = site.version;
    this.machine = fullName(site.servers[0].name, site);
    this.maxEnvelopeBytes = site.version === '2010' ? ENVELOPE_2010 : ENVELOPE;
    this.hasFrontEnd = site.version !== '2010';
  }

  /**
   * Makes a shell. One that is refused only after it was made is there to tell its client so.
   * @throws WsmanFaultError if it is refused at once
   */
  make(create: IncomingRequest, { user, affinity, clientIp, url, refusal, context }: ShellWish): LabShell {
    const why = refusal ?? (this.shells.hasRoomFor(user) ? undefined : tooManyShells(context));
    if (why !== undefined && !this.hasFrontEnd) throw new WsmanFaultError(why, create.messageId);
    const idleTimeoutMs = Math.min(create.idleTimeoutMs ?? IDLE_MS, MOST_IDLE_MS);
    const { runner, reference, journal } = this.options;
    const shell: LabShell = new LabShell(create, {
      runner,
      reference,
      journal,
      user,
      url,
      clientIp,
      machine: this.machine,
      protocolVersion: POWERSHELL[this.version][0],
      maxEnvelopeBytes: this.maxEnvelopeBytes,
      idleTimeoutMs,
      keepsAnswers: this.hasFrontEnd,
      privateData: this.privateData(),
      refusal: why,
      onClosed: () => {
        this.shells.remove(shell.wsman.id);
      },
    });
    this.shells.add(shell, { idleTimeoutMs, affinity, isRefused: why !== undefined });
    return shell;
  }

  /** PSVersionTable, and the builds of Exchange that the management shell looks for. */
  private privateData(): PSDictionary {
    const [protocol, own] = POWERSHELL[this.version];
    const version = (text: string): PSPrimitive => new PSPrimitive('Version', text);
    const compatible = ['1.0', '2.0', '3.0', '4.0', '5.0', own].map(version);
    const table = dictionary([
      ['PSVersion', version(own)],
      ['PSCompatibleVersions', PSList.with(this.version === '2010' ? compatible.slice(0, 2) : compatible)],
      ['CLRVersion', version(this.version === '2010' ? '2.0.50727.8806' : '4.0.30319.42000')],
      ['WSManStackVersion', version(this.version === '2010' ? '2.0' : '3.0')],
      ['PSRemotingProtocolVersion', version(protocol)],
      ['SerializationVersion', version('1.1.0.1')],
    ]);
    const build = /(\d+\.\d+) \(Build ([\d.]+)\)/.exec(this.options.runner.organization.site.adminDisplayVersion);
    return dictionary([
      ['PSVersionTable', table],
      ['SupportedVersions', `${build?.[1] ?? ''}.${build?.[2] ?? ''}`],
    ]);
  }
}

function dictionary(entries: readonly (readonly [string, PSValue])[]): PSDictionary {
  const types = ['System.Management.Automation.PSPrimitiveDictionary', 'System.Collections.Hashtable', 'System.Object'];
  return new PSDictionary(new Map<PSValue, PSValue>(entries), types);
}
