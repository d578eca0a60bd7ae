import type { JobContext } from '@parterre/platform/service/use-case.ts';
import { linkParagraph } from '../domain/mail.ts';
import type { Dependencies } from './dependencies.ts';
import type { MailTransport, OutgoingMail } from './ports.ts';

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
      try {
        await outgoing.done(mail.id, (await sendMail(deps, transport, mail, now)) ? now : null);
      } catch (error) {
        // Neither the mail nor its address: what a mail server says of them stays out of the log as well.
        const { code } = error as { code?: unknown };
        const fields = { notificationId: mail.id, attempt: mail.attempt, code, cause: (error as Error).name };
        const isLast = mail.attempt >= MOST_ATTEMPTS;
        logger.warn(fields, isLast ? 'a mail was given up' : 'a mail was not sent; it is tried again');
      }
    }),
  );
  return mails.length;
}

/** False when there is nothing to send any more. */
async function sendMail(
  { links, publicUrl }: Dependencies,
  transport: MailTransport,
  mail: OutgoingMail,
  at: Date,
): Promise<boolean> {
  const { id, userId, recipient: to, subject, body, link: purpose } = mail;
  if (purpose === null) {
    await transport.send({ id, to, subject, text: body, at });
    return true;
  }
  const issued = await links.issue(userId, purpose);
  if (!issued) return false;
  const text = `${body}\n\n${linkParagraph(publicUrl, purpose, issued.token)}\n`;
  await transport.send({ id, to, subject, text, at });
  return true;
}

/** Removes the files of mails whose links are no longer good. Answers how many. */
export async function forgetMailFiles({ mailFiles }: Dependencies, { now }: JobContext): Promise<number> {
  return mailFiles ? mailFiles.removeBefore(new Date(now.getTime() - KEEP_FILES_MS)) : 0;
}
