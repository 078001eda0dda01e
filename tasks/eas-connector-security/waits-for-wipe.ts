import { timestampFromMs, type ActionOutcome } from '../../protocol';
import type { ActionRecord } from './action-record';
import { actionProblem, outcome } from './outcome';
import type { ActionWith, SecurityContext } from './security-context';

/**
 * A blocked device cannot fetch its wipe. A block of a device with a wipe under way, or with one ordered in the same
 * settings, waits for the acknowledgement or for the time limit. Undefined: there is nothing to wait for.
 */
export function waitsForWipe(
  { journal, settings, clock }: SecurityContext,
  action: ActionWith<'blockDevice'>,
  record: ActionRecord,
): ActionOutcome | undefined {
  const now = clock();
  const until = record.firstSeenAt + settings.safety.blockWaitsForWipeMs;
  if (now >= until) return undefined;
  const wanted = action.what.device.deviceId.toLowerCase();
  for (const [id, { deviceId, wipe, outcome: last }] of journal.entries()) {
    if (deviceId?.toLowerCase() !== wanted || wipe?.ackTime || last?.isFinal === true) continue;
    const summary = `The block waits for the wipe ${id} of the same device, which it would keep from arriving.`;
    const detail = 'It is carried out when the device acknowledges the wipe, or when safety.blockWaitsForWipe is over.';
    return outcome(action, 'waiting', summary, now, {
      problems: [actionProblem(action, 'action.waiting', summary, detail)],
      nextAttemptAt: timestampFromMs(until),
    });
  }
  return undefined;
}
