export { kerberosVerifier, type NegotiateVerifier } from './kerberos-verifier';
export { type RemotePowerShellDescription, WsmanFront } from './wsman-front';
