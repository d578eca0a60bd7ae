import { describe, expect, it } from '@jest/globals';
import { publicAdmission } from '../support/public-admission.ts';

const { admission } = publicAdmission();
const id = '0192f0c4-7a2e-7c3a-9d61-0a8f3f0e5b77';

/** Whether an operation that prints so many tickets is admitted. */
function judge(pages: number): string {
  const fields = Array.from({ length: pages }, (_, index) => `t${index}: ticket(id: "${id}") { pdf }`);
  return admission.admit({ query: `{ ${fields.join(' ')} }` }).kind;
}

describe('printed tickets', () => {
  it('are admitted ten in one operation, a booking of ten for one', () => {
    expect(judge(10)).toBe('admitted');
  });

  it('are refused when they are more than nineteen', () => {
    expect([judge(19), judge(20)]).toEqual(['admitted', 'refused']);
  });

  it('are counted under each alias of one ticket', () => {
    const aliases = Array.from({ length: 20 }, (_, index) => `p${index}: pdf`).join(' ');
    expect(admission.admit({ query: `{ ticket(id: "${id}") { ${aliases} } }` }).kind).toBe('refused');
  });
});
