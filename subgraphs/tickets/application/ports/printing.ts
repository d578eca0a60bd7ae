import type { TicketId } from '@parterre/contracts/kernel/ids.ts';
import type { Language } from '@parterre/contracts/kernel/language.ts';
import type { DecimalMoney } from '@parterre/contracts/kernel/money.ts';

/** Draws what is shown at the door. */
export interface TicketPrinter {
  /** The code as a QR picture: SVG, black on white with the quiet zone that scanners need. */
  qrCode(code: string): string;
  /** The ticket as one page of A4: PDF. */
  print(page: TicketPage): Promise<Buffer>;
}

/** What stands on a printed ticket. */
export interface TicketPage {
  readonly ticketId: TicketId;
  readonly code: string;
  readonly price: DecimalMoney;
  readonly title: string;
  readonly startsAt: Date;
  /** IANA zone in which its time is printed. */
  readonly timeZone: string;
  readonly hallName: string;
  readonly venueName: string;
  readonly venueAddress: string;
  readonly sectionLabel: string;
  /** Null for a standing place. */
  readonly seat: { readonly rowLabel: string; readonly seatLabel: string } | null;
  /** Null where the event has one type. */
  readonly ticketType: { readonly label: string; readonly proof: string | null } | null;
  readonly language: Language;
}
