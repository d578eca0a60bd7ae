import type { ReactNode } from 'react';
import { useRefusalText } from '../app/refusals.ts';
import { Notice } from '../ui/notice.tsx';
import { type Fault, faultAt, otherFaults } from './faults.ts';
import { officeRefusals } from './office-refusals.ts';

/** What to write beside a field of a form that was refused; nothing where it is not at fault. */
export function useFieldErrors(faults: readonly Fault[]): (path: string) => string | undefined {
  const text = useRefusalText(officeRefusals);
  return (path) => {
    const fault = faultAt(faults, path);
    return fault && text(fault);
  };
}

interface FormFaultsProps {
  readonly faults: readonly Fault[];
  /** The fields that show their own. */
  readonly shown?: readonly string[];
  readonly action?: ReactNode;
}

/** What was refused for no field's sake, spoken when it comes. */
export function FormFaults({ faults, shown = [], action }: FormFaultsProps) {
  const text = useRefusalText(officeRefusals);
  const texts = [...new Set(otherFaults(faults, shown).map((fault) => text(fault)))];
  return (
    <div role="alert">
      {texts.length > 0 && (
        <Notice tone="danger" action={action}>
          {texts.map((each) => (
            <p key={each}>{each}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
