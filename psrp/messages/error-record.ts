import { PSObject, type PSValue } from '../ps-object';
import { ERROR_CATEGORIES, type ErrorCategory } from './error-category';
import { decodeException, encodeException, type ExceptionInfo } from './exception-info';
import {
  decodeInvocationInfo,
  decodeInvocationInfoObject,
  encodeInvocationInfo,
  type InvocationInfo,
} from './invocation-info';
import { flagField, integerField, listField, textField } from './read-fields';

/** ErrorCategoryInfo: what kind of error, in doing what, to what. */
export interface ErrorCategoryInfo {
  readonly category: ErrorCategory;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
  /** The whole as one line. */
  readonly message: string;
}

/** An ErrorRecord, whole. */
export interface ErrorRecord {
  /** What PowerShell shows: that of the error details if there are any, else that of the exception. */
  readonly message: string;
  readonly exception: ExceptionInfo | undefined;
  readonly fullyQualifiedErrorId: string;
  readonly categoryInfo: ErrorCategoryInfo;
  readonly errorDetails?: { readonly message: string; readonly recommendedAction: string } | undefined;
  readonly targetObject: PSValue;
  readonly scriptStackTrace?: string | undefined;
  /** Where it happened. Only a sender that was asked for it (`addInvocationInfo`) tells everything. */
  readonly invocationInfo?: InvocationInfo | undefined;
  readonly pipelineIterationInfo?: readonly PSValue[];
  /** The record as it came, with whatever else it has. */
  readonly object?: PSObject;
}

/** The types of an error record. */
const ERROR_RECORD = ['System.Management.Automation.ErrorRecord', 'System.Object'];

const RUNTIME_EXCEPTION = 'System.Management.Automation.RuntimeException';

/** An error record from its parts, for servers. */
export function errorRecord(
  message: string,
  details: Partial<Omit<ErrorRecord, 'message' | 'categoryInfo'>> & {
    readonly category?: Partial<ErrorCategoryInfo>;
    readonly exceptionType?: string;
  } = {},
): ErrorRecord {
  const { category, exceptionType, ...rest } = details;
  return {
    message,
    exception: { typeNames: [exceptionType ?? RUNTIME_EXCEPTION, 'System.Exception', 'System.Object'], message },
    fullyQualifiedErrorId: '',
    targetObject: null,
    ...rest,
    categoryInfo: { ...NO_CATEGORY, ...category },
  };
}

const NO_CATEGORY: ErrorCategoryInfo = {
  category: 'NotSpecified',
  activity: '',
  reason: '',
  targetName: '',
  targetType: '',
  message: '',
};

/** An error record from what travelled. It is read leniently: an error must never be lost for being odd. */
export function decodeErrorRecord(value: PSValue): ErrorRecord {
  if (!(value instanceof PSObject)) return { ...errorRecord(String(value)), object: new PSObject(new Map()) };
  const exception = decodeException(value.get('Exception'));
  const detailsMessage = textField(value, 'ErrorDetails_Message');
  const recommendedAction = textField(value, 'ErrorDetails_RecommendedAction') ?? '';
  return {
    message: detailsMessage ?? exception?.message ?? value.text ?? '',
    exception,
    fullyQualifiedErrorId: textField(value, 'FullyQualifiedErrorId') ?? '',
    categoryInfo: decodeCategory(value),
    errorDetails: detailsMessage === undefined ? undefined : { message: detailsMessage, recommendedAction },
    targetObject: value.get('TargetObject') ?? null,
    scriptStackTrace: textField(value, 'ErrorDetails_ScriptStackTrace'),
    invocationInfo: findInvocationInfo(value),
    pipelineIterationInfo: listField(value, 'PipelineIterationInfo'),
    object: value,
  };
}

/** The invocation info, if the sender was asked for it or sent it all the same. */
function findInvocationInfo(record: PSObject): InvocationInfo | undefined {
  if (flagField(record, 'SerializeExtendedInfo')) return decodeInvocationInfo(record);
  const info = record.get('InvocationInfo');
  return info instanceof PSObject ? decodeInvocationInfoObject(info) : undefined;
}

function decodeCategory(object: PSObject): ErrorCategoryInfo {
  const text = (name: string): string => textField(object, `ErrorCategory_${name}`) ?? '';
  return {
    category: ERROR_CATEGORIES[integerField(object, 'ErrorCategory_Category') ?? 0] ?? 'NotSpecified',
    activity: text('Activity'),
    reason: text('Reason'),
    targetName: text('TargetName'),
    targetType: text('TargetType'),
    message: text('Message'),
  };
}

/** What travels of an error record. */
export function encodeErrorRecord(record: ErrorRecord): PSObject {
  const { categoryInfo, errorDetails, invocationInfo } = record;
  const notes = new Map<string, PSValue>([
    ['Exception', record.exception ? encodeException(record.exception) : null],
    ['TargetObject', record.targetObject],
    ['FullyQualifiedErrorId', record.fullyQualifiedErrorId],
    ['InvocationInfo', null],
    ['ErrorCategory_Category', ERROR_CATEGORIES.indexOf(categoryInfo.category)],
    ['ErrorCategory_Activity', categoryInfo.activity],
    ['ErrorCategory_Reason', categoryInfo.reason],
    ['ErrorCategory_TargetName', categoryInfo.targetName],
    ['ErrorCategory_TargetType', categoryInfo.targetType],
    ['ErrorCategory_Message', categoryInfo.message],
  ]);
  if (errorDetails) {
    notes.set('ErrorDetails_Message', errorDetails.message);
    notes.set('ErrorDetails_RecommendedAction', errorDetails.recommendedAction);
  }
  notes.set('SerializeExtendedInfo', invocationInfo !== undefined);
  if (invocationInfo) {
    for (const [name, value] of encodeInvocationInfo(invocationInfo)) notes.set(name, value);
    notes.set('PipelineIterationInfo', record.pipelineIterationInfo ?? []);
  }
  if (record.scriptStackTrace !== undefined) notes.set('ErrorDetails_ScriptStackTrace', record.scriptStackTrace);
  return new PSObject(notes, ERROR_RECORD, record.message, undefined, 0);
}
