import { boatPlan, clubPlan, type PlanDocument, studioPlan, theatrePlan } from './plans.ts';

/** What the demo server plays. Prices are per zone of the plan, in plan order, in the server's currency. */
export interface DemoVenue {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly timeZone: string;
  readonly halls: readonly DemoHall[];
}
export interface DemoHall {
  readonly name: string;
  readonly plan: PlanDocument;
  readonly events: readonly DemoEvent[];
  readonly series: readonly DemoSeries[];
}
export interface DemoEvent {
  readonly title: string;
  readonly artist: string;
  /** Days from the day of seeding, and the hour in UTC. */
  readonly inDays: number;
  readonly hour: number;
  readonly durationHours: number;
  readonly prices: readonly string[];
}

/** Takes 10 % off a buyer's first booking. */
export const demoPromoCode = 'WELCOME10';

export interface DemoSeries extends DemoEvent {
  /** RFC 5545; the slots begin on the day and at the hour of the event. */
  readonly recurrenceRule: string;
  /** Places that a slot has to sell, a day before its start. */
  readonly minimumGuests: number;
}

export const programme: readonly DemoVenue[] = [
  {
    name: 'Theater an der Allee',
    address: 'Alleegasse 12',
    city: 'Vienna',
    timeZone: 'Europe/Vienna',
    halls: [
      {
        name: 'Great Hall',
        plan: theatrePlan,
        events: [
          {
            title: 'The Cherry Orchard',
            artist: 'Ensemble Morgenrot',
            inDays: 12,
            hour: 18,
            durationHours: 3,
            prices: ['58.00', '39.00', '24.00'],
          },
          {
            title: 'A Midsummer Night’s Dream',
            artist: 'Ensemble Morgenrot',
            inDays: 19,
            hour: 18,
            durationHours: 3,
            prices: ['58.00', '39.00', '24.00'],
          },
        ],
        series: [],
      },
      {
        name: 'Studio',
        plan: studioPlan,
        events: [
          {
            title: 'Three Voices, One Chair',
            artist: 'Mira Solano',
            inDays: 9,
            hour: 19,
            durationHours: 2,
            prices: ['22.00', '16.00'],
          },
        ],
        series: [],
      },
    ],
  },
  {
    name: 'Kessel Club',
    address: 'Am Kessel 3',
    city: 'Berlin',
    timeZone: 'Europe/Berlin',
    halls: [
      {
        name: 'Main Floor',
        plan: clubPlan,
        events: [
          {
            title: 'Night of the Long Strings',
            artist: 'The Low Tide',
            inDays: 5,
            hour: 20,
            durationHours: 5,
            prices: ['18.00', '28.00'],
          },
        ],
        series: [],
      },
    ],
  },
  {
    name: 'Old Harbour, Pier 2',
    address: 'Pier 2',
    city: 'Lisbon',
    timeZone: 'Europe/Lisbon',
    halls: [
      {
        name: 'The Heron',
        plan: boatPlan,
        events: [
          {
            title: 'Morning boat to the islands',
            artist: 'Captain Duarte',
            inDays: 3,
            hour: 8,
            durationHours: 4,
            prices: ['35.00'],
          },
        ],
        series: [
          {
            title: 'Round the harbour',
            artist: 'Captain Duarte',
            inDays: 2,
            hour: 14,
            durationHours: 1,
            prices: ['14.00'],
            recurrenceRule: 'FREQ=DAILY;COUNT=4',
            minimumGuests: 4,
          },
        ],
      },
    ],
  },
];
