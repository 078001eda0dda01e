import { useCallback } from 'react';
import type { ApiNewOrder } from '../../../api-types';
import { call } from '../api';
import { useNotify } from '../notify';

/** Gives an order; true if it was taken. */
export function useOrder(): (order: ApiNewOrder) => Promise<boolean> {
  const { done, failed } = useNotify();
  return useCallback(
    async (order) => {
      try {
        const { title } = await call<{ readonly title: string }>('POST', '/api/orders', order);
        done('Ordered for the next security run', title);
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },
    [done, failed],
  );
}
