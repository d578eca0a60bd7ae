import { describe, expect, it } from '@jest/globals';
import { languages } from '@parterre/contracts/kernel/language.ts';
import { type MailContent, mailKinds } from '../../domain/mail.ts';
import { createMailTemplates } from './mail-templates.ts';

const templates = createMailTemplates();
const eur = (amount: string) => ({ amount, currencyCode: 'EUR' as const });
const place = { timeZone: 'Europe/Vienna', hallName: 'Great Hall', venueName: 'Old Theatre' };
const booking = {
  bookingId: 'b-1',
  eventTitle: 'The Cherry Orchard',
  startsAt: new Date('2027-03-01T18:30:00Z'),
  place,
};
const unsaid = { previousPlace: null, previousTitle: null, refundUntil: booking.startsAt, reason: null };
const paid = { ticketCount: 2, discount: eur('5.00'), total: eur('45.00') };
/** One mail of each kind. */
const contents: readonly MailContent[] = [
  { kind: 'USER_REGISTERED', nickname: 'ada' },
  { kind: 'EMAIL_CONFIRMATION' },
  { kind: 'PASSWORD_RESET' },
  { kind: 'ADDRESS_REGISTERED_AGAIN' },
  { kind: 'USER_BLOCKED', reason: 'sells on at the door' },
  { kind: 'LOYALTY_LEVEL_CHANGED', level: 'GOLD', previousLevel: 'SILVER' },
  { kind: 'BOOKING_CONFIRMED', booking, ...paid },
  { kind: 'BOOKING_CANCELLED', booking, reason: 'EXPIRED' },
  { kind: 'TICKETS_REFUNDED', booking, ticketCount: 2, refunded: eur('22.50'), remainingTickets: 1 },
  { kind: 'EVENT_REMINDER', booking, ticketCount: 2 },
  { kind: 'EVENT_MOVED', booking, previousStartsAt: new Date('2027-02-01T18:30:00Z'), ...unsaid },
  { kind: 'EVENT_CHANGED', booking, previousTitle: 'The Orchard', description: 'A comedy.\n\nFour acts.' },
  { kind: 'EVENT_CANCELLED', booking, reason: 'The leading actor is ill.', minimumGuests: null },
];
const english = (content: MailContent) => templates.write(content, 'EN');
const russian = (content: MailContent) => templates.write(content, 'RU');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a mail', () => {
  it('about a paid booking says what, when, where and for how much', () => {
    const { subject, text } = english({ kind: 'BOOKING_CONFIRMED', booking, ...paid });
    expect({ subject, text }).toEqual({
      subject: 'Your tickets for The Cherry Orchard',
      text: [
        'Your booking is paid: 2 tickets for €45.00, after a discount of €5.00.',
        'The Cherry Orchard\nMonday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
        'You find the tickets in your account, under booking b-1. We look forward to seeing you.',
        'Yours, Parterre',
      ].join('\n\n'),
    });
  });

  it('says it in the language of its reader, who counts and writes money and time otherwise', () => {
    const { subject, text, html } = russian({ kind: 'BOOKING_CONFIRMED', booking, ...paid });
    expect(subject).toBe('Ваши билеты: The Cherry Orchard');
    expect(plain(text)).toContain('2 билета, всего 45,00 € с учётом скидки 5,00 €.');
    expect(text).toContain('Понедельник, 1 марта 2027 г. в 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre');
    expect(html).toContain('<html lang="ru">');
  });

  it('about a moved event says both times, and what may be done about it', () => {
    const previousStartsAt = new Date('2027-02-01T18:30:00Z');
    const { subject, text } = english({ kind: 'EVENT_MOVED', booking, previousStartsAt, ...unsaid });
    expect(subject).toBe('The Cherry Orchard takes place at another time');
    expect(text).toContain('was to begin on Monday, 1 February 2027 at 19:30 (Europe/Vienna)');
    expect(text).toContain('Monday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre');
    expect(text).toContain('you get everything back');
  });

  it('about a moved event says why, and until when everything goes back, where that is known', () => {
    const move = {
      kind: 'EVENT_MOVED',
      booking,
      previousStartsAt: new Date('2027-02-01T18:30:00Z'),
      previousPlace: null,
      previousTitle: null,
      refundUntil: new Date('2027-02-20T22:00:00Z'),
      reason: 'The leading actor is ill.',
    } as const;
    expect(english(move).text).toContain('The organizer writes: The leading actor is ill.');
    expect(english(move).text).toContain('until Saturday, 20 February 2027 at 23:00 (Europe/Vienna)');
    expect(russian(move).text).toContain('Организатор сообщает: The leading actor is ill.');
    const toTheStart = english({ ...move, refundUntil: booking.startsAt }).text;
    expect(toTheStart).toContain('before the event begins');
    expect(english(move).text).not.toContain('title');
    const retitled = { ...move, previousTitle: 'The Orchard' };
    expect(english(retitled).text).toContain('Its title is new as well. It was The Orchard.');
    expect(russian(retitled).text).toContain('Название тоже новое. Раньше было: The Orchard.');
  });

  it('about an event that is back at the time that was booked promises no money', () => {
    const move = {
      kind: 'EVENT_MOVED',
      booking,
      previousStartsAt: new Date('2027-03-08T18:30:00Z'),
      previousPlace: null,
    } as const;
    const back = { ...move, previousTitle: null, refundUntil: null, reason: null };
    expect(english(back).text).toContain('Your booking b-1 stands. This is again the time that you booked');
    expect(english(back).text).not.toContain('everything back');
    expect(plain(russian(back).text)).toContain('Это снова то время, на которое вы бронировали');
    expect(russian(back).text).not.toContain('Вернётся всё');
  });

  it('about an event that is moved into another hall says from where to where, each time by the clocks there', () => {
    const inVilnius = { hallName: 'Small\nHall', venueName: 'New Theatre', timeZone: 'Europe/Vilnius' };
    const move = { kind: 'EVENT_MOVED', booking, ...unsaid, previousPlace: inVilnius } as const;
    const hall = english({ ...move, previousStartsAt: booking.startsAt });
    expect(hall.subject).toBe('The Cherry Orchard takes place in another place');
    expect(hall.text).toBe(
      [
        'The organizer has moved an event that you have booked. It was to take place here: Small Hall, New Theatre. The time stays, and the new place is:',
        'The Cherry Orchard\nMonday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
        'Your booking b-1 stands for the new place. If that does not suit you, give your tickets back before the event begins: you get everything back that you paid for them.',
        'Your tickets stay good. Open or print them once more: they then say where your places are in the new hall.',
        'Yours, Parterre',
      ].join('\n\n'),
    );
    const both = { ...move, previousStartsAt: new Date('2027-02-01T18:30:00Z') };
    expect(english(both).subject).toBe('The Cherry Orchard takes place at another time and place');
    expect(english(both).text).toContain(
      'was to begin on Monday, 1 February 2027 at 20:30 (Europe/Vilnius) in this place: Small Hall, New Theatre.',
    );
    expect(english(both).text).toContain('stands for the new time and place.');
    const back = english({ ...both, refundUntil: null }).text;
    expect(back).toContain('This is again the time and the place that you booked');
    expect(back).not.toContain('everything back');

    const inRussian = russian({ ...move, previousStartsAt: booking.startsAt });
    expect(inRussian.subject).toBe('Новое место: The Cherry Orchard');
    expect(plain(inRussian.text)).toContain(
      'Оно должно было пройти здесь: Small Hall, New Theatre. Время прежнее, новое место:',
    );
    expect(plain(inRussian.text)).toContain('Вернётся всё, что вы за них заплатили.');
    expect(russian(both).subject).toBe('Новые время и место: The Cherry Orchard');
    expect(plain(russian(both).text)).toContain('(Europe/Vilnius), место: Small Hall, New Theatre.');
    expect(inRussian.html).toContain('Small Hall, New Theatre');
  });

  it('about a changed event says both titles and the new description, and promises nothing', () => {
    const content = {
      kind: 'EVENT_CHANGED',
      booking,
      previousTitle: 'The Orchard',
      description: 'A comedy\nby Chekhov.\n\n\nFour acts.',
    } as const;
    const { subject, text, html } = english(content);
    expect({ subject, text }).toEqual({
      subject: 'The Orchard is now called The Cherry Orchard',
      text: [
        'The organizer has given another title to an event that you have tickets for. It was The Orchard. It is now:',
        'The Cherry Orchard\nMonday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
        'The organizer now describes it so:',
        'A comedy\nby Chekhov.',
        'Four acts.',
        'Your booking b-1 stands. There is nothing that you have to do.',
        'Yours, Parterre',
      ].join('\n\n'),
    });
    expect(html).toContain('A comedy<br>by Chekhov.</p>');
    expect(russian(content).subject).toBe('Новое название: The Cherry Orchard');
    expect(russian(content).text).toContain('Раньше оно называлось: The Orchard. Теперь:');
    expect(russian(content).text).toContain('описывает его так:\n\nA comedy\nby Chekhov.\n\nFour acts.\n\n');
    for (const mail of [english(content), russian(content)]) {
      expect(mail.text).not.toMatch(/back|refund|верн/i);
    }
  });

  it('about a changed event is silent about what is as it was', () => {
    const described = {
      kind: 'EVENT_CHANGED',
      booking,
      previousTitle: null,
      description: 'Four acts.',
    } as const;
    expect(english(described).subject).toBe('The description of The Cherry Orchard has changed');
    expect(english(described).text).not.toContain('title');
    expect(russian(described).subject).toBe('Изменилось описание: The Cherry Orchard');
    expect(russian(described).text).not.toContain('азван');
    const retitled = { ...described, previousTitle: 'The Orchard', description: undefined };
    expect(english(retitled).text).not.toMatch(/descri/);
    expect(russian(retitled).text).not.toContain('опис');
    const silent = { ...described, description: null };
    expect(english(silent).text).toContain('It has no description any more.');
    expect(russian(silent).text).toContain('Описания у него больше нет.');
  });

  it('about a cancelled event says why, and that the money comes back by itself', () => {
    const reason = 'The leading actor is ill.';
    const content = { kind: 'EVENT_CANCELLED', booking, reason, minimumGuests: null } as const;
    const { subject, text } = english(content);
    expect(subject).toBe('The Cherry Orchard is cancelled');
    expect(text).toContain('The organizer writes: The leading actor is ill.');
    expect(text).toContain('Monday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre');
    expect(text).toContain('All that you paid for booking b-1 goes back to your wallet by itself.');
    expect(russian(content).subject).toBe('Отменено: The Cherry Orchard');
  });

  it.each([
    [1, 'at least 1 guest.', 'не меньше 1 гостя.'],
    [6, 'at least 6 guests.', 'не меньше 6 гостей.'],
    [21, 'at least 21 guests.', 'не меньше 21 гостя.'],
  ])(
    'about an event that had too few guests says so in the language of its reader: %s',
    (minimumGuests, inEnglish, inRussian) => {
      const content = { kind: 'EVENT_CANCELLED', booking, reason: 'Too few guests.', minimumGuests } as const;
      const { text } = english(content);
      expect(text).toContain(`Too few guests have booked: it needs ${inEnglish}`);
      expect(text).not.toContain('organizer');
      expect(text).toContain('All that you paid for booking b-1 goes back to your wallet by itself.');
      expect(russian(content).text).toContain(`Набралось слишком мало гостей: нужно ${inRussian}`);
      expect(russian(content).text).not.toContain('рганизатор');
    },
  );

  it('does not speak of a discount that was none, nor of a place that is not known', () => {
    const content = {
      kind: 'BOOKING_CONFIRMED',
      booking: { ...booking, place: null },
      ticketCount: 1,
      discount: eur('0.00'),
      total: eur('25.00'),
    } as const;
    const { text, html } = english(content);
    expect(text).toContain('1 ticket for €25.00.');
    expect(text).toContain('at 18:30 (UTC)\n\n');
    for (const words of [text, html]) expect(words).not.toMatch(/discount|null|undefined/);
  });

  it.each([
    ['EXPIRED', 'The time to pay has run out.', 'Время на оплату истекло.'],
    ['BY_BUYER', 'You cancelled the booking.', 'Вы отменили бронирование.'],
    ['PAYMENT_DECLINED', 'The payment was declined too often.', 'Платёж слишком часто отклонялся.'],
    ['EVENT_CANCELLED', 'The event is cancelled.', 'Мероприятие отменено.'],
    ['USER_BLOCKED', 'Your account was blocked.', 'Ваш аккаунт заблокирован.'],
  ] as const)('about a booking that ended says why: %s', (reason, inEnglish, inRussian) => {
    const content = { kind: 'BOOKING_CANCELLED', booking, reason } as const;
    expect(english(content).text).toContain(`${inEnglish} The seats of booking b-1`);
    expect(russian(content).text).toContain(`${inRussian} Места по бронированию b-1`);
  });

  it('about a refund says what went back, and what is left', () => {
    const content = (remainingTickets: number) =>
      ({
        kind: 'TICKETS_REFUNDED',
        booking,
        ticketCount: 2,
        refunded: eur('22.50'),
        remainingTickets,
      }) as const;
    expect(english(content(1)).text).toContain(
      'Refunded: 2 tickets of booking b-1. €22.50 went back to your wallet. You keep 1 ticket of this booking.',
    );
    expect(english(content(0)).text).toContain('No ticket of this booking is left.');
    expect(plain(russian(content(5)).text)).toContain('вернулось 22,50 €. У вас остаётся 5 билетов.');
  });

  it('that reminds says what, when, where and how many may come', () => {
    const content = { kind: 'EVENT_REMINDER', booking, ticketCount: 2 } as const;
    expect(english(content)).toMatchObject({
      subject: 'Reminder: The Cherry Orchard',
      text: expect.stringContaining(
        'you have 2 tickets.\n\nThe Cherry Orchard\nMonday, 1 March 2027 at 19:30 (Europe/Vienna)\nGreat Hall, Old Theatre',
      ),
    });
    expect(russian({ ...content, ticketCount: 1 }).text).toContain('у вас 1 билет.');
  });

  it('about a level tells rising from falling', () => {
    const rose = { kind: 'LOYALTY_LEVEL_CHANGED', level: 'GOLD', previousLevel: 'SILVER' } as const;
    const fell = { kind: 'LOYALTY_LEVEL_CHANGED', level: 'BRONZE', previousLevel: 'SILVER' } as const;
    expect([english(rose).subject, english(fell).subject]).toEqual([
      'You have reached Gold',
      'Your level is Bronze now',
    ]);
    expect([russian(rose).subject, russian(fell).subject]).toEqual([
      'Ваш новый уровень: Золото',
      'Теперь ваш уровень: Бронза',
    ]);
  });
});

