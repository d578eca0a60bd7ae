import type { Asker } from '@parterre/platform/kernel/asker.ts';
import type { AdmittedOperation } from '../admission/admission.ts';

/** An operation that came over a WebSocket and was admitted, and who sent it. */
export interface SubscribedOperation extends AdmittedOperation {
  readonly asker: Asker;
}
