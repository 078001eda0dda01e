import { counted, safe, wrap } from '../terminal/words';
import type { AccessImpactJson, DriftJson } from './result-json';

/** So many partnerships are named, for somebody who wants to look one up. */
const MAX_EXAMPLES = 3;

/** What a change of the access settings does to the devices there are: "It would cut off 412 devices of 388 users." */
export function impactLines(impact: AccessImpactJson, width: number): string[] {
  const { losing = 0, gaining = 0, atRisk = 0, undecided = 0, preApproved = 0, partnerships = 0 } = impact;
  const of = (devices: number, users = 0): string => `${counted(devices, 'device')} of ${counted(users, 'user')}`;
  const sentences = [
    losing > 0 ? `It would cut off ${of(losing, impact.mailboxesLosing)}.` : 'It would cut off no device.',
    atRisk > 0 ? `It may cut off ${counted(atRisk, 'more device', 'more devices')} that cannot be decided now.` : '',
    preApproved > 0 ? `It would keep ${of(preApproved, impact.mailboxesPreApproved)} by their allowed lists.` : '',
    gaining > 0 ? `It would let in ${of(gaining, impact.mailboxesGaining)}.` : '',
    `${counted(partnerships, 'partnership')} counted, ${undecided} undecided.`,
  ];
  return [
    ...wrap(sentences.join(' '), width),
    ...examples('cut off', impact.examplesLosing, width),
    ...examples('let in', impact.examplesGaining, width),
  ];
}

function examples(word: string, guids: readonly string[] = [], width: number): string[] {
  if (guids.length === 0) return [];
  return wrap(`For example, ${word}: ${guids.slice(0, MAX_EXAMPLES).map(safe).join(', ')}`, width);
}

/** What others have changed in the access settings since the last run. */
export function driftLines(drift: readonly DriftJson[], width: number): string[] {
  if (drift.length === 0) return [];
  const value = (text: string | undefined): string => (text ? safe(text) : 'nothing');
  return [
    'Changed by others since the last run:',
    ...drift.flatMap(({ object, property, before, after }) => {
      const name = [object, property].filter(Boolean).join(', ');
      const lines = wrap(`${safe(name)}: was ${value(before)}, is ${value(after)}`, width - 2);
      return lines.map((line) => `  ${line}`);
    }),
  ];
}
