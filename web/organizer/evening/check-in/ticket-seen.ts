/** What is known of a ticket at the door. */
export interface TicketSeen {
  readonly section: { readonly label: string } | null;
  readonly seat: { readonly label: string; readonly row: { readonly label: string } } | null;
  readonly typeLabel: string | null;
  /** What its bearer has to show; null for nothing. */
  readonly proof: string | null;
  readonly status: 'VALID' | 'REFUNDING' | 'REFUNDED';
  readonly checkedInAt: string | null;
}
