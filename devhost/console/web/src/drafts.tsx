import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

/** What is being edited, and what it was made from. */
interface Draft {
  readonly base: string;
  readonly value: unknown;
  /** False where it means what is stored: a form adds empty groups before anybody has edited anything. */
  readonly isChanged: boolean;
}

interface Drafts {
  readonly kept: ReadonlyMap<string, Draft>;
  /** @param change gives the draft that takes the place of the one before; undefined if there is none any more */
  readonly keep: (page: string, change: (before: Draft | undefined) => Draft | undefined) => void;
}

const Context = createContext<Drafts>({ kept: new Map(), keep: () => undefined });

/** Keeps what is being edited while another page is shown; the browser asks before it is lost. */
export function DraftsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [kept, setKept] = useState<ReadonlyMap<string, Draft>>(new Map());
  const drafts = useMemo<Drafts>(
    () => ({
      kept,
      keep: (page, change) => {
        setKept((before) => {
          const draft = change(before.get(page));
          const others = [...before].filter(([name]) => name !== page);
          return new Map(draft ? [...others, [page, draft]] : others);
        });
      },
    }),
    [kept],
  );
  const isAnyChanged = [...kept.values()].some(({ isChanged }) => isChanged);
  useEffect(() => {
    if (!isAnyChanged) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [isAnyChanged]);
  return <Context value={drafts}>{children}</Context>;
}

/** The pages on which something is not saved yet. */
export function useUnsavedPages(): ReadonlySet<string> {
  const changed = [...useContext(Context).kept].filter(([, { isChanged }]) => isChanged);
  return new Set(changed.map(([page]) => page));
}

/** What a page edits. */
export interface Edited<T> {
  readonly value: T;
  readonly isChanged: boolean;
  readonly change: (change: (before: T) => T) => void;
  readonly discard: () => void;
}

/**
 * Edits what is stored. What was edited is dropped when what it was made from is replaced.
 * @param base what it is made from, as text
 * @param textOf two values that mean the same have the same text
 */
export function useDraft<T>(page: string, stored: T, base: string, textOf: (value: T) => string): Edited<T> {
  const { kept, keep } = useContext(Context);
  const draft = kept.get(page);
  const isOld = draft !== undefined && draft.base !== base;
  useEffect(() => {
    if (isOld) keep(page, (before) => (before?.base === base ? before : undefined));
  }, [isOld, base]);
  const valueOf = (from: Draft | undefined): T => (from?.base === base ? (from.value as T) : stored);
  const value = valueOf(draft);
  const storedText = textOf(stored);
  return {
    value,
    isChanged: textOf(value) !== storedText,
    change: (change) => {
      keep(page, (before) => {
        const changed = change(valueOf(before));
        return { base, value: changed, isChanged: textOf(changed) !== storedText };
      });
    },
    discard: () => {
      keep(page, () => undefined);
    },
  };
}
