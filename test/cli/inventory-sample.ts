import { writeFileSync } from 'node:fs';
import {
  encodeFrame,
  encodeManageResult,
  timestampFromMs,
  type ExchangeVersionName,
  type Finding,
  type ManageResult,
  type Partnership,
} from '../../protocol';
import { NOW, organizationSettings, partnership, policy } from '../tasks/findings/sample-partnership';

/** What a device may call itself. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title></svg><h1>gone</h1>',
  '=HYPERLINK("http://example.com/?"&A1,"click")',
  '\u202Eerom on si eman sihT',
  '&lt;b&gt; ${alert(1)} \u0000\u0007 ]]> <!--',
  'a'.repeat(3000),
  '眼鏡 Ünïcode 🦊',
];

export interface SampleOptions {
  readonly partnerships: readonly Partnership[] | Iterable<Partnership>;
  readonly findings?: readonly Finding[];
  readonly version?: ExchangeVersionName;
  readonly isFull?: boolean;
  /** Leaves the summary out, as a run does that was interrupted. */
  readonly isCutOff?: boolean;
  readonly connectionId?: string;
  /** For a delta: the state that it builds on. */
  readonly baseStateId?: string;
  readonly stateId?: string;
  readonly runId?: string;
  readonly resumesRunId?: string;
  /** Further results. */
  readonly more?: readonly ManageResult[];
}

/** The results of an inventory, as a host stores them. */
export function* inventoryFrames(options: SampleOptions): Generator<Uint8Array> {
  let sequence = 0;
  const frame = (result: ManageResult): Uint8Array => encodeFrame(encodeManageResult((sequence += 1), result));
  yield frame({
    start: {
      runId: options.runId ?? 'run-1',
      connectionId: options.connectionId ?? 'contoso',
      exchangeVersion: options.version ?? 'Online',
      exchangeBuild: '15.20.1',
      transport: 'adminApi',
      isFull: options.isFull ?? true,
      baseStateId: options.baseStateId ?? '',
      startedAt: timestampFromMs(NOW - 60_000),
      isResumed: options.resumesRunId !== undefined,
      resumesRunId: options.resumesRunId ?? '',
    },
    organizationSettings: organizationSettings(),
    deviceAccessRules: [
      {
        guid: 'rule-1',
        name: 'Old',
        identity: 'Old',
        characteristic: 'DeviceOS',
        queryString: HOSTILE[0]!,
        accessLevel: 'Block',
        whenChanged: undefined,
        otherProperties: [],
      },
    ],
    policies: [policy(), policy({ guid: 'policy-2', name: HOSTILE[1]!, isDefault: false })],
  });
  let batch: Partnership[] = [];
  let count = 0;
  for (const one of options.partnerships) {
    batch.push(one);
    count += 1;
    if (batch.length < 200) continue;
    yield frame({ partnerships: batch });
    batch = [];
  }
  yield frame({ partnerships: batch });
  for (const result of options.more ?? []) yield frame(result);
  if (options.isCutOff) return;
  yield frame({
    findings: options.findings ?? [],
    summary: {
      outcome: 'succeeded',
      problems: [],
      isComplete: true,
      stateId: options.stateId ?? 'run-1',
      partnerships: count,
      mailboxes: count,
      statisticsRead: count,
      statisticsSpared: 0,
      statisticsLeft: 0,
      changes: { added: 0, changed: 0, synced: 0, gone: 0, held: 0 },
      byAccessState: [],
      byClient: [],
      byOs: [],
      byEasVersion: [],
      startedAt: timestampFromMs(NOW - 60_000),
      endedAt: timestampFromMs(NOW),
      commands: [],
      scopeApplied: [],
    },
  });
}

/** Writes an inventory as a file of delimited results. */
export function writeInventory(path: string, options: SampleOptions): void {
  writeFileSync(path, Buffer.concat([...inventoryFrames(options)]));
}

/** A partnership whose every text is hostile. */
export function hostilePartnership(text: string, index: number): Partnership {
  return partnership({
    guid: `h${String(index)}`,
    friendlyName: text,
    deviceModel: text,
    deviceType: text,
    deviceOs: text,
    deviceUserAgent: text,
    deviceId: text,
    userDisplayName: text,
    mailboxPrimarySmtpAddress: text,
    clientVersion: text,
    deviceAccessState: 'Blocked',
    deviceAccessStateReason: text,
    deviceAccessControlRule: text,
  });
}

/** Partnerships of an organization in which all sorts of things occur. */
export function* mixedPartnerships(count: number): Generator<Partnership> {
  for (let i = 0; i < count; i += 1) {
    yield partnership({
      guid: `00000000-0000-0000-0000-${String(i).padStart(12, '0')}`,
      mailboxPrimarySmtpAddress: `user${String(Math.floor(i / 2))}@contoso.com`,
      mailboxGuid: `m${String(Math.floor(i / 2))}`,
      ...(i % 10 === 1
        ? { clientVersion: '14.1', cutOffOnline: true, deviceOs: 'Android 5.0.1', clientFamily: 'androidMail' }
        : {}),
      ...(i % 10 === 2 ? { deviceAccessState: 'Quarantined', deviceAccessStateReason: 'Global' } : {}),
      ...(i % 10 === 3 ? { clientType: 'REST', clientVersion: '', clientFamily: 'outlookMobile' } : {}),
      ...(i % 10 === 4 ? { statistics: undefined } : {}),
    });
  }
}
