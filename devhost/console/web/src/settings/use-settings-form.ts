import { useEffect, useState } from 'react';
import type { ApiProblem, ApiSaved, ApiSettings } from '../../../api-types';
import { call } from '../api';
import { useDraft } from '../drafts';
import { useNotify } from '../notify';

const CHECK_AFTER_MS = 400;

type Values = Readonly<Record<string, unknown>>;

/** The settings while they are edited. */
export interface SettingsForm {
  readonly problems: readonly ApiProblem[];
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  /** Values of a part, by its path. */
  readonly valuesOf: (part: string) => unknown;
  readonly change: (part: string, values: unknown) => void;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  readonly reset: () => Promise<void>;
}

/** Edits the settings; the connector's own check says what is wrong, while they are edited and when they are saved. */
export function useSettingsForm(settings: ApiSettings, onSaved: () => void): SettingsForm {
  const base = stated(settings.values);
  const draft = useDraft<Values>('settings', settings.values, base, stated);
  const { value: values, isChanged } = draft;
  const [problems, setProblems] = useState<readonly ApiProblem[]>(settings.problems);
  const [isSaving, setSaving] = useState(false);
  const notify = useNotify();
  useEffect(() => {
    if (!isChanged) {
      setProblems(settings.problems);
      return undefined;
    }
    const timer = setTimeout(() => {
      call<ApiSaved>('POST', '/api/settings/check', { values }).then((answer) => {
        setProblems(answer.problems);
      }, notify.failed);
    }, CHECK_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [values, isChanged, settings]);
  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      const answer = await call<ApiSaved>('PUT', '/api/settings', { values });
      setProblems(answer.problems);
      if (answer.isSaved) {
        notify.done('The settings are saved and in force');
        // What is read anew replaces what was edited; where only a secret was entered, nothing is new: it is not shown.
        const { values: now } = await call<ApiSettings>('GET', '/api/settings');
        if (stated(now) === base) draft.discard();
        onSaved();
      }
    } catch (error) {
      notify.failed(error);
    }
    setSaving(false);
  };
  const reset = async (): Promise<void> => {
    try {
      await call('DELETE', '/api/settings');
      onSaved();
    } catch (error) {
      notify.failed(error);
    }
  };
  return {
    problems,
    isChanged,
    isSaving,
    valuesOf: (part) => part.split('.').reduce<unknown>((at, name) => (at as Values | undefined)?.[name], values),
    change: (part, changed) => {
      draft.change((before) => replaced(before, part.split('.'), changed));
    },
    save,
    discard: draft.discard,
    reset,
  };
}

/** What values state, as text: the form adds empty groups, which say nothing. */
function stated(values: unknown): string {
  return JSON.stringify(withoutEmpty(values) ?? {});
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutEmpty);
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, withoutEmpty(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The values with those of a part replaced. */
function replaced(values: Values, [name = '', ...rest]: readonly string[], changed: unknown): Values {
  const inner = rest.length === 0 ? changed : replaced((values[name] ?? {}) as Values, rest, changed);
  return { ...values, [name]: inner };
}
