import { once } from 'node:events';
import * as winston from 'winston';
import TransportStream from 'winston-transport';
import { Secret } from '../../protocol';
import type { LogLevel, LogRecord } from '../host/host';
import { formatLine, safeText, type LogEntry } from './log-line';
import { RotatingFile } from './rotating-file';
import { SecretMask } from './secret-mask';
import type { LogFields, TaskLog } from './task-log';
import { messageOf, stackOf } from './thrown';

/** Where a run's log goes. */
export interface TaskLogOptions {
  /** The task; its files are called after it. */
  readonly task: string;
  /** The task's own log folder. */
  readonly folder: string;
  readonly runId: string;
  /** The least severe records that are kept. */
  readonly level: LogLevel;
  readonly maxFileBytes: number;
  readonly maxFiles: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Takes each record to the host as well. */
  readonly forward: (record: LogRecord) => void;
}

/** A log that is open. */
export interface OpenTaskLog {
  readonly log: TaskLog;
  /** A fault of our own, with its stack, which goes into the file and not to the host. */
  readonly fault: (message: string, error: unknown) => void;
  /** A text without the secrets that the log hides. */
  readonly mask: (text: string) => string;
  /** Writes everything to the disk. */
  readonly close: () => Promise<void>;
}

/** A record on its way through winston. */
interface Info extends LogEntry {
  /** Particulars for the file alone. */
  readonly fileOnly: Readonly<Record<string, string>>;
}

/**
 * Opens the log of a run. It never fails: if the files cannot be written, it says so to the host, once, and the records
 * go to the host alone. Nothing is shared with another log.
 */
export function openTaskLog(options: TaskLogOptions): OpenTaskLog {
  const { task: name, folder, maxFileBytes, maxFiles, runId, now } = options;
  const forward = (record: LogRecord): void => {
    try {
      options.forward(record);
    } catch {
      // A host that cannot take a record does not end the run. The file has it.
    }
  };
  const file = new RotatingFile({ folder, name, maxFileBytes, maxFiles });
  const attempt = tellingFailures(forward);
  const mask = new SecretMask();
  const logger = winston.createLogger({
    level: options.level,
    // Each transport writes the record in its own way.
    format: winston.format((info) => info)(),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- winston's typings name the class by another route
    transports: [fileTransport(file, attempt), hostTransport(forward)],
  });
  const write: Write = (level, message, fields, fileOnly = {}) => {
    const clean = (texts: LogFields): Record<string, string> => cleanFields(texts, mask);
    const info: Info = {
      level,
      at: now(),
      runId,
      message: mask.apply(message),
      fields: clean(fields),
      fileOnly: clean(fileOnly),
    };
    logger.log(info);
  };
  return {
    log: taskLog(write, mask, {}),
    fault: (message, error) => {
      write('error', message, {}, { stack: stackOf(error) });
    },
    mask: (text) => mask.apply(text),
    close: async () => {
      const finished = once(logger, 'finish');
      logger.end();
      await finished;
      attempt(() => {
        file.close();
      });
    },
  };
}

type Write = (level: LogLevel, message: string, fields: LogFields, fileOnly?: LogFields) => void;

function taskLog(write: Write, mask: SecretMask, common: LogFields): TaskLog {
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      write(level, message, { ...common, ...fields });
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => taskLog(write, mask, { ...common, ...fields }),
    hide: (secrets) => {
      mask.add(secrets);
    },
  };
}

/** Fields as texts. What is not of a type that fields may have, by a mistake of ours, is not printed. */
function cleanFields(fields: LogFields, mask: SecretMask): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries<unknown>(fields)) {
    if (value === undefined) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      texts[name] = mask.apply(String(value));
    } else {
      texts[name] = value instanceof Secret ? String(value) : '[object]';
    }
  }
  return texts;
}

/** Runs a piece of file work; what it throws is told to the host, the first time. */
type FileWork = (work: () => void) => void;

/** A log that cannot be written ends no run; but somebody has to be told. */
function tellingFailures(forward: (record: LogRecord) => void): FileWork {
  let hasFailed = false;
  return (work) => {
    try {
      work();
    } catch (error) {
      if (hasFailed) return;
      hasFailed = true;
      const message =
        "The task's log file cannot be written; its records are only here. " +
        'Check the rights on its folder and the space on the disk.';
      forward({ level: 'warn', message, fields: { why: safeText(messageOf(error)) } });
    }
  };
}

/** Writes records to the task's files. */
function fileTransport(file: RotatingFile, attempt: FileWork): TransportStream {
  return new TransportStream({
    log(info: Info, next) {
      attempt(() => {
        file.append(formatLine({ ...info, fields: { ...info.fields, ...info.fileOnly } }), info.at);
      });
      next();
    },
  });
}

/** Hands records to the host. */
function hostTransport(forward: (record: LogRecord) => void): TransportStream {
  return new TransportStream({
    log({ level, message, fields }: Info, next) {
      const safe = Object.entries(fields).map(([name, value]): [string, string] => [safeText(name), safeText(value)]);
      forward({ level, message: safeText(message), fields: Object.fromEntries(safe) });
      next();
    },
  });
}
