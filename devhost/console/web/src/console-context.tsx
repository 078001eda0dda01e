import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';
import type { ApiState } from '../../api-types';
import { call, followState, wordsOf, type Connection } from './api';

/** What every part of the page knows. */
interface ConsoleContext {
  readonly state: ApiState | undefined;
  readonly connection: Connection;
}

const Context = createContext<ConsoleContext>({ state: undefined, connection: 'connecting' });

/** Follows the state of the dev host for everything inside. */
export function ConsoleProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [state, setState] = useState<ApiState>();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => followState(setState, setConnection), []);
  return <Context value={{ state, connection }}>{children}</Context>;
}

/** The state of the dev host. */
export const useConsole = (): ConsoleContext => useContext(Context);

/** Something that was asked for. */
export interface Resource<T> {
  readonly data: T | undefined;
  readonly error: string;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

/**
 * Asks the server for something, and again whenever one of the revisions grows. What is shown stays until the answer is
 * there. An undefined path asks for nothing.
 */
export function useResource<T>(path: string | undefined, ...watched: (keyof ApiState['revisions'])[]): Resource<T> {
  const { state, connection } = useConsole();
  const [answer, setAnswer] = useState<{ path: string | undefined; data?: T; error: string }>({
    path: undefined,
    error: '',
  });
  const [turn, setTurn] = useState(0);
  const revision = watched.map((name) => state?.revisions[name] ?? 0).join('.');
  useEffect(() => {
    if (path === undefined || connection === 'refused') return undefined;
    let isWanted = true;
    call<T>('GET', path).then(
      (data) => {
        if (isWanted) setAnswer({ path, data, error: '' });
      },
      (error: unknown) => {
        if (isWanted) setAnswer((before) => ({ ...before, path, error: wordsOf(error) }));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [path, revision, turn, connection]);
  const reload = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  return {
    data: path === undefined ? undefined : answer.data,
    // That the dev host does not answer is said once, above everything.
    error: connection === 'lost' ? '' : answer.error,
    isLoading: answer.path !== path,
    reload,
  };
}

/** The current time, for "5 minutes ago": whoever asks is drawn again a few times a minute. */
export function useNow(everyMs = 15_000): number {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      setTurn((before) => before + 1);
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return Date.now();
}

/** Whether the window is as narrow as a phone. */
export function useIsNarrow(): boolean {
  const query = '(max-width: 760px)';
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const onChange = (): void => {
      setNarrow(media.matches);
    };
    media.addEventListener('change', onChange);
    return () => {
      media.removeEventListener('change', onChange);
    };
  }, []);
  return isNarrow;
}
