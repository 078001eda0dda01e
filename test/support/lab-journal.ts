import type { Lab } from '../../lab';

/** An entry of the lab's journal. */
export type JournalEntry = Readonly<Record<string, unknown>>;

/** The lab's journal, as its control address gives it: every call that reached Exchange, the first one first. */
export async function labJournal<T = JournalEntry>({ description }: Pick<Lab, 'description'>): Promise<T[]> {
  const { url, token } = description.control;
  const answer = await fetch(`${url}/lab/journal`, { headers: { authorization: `Bearer ${token}` } });
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as T);
}
