import { readFileSync } from 'node:fs';
import { amountInWords } from '@parterre/contracts/kernel/amount-in-words.ts';
import { type Language, languages } from '@parterre/contracts/kernel/language.ts';
import { exhaustive } from '@parterre/platform/kernel/exhaustive.ts';
import { Eta, type TemplateFunction } from 'eta';
import type { MailTemplates } from '../../application/ports.ts';
import {
  type BookingOfMail,
  type LinkPurpose,
  loyaltyLevels,
  type MailContent,
  type MailKind,
  mailKinds,
  oneLine,
  type Place,
  someLines,
} from '../../domain/mail.ts';
import {
  guestsInWords,
  isNothing,
  levelInWords,
  reasonInWords,
  ticketsInWords,
  timeInWords,
} from '../../domain/words.ts';

// A mail is one template in each language, from which both its text and its HTML are made: they cannot say different
// things. The first line is the subject, empty lines part paragraphs. Values are escaped in HTML, and in text they are
// one line each, but for a description, which has paragraphs of its own.
const html = new Eta({ autoEscape: true, autoTrim: false });
const text = new Eta({ autoEscape: false, autoTrim: false });

/** Where a link is put that is made when the mail is sent. No value can hold it: its brackets would be escaped. */
const LINK = '<!--link-->';

type Values = Readonly<Record<string, string | boolean>>;

const signature = { EN: 'Yours, Parterre', RU: 'Ваш Parterre' } as const satisfies Record<Language, string>;
const links = {
  EN: {
    EMAIL_CONFIRMATION: { lead: 'Confirm your mail address here:', button: 'Confirm the address' },
    PASSWORD_RESET: { lead: 'Set a new password here:', button: 'Set a new password' },
  },
  RU: {
    EMAIL_CONFIRMATION: { lead: 'Подтвердите адрес почты здесь:', button: 'Подтвердить адрес' },
    PASSWORD_RESET: { lead: 'Задайте новый пароль здесь:', button: 'Задать новый пароль' },
  },
} as const satisfies Record<Language, Record<LinkPurpose, { lead: string; button: string }>>;

/** The mails' templates, compiled once: a broken one is found when the server starts. */
export function createMailTemplates(): MailTemplates {
  const compiled = new Map(
    languages.flatMap((language) =>
      mailKinds.map((kind) => {
        const source = read(`${language.toLowerCase()}/${fileOf(kind)}`);
        return [`${language} ${kind}`, { html: html.compile(source), text: text.compile(source) }] as const;
      }),
    ),
  );
  const [layout, show, link] = ['layout', 'show', 'link'].map((name) =>
    html.compile(read(`${name}.html.eta`)),
  ) as [TemplateFunction, TemplateFunction, TemplateFunction];

  return {
    write(content, language) {
      const template = compiled.get(`${language} ${content.kind}`);
      if (!template) throw new Error(`expected a template for ${content.kind} in ${language}`);
      const values = valuesOf(content, language);
      const shown = 'booking' in content ? showOf(content.booking, language) : null;
      const lines = shown ? [shown.title, ...shown.lines].join('\n') : '';
      const [subject = '', ...paragraphs] = paragraphsOf(
        text.render(template.text, { ...values, show: lines }),
      );
      const box = shown ? html.render(show, shown).trim() : '';
      const [, ...blocks] = paragraphsOf(html.render(template.html, { ...values, show: box }));
      const body = blocks.map(blockOf).join('\n');
      const shell = { lang: language.toLowerCase(), subject, body, signature: signature[language] };
      return {
        subject: oneLine(subject),
        text: [...paragraphs, signature[language]].join('\n\n'),
        html: html.render(layout, shell),
      };
    },

    withLink(mail, purpose, address, language) {
      const { lead, button } = links[language][purpose];
      const block = html.render(link, { lead, button, address }).trim();
      return {
        subject: mail.subject,
        text: `${mail.text}\n\n${lead}\n${address}\n`,
        // A function, because an address may hold what a replacement text would read as a pattern.
        html: mail.html?.replace(LINK, () => block) ?? null,
      };
    },
  };
}

