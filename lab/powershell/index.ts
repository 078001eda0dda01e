export { PowerShellFront } from './powershell-front';
export type { PowerShellDescription } from './powershell-front';
