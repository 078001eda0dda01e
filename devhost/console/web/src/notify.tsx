import { Toast, ToastBody, ToastTitle, useToastController } from '@fluentui/react-components';
import { useCallback } from 'react';
import { wordsOf } from './api';

/** The place where notices appear. */
export const TOASTER_ID = 'notices';

/** Says that something was done, or why it was not. */
export function useNotify(): {
  readonly done: (title: string, more?: string) => void;
  readonly failed: (error: unknown) => void;
} {
  const { dispatchToast } = useToastController(TOASTER_ID);
  const show = useCallback(
    (intent: 'success' | 'error', title: string, more: string) => {
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {more && <ToastBody>{more}</ToastBody>}
        </Toast>,
        { intent, timeout: intent === 'error' ? 10_000 : 4_000 },
      );
    },
    [dispatchToast],
  );
  return {
    done(title, more = '') {
      show('success', title, more);
    },
    failed(error) {
      show('error', 'That did not work', wordsOf(error));
    },
  };
}
