import { type Language, locales } from '@parterre/contracts/kernel/language.ts';
import type { TicketPage } from '../../application/ports/printing.ts';

const words = {
  EN: {
    ticket: 'Ticket',
    section: 'Section',
    row: 'Row',
    seat: 'Seat',
    place: 'Place',
    standing: 'Standing',
    type: 'Ticket type',
    price: 'Price',
    admits: 'Admits one person, once. Show the code at the entrance, on paper or on a screen.',
    number: 'Ticket number',
  },
  RU: {
    ticket: 'Билет',
    section: 'Сектор',
    row: 'Ряд',
    seat: 'Место',
    place: 'Место',
    standing: 'Стоячее',
    type: 'Тип билета',
    price: 'Цена',
    admits: 'Билет на одного человека, на один вход. Покажите код при входе — на бумаге или на экране.',
    number: 'Номер билета',
  },
} as const satisfies Record<Language, object>;

/** What stands on a ticket beside what it is for. */
export function labelsOf(language: Language) {
  return words[language];
}

/** "Monday 1 March 2027, 19:30 (Europe/Vienna)" */
export function formatStart({ startsAt, timeZone, language }: TicketPage): string {
  const format = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  const start = format.format(startsAt);
  return `${start.charAt(0).toUpperCase()}${start.slice(1)} (${timeZone})`;
}
