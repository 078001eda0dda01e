import { formatTimestamp, timestampFromMs, type Timestamp } from '../../protocol';
import { RECORD_VERSION, type ActionRecord, type WipeRecord } from '../../tasks/eas-connector-security/action-record';
import type { Journal } from '../journal';
import type { Style } from '../terminal/style';
import { counted, safe, wrap } from '../terminal/words';

const INDENT = '    ';

/** A journal for a person: a paragraph an action. */
export function journalLines({ connection, records }: Journal, style: Style, width: number): string[] {
  const open = records.filter(({ outcome }) => outcome?.isFinal !== true).length;
  const headline = `${style.strong(connection)}: ${counted(records.length, 'action')}, ${String(open)} not over`;
  return [headline, ...records.flatMap((record) => ['', ...recordLines(record, style, width)])];
}

function recordLines(record: ActionRecord, style: Style, width: number): string[] {
  const title = `${style.strong(safe(record.actionId))}  ${words(record.kind)}`;
  if (record.version > RECORD_VERSION) {
    const newer = `Written by a newer version of the connector (record version ${String(record.version)}), and left alone by this one.`;
    return [title, ...indented(style.doubtful(newer), width)];
  }
  const { outcome, orderedBy, firstSeenAt, attempts } = record;
  const by = orderedBy === '' ? '' : `, ordered by ${safe(orderedBy)}`;
  return [
    `${title}  ${stateOf(record, style)}`,
    ...indented(`first seen ${when(firstSeenAt)}${by}`, width),
    ...(outcome ? indented(safe(outcome.summary), width) : []),
    ...(record.wipe ? indented(wipeLine(record.wipe), width) : []),
    ...sentLines(record, width),
    ...attempts.flatMap(({ at, problem }, index) =>
      indented(`attempt ${String(index + 1)} at ${time(at)}: ${safe(problem?.summary ?? 'done')}`, width),
    ),
    ...(outcome?.nextAttemptAt ? indented(`next attempt after ${time(outcome.nextAttemptAt)}`, width) : []),
  ];
}

function stateOf({ outcome }: ActionRecord, style: Style): string {
  if (!outcome) return style.doubtful('begun, without an outcome');
  const text = words(outcome.state);
  if (!outcome.isFinal) return style.doubtful(`${text}, not over`);
  return ['failed', 'refused', 'expired'].includes(outcome.state) ? style.bad(text) : style.good(text);
}

function wipeLine(wipe: WipeRecord): string {
  const what = wipe.kind === 'accountOnly' ? 'account-only wipe' : 'wipe of the whole device';
  const steps: readonly (readonly [string, string | undefined])[] = [
    ['written down', when(wipe.issuedAt)],
    ['taken by Exchange', wipe.takenAt === undefined ? undefined : when(wipe.takenAt)],
    ['requested', wipe.requestTime && time(wipe.requestTime)],
    ['given to the device', wipe.sentTime && time(wipe.sentTime)],
    ['acknowledged', wipe.ackTime && time(wipe.ackTime)],
    ['standing order being ended since', wipe.endingAt === undefined ? undefined : when(wipe.endingAt)],
  ];
  const known = steps.flatMap(([word, at]) => (at === undefined ? [] : [`${word} ${at}`]));
  return `${what} ${safe(wipe.deviceId)}, partnership ${wipe.guid}: ${known.join('; ')}`;
}

function sentLines({ destructiveAt, unconfirmedAt, sentTo, domainController }: ActionRecord, width: number): string[] {
  const mailboxes = Object.keys(sentTo ?? {}).length;
  const facts = [
    ...(destructiveAt === undefined ? [] : [`sent ${when(destructiveAt)}, counted as destructive`]),
    ...(unconfirmedAt === undefined ? [] : [`sent ${when(unconfirmedAt)}, not confirmed yet`]),
    ...(mailboxes === 0 ? [] : [`sent for ${counted(mailboxes, 'mailbox', 'mailboxes')}`]),
    ...(domainController === undefined ? [] : [`through ${safe(domainController)}`]),
  ];
  return facts.length === 0 ? [] : indented(facts.join('; '), width);
}

function indented(text: string, width: number): string[] {
  return wrap(text, width - INDENT.length).map((line) => INDENT + line);
}

/** Names in code are words for people: removePartnership is "remove partnership". */
function words(name: string): string {
  return safe(name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

const time = (at: Timestamp): string => formatTimestamp({ ...at, nanos: 0 });

const when = (ms: number): string => time(timestampFromMs(ms));
