import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { amountInWords } from '@parterre/contracts/kernel/amount-in-words.ts';
import { createConcurrencyLimiter } from '@parterre/platform/concurrency/limiter.ts';
import { serviceUnavailable } from '@parterre/platform/graphql/errors.ts';
import { currentBound } from '@parterre/platform/timing/bounded-work.ts';
import { encode, renderSVG } from 'uqr';
import type { TicketPage, TicketPrinter } from '../../application/ports/printing.ts';
import { formatStart, labelsOf } from './ticket-words.ts';

/** DejaVu has Latin, Cyrillic and Greek; a page holds the letters that it uses. */
const font = (name: string) => fileURLToPath(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
/** A seventh of the picture may be lost, and the squares stay large enough for a phone at arm's length. */
const qrOptions = { ecc: 'M', border: 4 } as const;

const MARGIN = 48;
/** A4 in points. */
const WIDTH = 595.28;
const QR_SIZE = 220;
const ink = '#1a1a1a';
const pale = '#6b6b6b';

/** Pages that may wait for the one that is drawn, each of another request: some seconds of them. */
const QUEUE = 200;

type Document = InstanceType<typeof import('pdfkit')>;
/** Draws one page, without a pause. */
export type DrawPage = (page: TicketPage) => Promise<Buffer>;

/**
 * Prints tickets, one page at a time: seats are held and sold on the same event loop, and get their turn before every
 * page. `draw` is the slow part, so that a test can see when it runs.
 */
export function createTicketPrinter(draw: DrawPage = createDrawing()): TicketPrinter {
  const limiter = createConcurrencyLimiter({ places: 1, queue: QUEUE });
  return {
    qrCode: (code) => renderSVG(code, qrOptions),

    async print(page) {
      const printed = await limiter.run(async () => {
        await setImmediate();
        currentBound()?.signal.throwIfAborted();
        return draw(page);
      });
      if (printed !== 'turned-away') return printed;
      throw serviceUnavailable(
        'expected fewer tickets to be printed at this moment; ask again in some seconds',
      );
    },
  };
}

/** Draws with pdfkit, which is loaded with its fonts for the first page: most starts print none. */
function createDrawing(): DrawPage {
  let loading: ReturnType<typeof loadPdfkit> | undefined;
  return async (page) => {
    loading ??= loadPdfkit().catch((error: unknown) => {
      loading = undefined; // What could not be read this time may be there the next time.
      throw error;
    });
    const { PDFDocument, fonts } = await loading;
    const document = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      lang: page.language.toLowerCase(),
      info: { Title: page.title, Subject: page.ticketId, Creator: 'Parterre' },
    });
    document.registerFont('plain', fonts.plain).registerFont('bold', fonts.bold);
    drawPage(document, page);
    return bytesOf(document);
  };
}

async function loadPdfkit() {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument();
  return {
    PDFDocument,
    fonts: { plain: parsed(document, 'DejaVuSans'), bold: parsed(document, 'DejaVuSans-Bold') },
  };
}

/**
 * A font as pdfkit has parsed it, which it takes instead of a file. Parsing is most of a page, and the glyphs that a font
 * has read it keeps: 700 kB a font at the most, however many pages there are. The types do not say so.
 */
function parsed(document: Document, name: string): Buffer {
  document.font(font(name));
  return (document as unknown as { readonly _font: { readonly font: Buffer } })._font.font;
}

function drawPage(document: Document, page: TicketPage): void {
  const labels = labelsOf(page.language);
  const width = WIDTH - 2 * MARGIN;
  document.font('plain').fontSize(10).fillColor(pale).text(labels.ticket.toUpperCase(), MARGIN, MARGIN, {
    characterSpacing: 2,
  });
  // A long title takes more lines and smaller letters, at most four of them: the page stays one.
  const size = page.title.length > 60 ? 18 : 26;
  document.moveDown(0.6).font('bold').fontSize(size).fillColor(ink);
  document.text(page.title, { width, height: 4 * size * 1.2, ellipsis: true });
  document.moveDown(0.5).font('bold').fontSize(13).text(formatStart(page), { width });
  document.moveDown(0.2).font('plain').fontSize(11).fillColor(pale);
  document.text(`${page.hallName} · ${page.venueName}`, { width, height: 32, ellipsis: true });
  document.text(page.venueAddress, { width, height: 32, ellipsis: true });
  line(document, document.y + 18, width);

  const top = document.y + 36;
  drawCode(document, page.code, WIDTH - MARGIN - QR_SIZE, top);
  const facts: [string, string][] = [
    [labels.section, page.sectionLabel],
    ...(page.seat
      ? ([
          [labels.row, page.seat.rowLabel],
          [labels.seat, page.seat.seatLabel],
        ] satisfies [string, string][])
      : ([[labels.place, labels.standing]] satisfies [string, string][])),
    ...(page.ticketType ? ([[labels.type, typeOf(page.ticketType)]] satisfies [string, string][]) : []),
    [labels.price, amountInWords(page.price, page.language)],
  ];
  const column = width - QR_SIZE - 24;
  document.y = top;
  for (const [label, value] of facts) {
    document.font('plain').fontSize(9).fillColor(pale).text(label, MARGIN, document.y, { width: column });
    document.font('bold').fontSize(15).fillColor(ink);
    document.text(value, { width: column, height: 38, ellipsis: true }).moveDown(0.55);
  }

  const bottom = Math.max(document.y, top + QR_SIZE) + 24;
  line(document, bottom, width);
  document.font('plain').fontSize(9).fillColor(pale);
  document.text(labels.admits, MARGIN, bottom + 14, { width });
  document.moveDown(0.4).text(`${labels.number} ${page.ticketId}`, { width });
}

/** With what has to be shown beside the ticket. */
function typeOf({ label, proof }: NonNullable<TicketPage['ticketType']>): string {
  return proof === null ? label : `${label} (${proof})`;
}

function line(document: Document, y: number, width: number): void {
  document
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + width, y)
    .lineWidth(0.7)
    .strokeColor('#cccccc')
    .stroke();
  document.y = y;
}

/** The code as squares: sharp at every size, and no picture to embed. */
function drawCode(document: Document, code: string, left: number, top: number): void {
  const { data, size } = encode(code, { ...qrOptions, border: 0 });
  const side = QR_SIZE / size;
  data.forEach((row, y) => {
    // Neighbours are one bar: seams between squares would be seen on a screen.
    for (let x = 0; x < size; x += 1) {
      let end = x;
      while (row[end]) end += 1;
      if (end === x) continue;
      document.rect(left + x * side, top + y * side, (end - x) * side, side + 0.05);
      x = end;
    }
  });
  document.fillColor('#000000').fill();
}

function bytesOf(document: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on('data', (part: Buffer) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
    document.end();
  });
}