describe('every mail in every language', () => {
  it('is one of the kinds that there are', () => {
    expect(contents.map(({ kind }) => kind).sort()).toEqual([...mailKinds].sort());
  });

  it.each(
    languages.flatMap((language) => contents.map((content) => [language, content.kind, content] as const)),
  )('has a subject, a text and the same as HTML: %s %s', (language, _kind, content) => {
    const { subject, text, html } = templates.write(content, language);
    expect(subject).toMatch(/^\S.{5,}\S$/);
    // Both come from one template: what the text says, the HTML says, tags left out.
    const words = (some: string) => some.replaceAll(/\s+/g, ' ').trim();
    const shown = html
      .slice(html.indexOf('</h1>'))
      .replaceAll(/<br>/g, ' ')
      .replaceAll(/<[^>]*>/g, ' ');
    expect(words(shown)).toBe(words(text));
    expect(html).toContain('name="color-scheme" content="light dark"');
    // Nothing is fetched, nothing runs, and no colour is given to words that stand on the reader's own background.
    expect(html).not.toMatch(/<(script|img|link|iframe|style)|src=|url\(|[^-]color:#(?!ffffff)/);
    for (const some of [subject, text, html]) expect(some).not.toMatch(/undefined|null|NaN|<%|\[object/);
  });

  it('gives everything that people wrote as they wrote it, and no mark-up comes of it', () => {
    const evil = `<script>alert("1")</script> & 'Cats' <!--link--> $& \${it} <%= 1 %>`;
    const place = { timeZone: evil, hallName: evil, venueName: evil };
    const wicked: readonly MailContent[] = [
      { kind: 'USER_REGISTERED', nickname: evil },
      { kind: 'USER_BLOCKED', reason: evil },
      { kind: 'EVENT_CANCELLED', booking, reason: evil, minimumGuests: null },
      { kind: 'EVENT_CHANGED', booking, previousTitle: evil, description: undefined },
      { kind: 'EVENT_CHANGED', booking, previousTitle: null, description: `${evil}\n\n${evil}` },
      ...contents.flatMap((content) =>
        'booking' in content
          ? [{ ...content, booking: { ...content.booking, eventTitle: evil, place } }]
          : [],
      ),
    ];
    for (const content of wicked) {
      for (const language of languages) {
        const mail = templates.write(content, language);
        expect(`${mail.subject}\n${mail.text}`).toContain(evil);
        expect(mail.html).toContain('&lt;script&gt;');
        expect(mail.html).not.toContain('<script');
        expect(mail.html.match(/<!--link-->/g)).toHaveLength(1);
      }
    }
  });

  it('keeps its subject in one line, whatever a title holds', () => {
    const eventTitle = 'Opera\r\nBcc: everybody@example.org\u2028\u0000\n\nand more';
    const mail = english({
      kind: 'BOOKING_CANCELLED',
      booking: { ...booking, eventTitle },
      reason: 'EXPIRED',
    });
    expect(mail.subject).toBe('Your booking for Opera Bcc: everybody@example.org and more has ended');
    expect(mail.text).not.toContain('\nBcc');
  });
});

describe('a link', () => {
  it('is in the text and in the HTML of the mail that is sent, and in none that is kept', () => {
    const address = 'https://tickets.example/confirm-email#token=a$&b"<c>';
    for (const [language, button] of [
      ['EN', 'Confirm the address'],
      ['RU', 'Подтвердить адрес'],
    ] as const) {
      const kept = templates.write({ kind: 'EMAIL_CONFIRMATION' }, language);
      const sent = templates.withLink(kept, 'EMAIL_CONFIRMATION', address, language);
      expect(kept.html).not.toContain('href');
      expect(sent.text.endsWith(`\n${address}\n`)).toBe(true);
      expect(sent.html).toContain(
        'href="https://tickets.example/confirm-email#token=a$&amp;b&quot;&lt;c&gt;"',
      );
      expect(sent.html).toContain(button);
    }
  });

  it('is in the text alone of a mail from before there was HTML', () => {
    const old = { subject: 'Confirm', text: 'Confirm it.', html: null };
    const sent = templates.withLink(old, 'PASSWORD_RESET', 'https://a.example', 'EN');
    expect(sent).toEqual({
      ...old,
      text: 'Confirm it.\n\nSet a new password here:\nhttps://a.example\n',
    });
  });
});
