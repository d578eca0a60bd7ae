import type { AdmittedOperation } from '../admission/admission.ts';
import type { Caller } from '../caller.ts';

/** An operation that came over a WebSocket and was admitted, and who sent it. */
export interface SubscribedOperation extends AdmittedOperation {
  readonly caller: Caller;
}
