import type { ApiAccess, ApiDesiredAccess, ApiRule } from '../../../api-types';

/** What the form holds of DesiredAccess. */
export interface AccessForm {
  /** Empty: not touched. */
  readonly level: string;
  readonly userMailInsert: string;
  readonly adminMailRecipients: string;
  readonly managesRules: boolean;
  readonly rules: readonly ApiRule[];
  readonly removesOthers: boolean;
  readonly preApproves: boolean;
  readonly maxLosing: number;
}

/** A message of the settings. */
type Message = Readonly<Record<string, unknown>>;

const message = (value: unknown): Message => (typeof value === 'object' && value !== null ? (value as Message) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The form for what is wanted; for settings that are not managed yet, for what is. */
export function formOf({ desired, current }: ApiAccess): AccessForm {
  if (!desired) {
    const level = current.defaultAccessLevel === '' ? '' : `ACCESS_LEVEL_${current.defaultAccessLevel.toUpperCase()}`;
    return {
      level,
      userMailInsert: '',
      adminMailRecipients: '',
      managesRules: false,
      rules: current.rules,
      removesOthers: false,
      preApproves: false,
      maxLosing: 0,
    };
  }
  const organization = message(desired['organization']);
  const rules = message(desired['rules']);
  return {
    level: text(organization['defaultAccessLevel']),
    userMailInsert: text(organization['userMailInsert']),
    adminMailRecipients: list(message(organization['adminMailRecipients'])['addresses']).map(text).join(', '),
    managesRules: desired['rules'] !== undefined,
    rules: list(rules['rules']).map(ruleOf),
    removesOthers: rules['removeOthers'] === true,
    preApproves: desired['preApproveExistingDevices'] === true,
    maxLosing: Number(desired['maxDevicesLosingAccess'] ?? 0),
  };
}

function ruleOf(value: unknown): ApiRule {
  const rule = message(value);
  return {
    characteristic: text(rule['characteristic']),
    queryString: text(rule['queryString']),
    accessLevel: text(rule['accessLevel']),
  };
}

/**
 * The JSON of DesiredAccess. What is empty is left out: it is not touched. What the form does not show, or nobody has
 * edited, stays as it was wanted before: also an empty text, which takes Exchange's away.
 */
export function desiredOf(form: AccessForm, access: ApiAccess): ApiDesiredAccess {
  const addresses = form.adminMailRecipients.split(/[\s,;]+/).filter(Boolean);
  const old = formOf(access);
  const { defaultAccessLevel, userMailInsert, adminMailRecipients, ...unseen } = message(
    access.desired?.['organization'],
  );
  const stated = (name: string, isUnedited: boolean, before: unknown, value: unknown): object => {
    const wanted = isUnedited && before !== undefined ? before : value;
    return wanted === undefined ? {} : { [name]: wanted };
  };
  const organization = {
    ...unseen,
    ...stated('defaultAccessLevel', form.level === old.level, defaultAccessLevel, form.level || undefined),
    ...stated(
      'userMailInsert',
      form.userMailInsert === old.userMailInsert,
      userMailInsert,
      form.userMailInsert || undefined,
    ),
    ...stated(
      'adminMailRecipients',
      form.adminMailRecipients === old.adminMailRecipients,
      adminMailRecipients,
      addresses.length === 0 ? undefined : { addresses },
    ),
  };
  return {
    ...(Object.keys(organization).length === 0 ? {} : { organization }),
    ...(form.managesRules ? { rules: { rules: form.rules, removeOthers: form.removesOthers } } : {}),
    preApproveExistingDevices: form.preApproves,
    maxDevicesLosingAccess: form.maxLosing,
  };
}
