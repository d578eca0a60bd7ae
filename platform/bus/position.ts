/** A position as text; padded, so that greater ones are also greater as texts. "0" is before the first. */
export function showPosition(position: number): string {
  return position === 0 ? '0' : String(position).padStart(16, '0');
}
