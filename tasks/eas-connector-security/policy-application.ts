import { getDeviceStatistics } from '../../plugin/exchange/cmdlets';
import type { Exchange } from '../../plugin/exchange/exchange';
import { readStatistics } from '../../plugin/exchange/read-partnership';
import { timestampFromMs, type DeviceStatistics, type Mailbox, type MailboxPolicy } from '../../protocol';
import { concurrently } from '../run/concurrently';
import type { Through } from './observe';

/** Statistics cost a call a mailbox; those of more mailboxes than this are not read for an assignment. */
export const APPLICATION_MAILBOXES = 25;

/** How far a policy has come on the devices of its mailboxes. */
export interface PolicyApplication {
  readonly devices: number;
  readonly inFull: number;
  readonly inPart: number;
  /** Managed by something else, which answers for the policy. */
  readonly externally: number;
}

/** Reads how far a policy has come on the devices of some mailboxes. */
export async function readPolicyApplication(
  exchange: Exchange,
  mailboxes: readonly Mailbox[],
  policy: MailboxPolicy,
  { limit, through }: { readonly limit: number; readonly through: Through },
): Promise<PolicyApplication> {
  const statistics: DeviceStatistics[] = [];
  const readAt = timestampFromMs(exchange.now());
  await concurrently(mailboxes, limit, async ({ guid: mailbox }) => {
    const command = getDeviceStatistics(exchange.version, { mailbox, domainController: through });
    for (const object of await exchange.all(command)) statistics.push(readStatistics(object, readAt).statistics);
  });
  return countApplied(statistics, policy);
}

/** Counts the devices that have applied a policy. One that has applied another policy has not applied this one. Pure. */
export function countApplied(
  statistics: readonly Pick<DeviceStatistics, 'devicePolicyApplied' | 'devicePolicyApplicationStatus'>[],
  policy: Pick<MailboxPolicy, 'name' | 'identity' | 'guid'>,
): PolicyApplication {
  const of = (status: DeviceStatistics['devicePolicyApplicationStatus']): number =>
    statistics.filter(
      (one) => one.devicePolicyApplicationStatus === status && namesPolicy(one.devicePolicyApplied, policy),
    ).length;
  return {
    devices: statistics.length,
    inFull: of('AppliedInFull'),
    inPart: of('PartiallyApplied'),
    externally: of('ExternallyManaged'),
  };
}

/** The counts in a sentence. */
export function describeApplication({ devices, inFull, inPart, externally }: PolicyApplication): string {
  if (devices === 0) return 'No device synchronizes with them.';
  const left = devices - inFull - inPart - externally;
  const parts: readonly (readonly [number, string])[] = [
    [inFull, 'applied it in full'],
    [inPart, 'applied a part of it'],
    [externally, 'managed by something else'],
    [left, 'not yet, or not at all'],
  ];
  const words = parts.filter(([number]) => number > 0).map(([number, word]) => `${String(number)} ${word}`);
  return `Of ${String(devices)} device${devices === 1 ? '' : 's'}: ${words.join(', ')}.`;
}

/** Exchange names a policy by name, by path, or by GUID. */
export function namesPolicy(
  text: string,
  { name, identity, guid }: Pick<MailboxPolicy, 'name' | 'identity' | 'guid'>,
): boolean {
  const current = text.toLowerCase();
  const last = current.split(/[\\/]/).at(-1) ?? '';
  const names = [name, identity, guid].filter((one) => one !== '').map((one) => one.toLowerCase());
  return names.includes(current) || names.includes(last);
}
