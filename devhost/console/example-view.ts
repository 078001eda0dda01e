import type { ApiExample, ApiRow } from './api-types';
import { plainName } from './person-name';

/** Finds the row of a partnership. */
export interface RowSource {
  row(guid: string): ApiRow | undefined;
}

/** A partnership by the names that people know: its device and its user. */
export function nameOfRow({ device, user, address, guid }: ApiRow): string {
  return `${plainName(device) || 'a device'} of ${plainName(user || address) || guid}`;
}

/** An example: a partnership's GUID by what people call the partnership; anything else as it is. */
export function exampleView(text: string, rows: RowSource): ApiExample {
  const row = rows.row(text);
  return row ? { guid: row.guid, text: nameOfRow(row) } : { guid: '', text };
}
