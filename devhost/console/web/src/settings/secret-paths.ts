import { createContext } from 'react';

/** The paths of secrets that are set. */
export const SecretPaths = createContext<readonly string[]>([]);
