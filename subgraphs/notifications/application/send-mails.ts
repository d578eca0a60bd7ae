import type { JobContext } from '@parterre/platform/service/use-case.ts';
import { linkAddress } from '../domain/mail.ts';
import type { Dependencies } from './dependencies.ts';
import type { Attachment, MailToSend, MailTransport, OutgoingMail } from './ports.ts';

/** Tries over a day; then the mail can still be read by the API, but for its link. */
export const MOST_ATTEMPTS = 10;
/** Few: a mail server that hangs keeps no more of them waiting. */
const BATCH = 10;
/** As long as the longest link is good. */
const KEEP_FILES_MS = 3 * 24 * 60 * 60_000;

/** Sends the mails that are due, and answers how many it took. One that fails is due again later; others go on. */
export async function sendMails(deps: Dependencies, { now }: JobContext): Promise<number> {
  const { outgoing, transport, logger } = deps;
  if (!transport) return 0;
  const mails = await outgoing.take(BATCH, now);
  await Promise.all(
    mails.map(async (mail) => {
      const about = { notificationId: mail.id, attempt: mail.attempt };
      try {
        const end = await sendMail(deps, transport, mail, now);
        await outgoing.done(mail.id, end === 'sent' ? now : null);
        if (end === 'refused') logger.warn(about, 'a mail was refused for good');
      } catch (error) {
        // Neither the mail nor its address: what a mail server says of them stays out of the log as well.
        const { code } = error as { code?: unknown };
        const fields = { ...about, code, cause: (error as Error).name };
        logger.warn(fields, isLast(mail) ? 'a mail was given up' : 'a mail was not sent; it is tried again');
      }
    }),
  );
  return mails.length;
}

/** `over` when there is nothing to send any more. */
async function sendMail(
  deps: Dependencies,
  transport: MailTransport,
  outgoing: OutgoingMail,
  at: Date,
): Promise<'sent' | 'refused' | 'over'> {
  const mail = await withLink(deps, outgoing);
  if (!mail) return 'over';
  const { id, recipient: to } = outgoing;
  return transport.send({ ...mail, id, to, at, attachments: await attachmentsOf(deps, outgoing) });
}

/** The mail with the link that it was made for; null when there is nothing to send any more. */
async function withLink(
  { links, templates, publicUrl }: Dependencies,
  { mail, userId, language, link: purpose }: OutgoingMail,
): Promise<MailToSend | null> {
  if (purpose === null) return mail;
  const issued = await links.issue(userId, purpose);
  if (!issued) return null;
  return templates.withLink(mail, purpose, linkAddress(publicUrl, purpose, issued.token), language);
}

/** The tickets of a booking that is told to be paid; in the last attempt none, rather than no mail. */
async function attachmentsOf(
  { printedTickets }: Dependencies,
  outgoing: OutgoingMail,
): Promise<readonly Attachment[]> {
  const { kind, bookingId, language } = outgoing;
  if (kind !== 'BOOKING_CONFIRMED' || bookingId === null) return [];
  try {
    return await printedTickets.of(bookingId, language);
  } catch (error) {
    if (isLast(outgoing)) return [];
    throw error;
  }
}

function isLast({ attempt }: OutgoingMail): boolean {
  return attempt >= MOST_ATTEMPTS;
}

/** Removes the files of mails whose links are no longer good. Answers how many. */
export async function forgetMailFiles({ mailFiles }: Dependencies, { now }: JobContext): Promise<number> {
  return mailFiles ? mailFiles.removeBefore(new Date(now.getTime() - KEEP_FILES_MS)) : 0;
}
