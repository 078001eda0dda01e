import { readFile } from 'node:fs/promises';
import { settingsFromJson, type SettingsBytes, type TaskName } from '../protocol';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';

/**
 * Reads the settings of a task from a file: JSON (UTF-8, or UTF-16 as Windows PowerShell writes it) or a binary message.
 * Wrong JSON gives problems, all at once; whether a message fits is for the plugin to say.
 * @throws CliError if the file cannot be read
 */
export async function readSettingsFile(task: TaskName, path: string): Promise<SettingsBytes> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new CliError(
      EXIT.noInput,
      `The settings file cannot be read: ${error instanceof Error ? error.message : path}`,
    );
  }
  const text = textOf(bytes);
  return text === undefined ? { bytes, problems: [] } : settingsFromJson(task, text);
}

/** The file as text; undefined if it is a binary message, which always has control characters. */
export function textOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  const hasControlCharacters = bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  if (hasControlCharacters || bytes.length === 0) return undefined;
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}
