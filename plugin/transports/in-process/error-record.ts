import type { ErrorCategory, ErrorRecord, ExceptionInfo, InvocationInfo } from '../../../psrp';
import type { ByteReader } from './byte-reader';

/** Decodes what ErrorWriter.cs writes: the same ErrorRecord that PSRP carries. */
export function decodeErrorRecord(reader: ByteReader): ErrorRecord {
  const message = reader.text();
  const fullyQualifiedErrorId = reader.text();
  const categoryInfo = {
    category: reader.text() as ErrorCategory,
    activity: reader.text(),
    reason: reader.text(),
    targetName: reader.text(),
    targetType: reader.text(),
    message: reader.text(),
  };
  const targetObject = reader.flag() ? reader.text() : null;
  const scriptStackTrace = reader.text();
  const errorDetails = reader.flag() ? { message: reader.text(), recommendedAction: reader.text() } : undefined;
  const invocationInfo = reader.flag() ? decodeInvocation(reader) : undefined;
  const exception = decodeException(reader, reader.count());
  return {
    message,
    exception,
    fullyQualifiedErrorId,
    categoryInfo,
    errorDetails,
    targetObject,
    scriptStackTrace,
    invocationInfo,
  };
}

function decodeInvocation(reader: ByteReader): InvocationInfo {
  return {
    commandName: reader.text(),
    invocationName: reader.text(),
    line: reader.text(),
    scriptName: reader.text() || undefined,
    positionMessage: reader.text(),
    offsetInLine: reader.int32(),
    scriptLineNumber: reader.int32(),
    pipelineLength: reader.int32(),
    pipelinePosition: reader.int32(),
    expectingInput: reader.flag(),
    historyId: 0,
    boundParameters: null,
    unboundArguments: null,
  };
}

/** The exception and `left - 1` that caused it. */
function decodeException(reader: ByteReader, left: number): ExceptionInfo | undefined {
  if (left === 0) return undefined;
  return {
    typeNames: reader.texts(),
    message: reader.text(),
    hResult: reader.int32(),
    source: reader.text(),
    stackTrace: reader.text(),
    inner: decodeException(reader, left - 1),
  };
}
