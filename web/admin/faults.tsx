import { useRefusalText } from '../app/refusals.ts';
import type { Fault } from '../organizer/faults.ts';
import { Notice } from '../ui/notice.tsx';
import { adminRefusals } from './admin-refusals.ts';

/** Why an administrator was refused, spoken when it comes. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const text = useRefusalText(adminRefusals);
  return (
    <div role="alert">
      {faults.map((fault) => (
        <Notice key={fault.code} tone="danger">
          {text(fault)}
        </Notice>
      ))}
    </div>
  );
}
