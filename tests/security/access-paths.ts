/** What the test has put into the server, by identifier. */
export interface Things {
  readonly buyer: string;
  readonly event: string;
  /** A series with one slot, which is published. */
  readonly series: string;
  /** Another event of the same organizer, which was cancelled. */
  readonly cancelledEvent: string;
  readonly artist: string;
  readonly venue: string;
  readonly hall: string;
  readonly freeSeat: string;
  readonly booking: string;
  readonly ticket: string;
  /** The code of the ticket, as a scanner reads it. */
  readonly ticketCode: string;
  readonly payment: string;
  readonly notification: string;
  /** A session of the buyer. */
  readonly session: string;
  /** A promo code of the organizer. */
  readonly promoCode: string;
}

/** Every way to whoever organizes the test's event. */
export const waysToOrganizer = (things: Things): readonly string[] => [
  `event(id: "${things.event}") { organizer { … } }`,
  `event(id: "${things.event}") { venue { organizer { … } } }`,
  `venue(id: "${things.venue}") { organizer { … } }`,
  `eventSeries(id: "${things.series}") { organizer { … } }`,
];

const period = 'from: "2026-01-01T00:00:00.000Z", to: "2036-01-01T00:00:00.000Z"';

/**
 * Every way that a stranger may try to an object of each type: by its id, by a list, and by nesting from
 * something else. `…` stands for the fields that are asked for. An administrator's way to the buyer's
 * things (`user(id:)`) is everybody's way: the test asks it as each of the five.
 */
export const ways = (things: Things): Readonly<Record<string, readonly string[]>> => {
  const event = (fields: string) => `event(id: "${things.event}") { ${fields} }`;
  const series = (fields: string) => `eventSeries(id: "${things.series}") { ${fields} }`;
  const user = (fields: string) => `user(id: "${things.buyer}") { ${fields} }`;
  const booking = (fields: string) => `booking(id: "${things.booking}") { ${fields} }`;
  const ticket = (fields: string) => `ticket(id: "${things.ticket}") { ${fields} }`;
  const payment = (fields: string) => `payment(id: "${things.payment}") { ${fields} }`;
  const userBooking = (fields: string) => user(`bookings(first: 5) { nodes { ${fields} } }`);
  const userTransaction = (fields: string) =>
    user(`wallet { transactions(first: 5) { nodes { ${fields} } } }`);
  const userOperation = (fields: string) => user(`loyalty { operations(first: 5) { nodes { ${fields} } } }`);
  // Of a service that has no consumer or saga in the way of what the test puts there.
  const service = (fields: string) => `services { loyalty { ${fields} } }`;
  const eventBooking = (fields: string) => event(`bookings(first: 5) { nodes { ${fields} } }`);
  const attendee = (fields: string) => event(`attendees(first: 5) { nodes { ${fields} } }`);
  const plan = (fields: string) => event(`seatingPlan { ${fields} }`);
  return {
    Artist: [
      `artist(id: "${things.artist}") { … }`,
      'artists(first: 5) { nodes { … } }',
      event('artists { … }'),
      series('artists { … }'),
    ],
    ArtistStatistics: [`artist(id: "${things.artist}") { statistics(${period}) { … } }`],
    Booking: [booking('…'), userBooking('…'), 'payment_booking', userOperation('booking { … }')].map((way) =>
      way === 'payment_booking' ? payment('booking { … }') : way,
    ),
    BookingItem: [booking('items { … }'), userBooking('items { … }')],
    RefundQuote: [`refundQuote(bookingId: "${things.booking}", ticketIds: ["${things.ticket}"]) { … }`],
    ConsumerStatus: [service('consumers { … }')],
    DeadLetter: [service('deadLetters(first: 5) { nodes { … } }')],
    DiscountQuote: [
      `quoteDiscount(input: { eventId: "${things.event}", seatIds: ["${things.freeSeat}"] }) { … }`,
    ],
    Event: [event('…'), 'events(first: 5) { nodes { … } }', series('events(first: 5) { nodes { … } }')],
    EventAttendance: [event('attendance { … }')],
    EventBooking: [
      eventBooking('…'),
      `eventBookings(search: "${things.booking}") { nodes { … } }`,
      `eventBookings(search: "${things.ticketCode}") { nodes { … } }`,
      attendee('booking { … }'),
    ],
    EventCancellation: [`eventCancellation(eventId: "${things.cancelledEvent}") { … }`],
    EventSales: [`salesOverview(${period}) { events(first: 5) { nodes { … } } }`],
    EventSeat: [event('seatMap { seats(first: 2) { nodes { … } } }')],
    EventSeries: [
      series('…'),
      `events(first: 5, filter: { seriesId: "${things.series}" }) { nodes { series { … } } }`,
    ],
    EventTicket: [attendee('…'), eventBooking('tickets { … }')],
    EventStatistics: [event('statistics { … }')],
    Hall: [event('hall { … }'), `venue(id: "${things.venue}") { halls { … } }`],
    LoyaltyAccount: [user('loyalty { … }')],
    Money: [event('prices { price { … } }'), event('priceRange { lowest { … } }')],
    Notification: [
      `notification(id: "${things.notification}") { … }`,
      user('notifications(first: 5) { nodes { … } }'),
    ],
    OutboxStatus: [service('outbox { … }')],
    OverdueWork: [service('overdueWork { … }')],
    PageInfo: ['events(first: 1) { pageInfo { … } }'],
    Payment: [payment('…'), booking('payment { … }'), userTransaction('payment { … }')],
    Point: [plan('stage { … }')],
    PointsOperation: [userOperation('…')],
    PromoCode: ['promoCodes(first: 5) { nodes { … } }'],
    ProviderStatus: [service('provider { … }')],
    PriceRange: [event('priceRange { … }'), series('events(first: 5) { nodes { priceRange { … } } }')],
    PriceZone: [plan('priceZones { … }')],
    PriceZoneSales: [
      event('statistics { byPriceZone { … } }'),
      event('statistics { byTicketType { byPriceZone { … } } }'),
    ],
    RefundTier: [event('refundTiers { … }')],
    Row: [plan('sections { rows { … } }')],
    SagaStatus: [service('sagas { … }')],
    SalesOverview: [`salesOverview(${period}) { … }`],
    SalesPoint: [event('statistics { salesOverTime { … } }')],
    Seat: [plan('seats { … }')],
    SeatMap: [event('seatMap { … }')],
    SeatingPlan: [plan('…'), event('seatMap { plan { … } }'), series('seatingPlan { … }')],
    Section: [plan('sections { … }')],
    ServiceStatus: [service('…'), 'services { users { … } }', 'services { events { … } }'],
    Services: ['services { … }'],
    SeriesTicketType: [series('ticketTypes { … }')],
    StandingRoom: [event('seatMap { standing { … } }')],
    Ticket: [ticket('…'), booking('tickets { … }'), userBooking('tickets { … }')],
    TicketKey: ['ticketKeys { … }'],
    User: [user('…')],
    UserSession: [user('sessions(first: 5) { nodes { … } }')],
    Venue: [
      `venue(id: "${things.venue}") { … }`,
      'venues(first: 5) { nodes { … } }',
      event('venue { … }'),
      event('hall { venue { … } }'),
    ],
    TicketType: [event('ticketTypes { … }')],
    TicketTypeSales: [event('statistics { byTicketType { … } }')],
    Wallet: [user('wallet { … }')],
    WalletTransaction: [userTransaction('…')],
    ZonePrice: [
      event('prices { … }'),
      event('ticketTypes { prices { … } }'),
      series('prices { … }'),
      series('ticketTypes { prices { … } }'),
    ],
  };
};