function valuesOf(content: MailContent, language: Language): Values {
  switch (content.kind) {
    case 'EMAIL_CONFIRMATION':
    case 'PASSWORD_RESET':
    case 'ADDRESS_REGISTERED_AGAIN':
      return {};
    case 'USER_REGISTERED':
      return { nickname: oneLine(content.nickname) };
    case 'USER_BLOCKED':
      return { reason: oneLine(content.reason) };
    case 'LOYALTY_LEVEL_CHANGED': {
      const { level, previousLevel } = content;
      return {
        rose: loyaltyLevels.indexOf(level) > loyaltyLevels.indexOf(previousLevel),
        level: levelInWords(level, language),
        previousLevel: levelInWords(previousLevel, language),
      };
    }
    case 'BOOKING_CONFIRMED':
      return {
        ...bookingValues(content.booking),
        tickets: ticketsInWords(content.ticketCount, language),
        total: amountInWords(content.total, language),
        discount: isNothing(content.discount) ? '' : amountInWords(content.discount, language),
      };
    case 'BOOKING_CANCELLED':
      return { ...bookingValues(content.booking), reason: reasonInWords(content.reason, language) };
    case 'TICKETS_REFUNDED': {
      const { remainingTickets: remaining } = content;
      return {
        ...bookingValues(content.booking),
        tickets: ticketsInWords(content.ticketCount, language),
        refunded: amountInWords(content.refunded, language),
        remaining: remaining === 0 ? '' : ticketsInWords(remaining, language),
      };
    }
    case 'EVENT_REMINDER':
      return { ...bookingValues(content.booking), tickets: ticketsInWords(content.ticketCount, language) };
    case 'EVENT_CANCELLED': {
      const { minimumGuests } = content;
      return {
        ...bookingValues(content.booking),
        reason: oneLine(content.reason),
        minimum: minimumGuests === null ? '' : guestsInWords(minimumGuests, language),
      };
    }
    case 'EVENT_MOVED': {
      const { booking, previousStartsAt, previousPlace } = content;
      const timeZone = booking.place?.timeZone ?? null;
      return {
        ...bookingValues(booking),
        hasOtherTime: previousStartsAt.getTime() !== booking.startsAt.getTime(),
        // As its reader was told, by the clocks of the place that it was to be in.
        previousStart: timeInWords(previousStartsAt, previousPlace?.timeZone ?? timeZone, language),
        previousPlace: previousPlace ? placeInWords(previousPlace) : '',
        isAsBooked: content.refundUntil === null,
        refundUntil: isBeforeStart(content) ? timeInWords(content.refundUntil, timeZone, language) : '',
        reason: content.reason === null ? '' : oneLine(content.reason),
        previousTitle: content.previousTitle === null ? '' : oneLine(content.previousTitle),
      };
    }
    case 'EVENT_CHANGED': {
      const { description, previousTitle } = content;
      return {
        ...bookingValues(content.booking),
        previousTitle: previousTitle === null ? '' : oneLine(previousTitle),
        isRedescribed: description !== undefined,
        description: someLines(description ?? ''),
      };
    }
    default:
      return exhaustive(content);
  }
}

type Move = Extract<MailContent, { kind: 'EVENT_MOVED' }>;

/** Whether the right to everything ends before the event begins, so that it has to be said. */
function isBeforeStart(move: Move): move is Move & { readonly refundUntil: Date } {
  return move.refundUntil !== null && move.refundUntil < move.booking.startsAt;
}

function bookingValues({ eventTitle, bookingId }: BookingOfMail): Values {
  return { title: oneLine(eventTitle), bookingId };
}

/** The event in lines of its own: what, when and where. */
function showOf({ eventTitle, startsAt, place }: BookingOfMail, language: Language) {
  const start = timeInWords(startsAt, place?.timeZone ?? null, language);
  return {
    title: oneLine(eventTitle),
    lines: [`${start.charAt(0).toUpperCase()}${start.slice(1)}`, ...(place ? [placeInWords(place)] : [])],
  };
}

function placeInWords({ hallName, venueName }: Place): string {
  return oneLine(`${hallName}, ${venueName}`);
}

/** The parts between empty lines; what a condition left empty is none. */
function paragraphsOf(rendered: string): string[] {
  return rendered.split(/\n{2,}/).flatMap((part) => part.trim() || []);
}

/** A paragraph of HTML; what is a block already stays as it is. No value begins with a bracket. */
function blockOf(part: string): string {
  return part.startsWith('<')
    ? part
    : `<p style="margin:0 0 16px;overflow-wrap:anywhere">${part.replaceAll('\n', '<br>')}</p>`;
}

function fileOf(kind: MailKind): string {
  return `${kind.toLowerCase().replaceAll('_', '-')}.eta`;
}

function read(name: string): string {
  return readFileSync(new URL(`./templates/${name}`, import.meta.url), 'utf8');
}
