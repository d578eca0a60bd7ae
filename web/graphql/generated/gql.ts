/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation ConfirmAddress($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      user {\n        id\n        isEmailConfirmed\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.ConfirmAddressDocument,
    "\n  query Unread {\n    me {\n      id\n      unreadNotificationCount\n    }\n  }\n": typeof types.UnreadDocument,
    "\n  subscription NotificationAdded {\n    notificationAdded {\n      id\n      kind\n      subject\n      createdAt\n      readAt\n    }\n  }\n": typeof types.NotificationAddedDocument,
    "\n  query HeldPlaces {\n    me {\n      id\n      bookings(statuses: [AWAITING_PAYMENT], first: 5) {\n        nodes {\n          id\n          status\n          expiresAt\n          event {\n            id\n            title\n          }\n          items {\n            seat {\n              id\n              index\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.HeldPlacesDocument,
    "\n  mutation NewPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.NewPasswordDocument,
    "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  mutation StaySignedIn($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.StaySignedInDocument,
    "\n  mutation SignOut($input: LogoutInput!) {\n    logout(input: $input) {\n      signedOut\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation ForgotPassword($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.ForgotPasswordDocument,
    "\n  query OfficeEvent($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      status\n      startsAt\n      endsAt\n      series {\n        id\n        title\n      }\n      venue {\n        id\n        name\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n    }\n  }\n": typeof types.OfficeEventDocument,
    "\n  query ArtistsNamed($search: String) {\n    artists(search: $search, first: 10) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.ArtistsNamedDocument,
    "\n  mutation IntroduceArtist($input: CreateArtistInput!) {\n    createArtist(input: $input) {\n      artist {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.IntroduceArtistDocument,
    "\n  query EventPrices($id: ID!) {\n    event(id: $id) {\n      id\n      status\n      ticketTypes {\n        id\n        key\n        label\n        maxPerBooking\n        maxPerEvent\n        proof\n        needs {\n          id\n          key\n        }\n        prices {\n          priceZone {\n            id\n          }\n          price {\n            amount\n            currencyCode\n          }\n        }\n      }\n      seatingPlan {\n        id\n        version\n        seatCount\n        standingCapacity\n        geometryUrl\n        priceZones {\n          id\n          key\n          label\n        }\n      }\n    }\n  }\n": typeof types.EventPricesDocument,
    "\n  query EventOffer($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      description\n      startsAt\n      endsAt\n      holdSeconds\n      maxSeatsPerUser\n      refusesSingleSeats\n      artists {\n        id\n        name\n      }\n      refundTiers {\n        hoursBefore\n        percent\n      }\n    }\n  }\n": typeof types.EventOfferDocument,
    "\n  query EventAtStake($id: ID!) {\n    event(id: $id) {\n      id\n      statistics {\n        sold\n        refunded\n        revenue {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": typeof types.EventAtStakeDocument,
    "\n  mutation ChangeEvent($input: UpdateEventInput!) {\n    updateEvent(input: $input) {\n      event {\n        id\n        title\n        description\n        startsAt\n        endsAt\n        holdSeconds\n        maxSeatsPerUser\n        refusesSingleSeats\n        artists {\n          id\n          name\n        }\n        refundTiers {\n          hoursBefore\n          percent\n        }\n        ticketTypes {\n          id\n          key\n          label\n          maxPerBooking\n          maxPerEvent\n          proof\n          needs {\n            id\n            key\n          }\n          prices {\n            priceZone {\n              id\n            }\n            price {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.ChangeEventDocument,
    "\n  query OfficeCurrency {\n    me {\n      id\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": typeof types.OfficeCurrencyDocument,
    "\n  query VenuesToChoose {\n    venues(mine: true, first: 100) {\n      nodes {\n        id\n        name\n        city\n        timeZone\n      }\n    }\n  }\n": typeof types.VenuesToChooseDocument,
    "\n  query HallsToChoose($venueId: ID!) {\n    venue(id: $venueId) {\n      id\n      timeZone\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          version\n          geometryUrl\n        }\n      }\n    }\n  }\n": typeof types.HallsToChooseDocument,
    "\n  mutation DraftEvent($input: CreateEventInput!) {\n    createEvent(input: $input) {\n      event {\n        id\n        title\n        status\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.DraftEventDocument,
    "\n  mutation PutOnSale($input: PublishEventInput!) {\n    publishEvent(input: $input) {\n      event {\n        id\n        status\n        freePlaces\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.PutOnSaleDocument,
    "\n  query OfficeEvents($search: String, $filter: EventFilter, $after: String) {\n    events(search: $search, filter: $filter, first: 25, after: $after) {\n      nodes {\n        id\n        title\n        status\n        startsAt\n        freePlaces\n        series {\n          id\n          title\n        }\n        venue {\n          id\n          name\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.OfficeEventsDocument,
    "\n  query HallPlan($venueId: ID!) {\n    venue(id: $venueId) {\n      id\n      name\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          name\n          version\n          seatCount\n          standingCapacity\n          geometryUrl\n        }\n      }\n    }\n  }\n": typeof types.HallPlanDocument,
    "\n  mutation ImportPlan($input: ImportSeatingPlanInput!) {\n    importSeatingPlan(input: $input) {\n      seatingPlan {\n        id\n        name\n        version\n        seatCount\n        standingCapacity\n        geometryUrl\n      }\n      warnings {\n        line\n        path\n        message\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ImportPlanDocument,
    "\n  query VenueById($id: ID!) {\n    venue(id: $id) {\n      id\n      name\n      address\n      city\n      timeZone\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          version\n          seatCount\n          standingCapacity\n        }\n      }\n    }\n  }\n": typeof types.VenueByIdDocument,
    "\n  mutation ChangeVenue($input: UpdateVenueInput!) {\n    updateVenue(input: $input) {\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.ChangeVenueDocument,
    "\n  mutation AddHall($input: CreateHallInput!) {\n    createHall(input: $input) {\n      hall {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.AddHallDocument,
    "\n  query OwnVenues($after: String) {\n    venues(mine: true, first: 50, after: $after) {\n      nodes {\n        id\n        name\n        address\n        city\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.OwnVenuesDocument,
    "\n  mutation OpenVenue($input: CreateVenueInput!) {\n    createVenue(input: $input) {\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.OpenVenueDocument,
    "\n  fragment BookingFields on Booking {\n    id\n    status\n    cancellationReason\n    createdAt\n    expiresAt\n    subtotal {\n      amount\n      currencyCode\n    }\n    discount {\n      amount\n      currencyCode\n    }\n    total {\n      amount\n      currencyCode\n    }\n    event {\n      id\n      title\n      startsAt\n      endsAt\n      status\n      refundTiers {\n        hoursBefore\n        percent\n      }\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n    }\n    items {\n      price {\n        amount\n        currencyCode\n      }\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n        kind\n      }\n      seat {\n        id\n        label\n        isAccessible\n        row {\n          id\n          label\n        }\n      }\n    }\n    tickets {\n      id\n      status\n      code\n      checkedInAt\n      price {\n        amount\n        currencyCode\n      }\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n        kind\n      }\n      seat {\n        id\n        label\n        row {\n          id\n          label\n        }\n      }\n    }\n  }\n": typeof types.BookingFieldsFragmentDoc,
    "\n  query BookingById($id: ID!) {\n    booking(id: $id) {\n      id\n      ...BookingFields\n    }\n  }\n": typeof types.BookingByIdDocument,
    "\n  subscription BookingChanged($id: ID!) {\n    bookingChanged(bookingId: $id) {\n      id\n      ...BookingFields\n    }\n  }\n": typeof types.BookingChangedDocument,
    "\n  query RefundQuote($bookingId: ID!, $ticketIds: [ID!]!) {\n    refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) {\n      refunded {\n        amount\n        currencyCode\n      }\n      points\n      until\n      wantsAcceptNothing\n      rejections {\n        code\n      }\n    }\n  }\n": typeof types.RefundQuoteDocument,
    "\n  mutation RefundTickets($input: RefundTicketsInput!) {\n    refundTickets(input: $input) {\n      refunded {\n        amount\n        currencyCode\n      }\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.RefundTicketsDocument,
    "\n  query MyWallet {\n    me {\n      id\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": typeof types.MyWalletDocument,
    "\n  subscription WalletChanged {\n    walletChanged {\n      id\n      available {\n        amount\n        currencyCode\n      }\n      pending {\n        amount\n        currencyCode\n      }\n    }\n  }\n": typeof types.WalletChangedDocument,
    "\n  mutation PayBooking($input: PayBookingInput!) {\n    payBooking(input: $input) {\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.PayBookingDocument,
    "\n  mutation TopUp($input: TopUpWalletInput!) {\n    topUpWallet(input: $input) {\n      redirectUrl\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.TopUpDocument,
    "\n  mutation LetGo($input: CancelBookingInput!) {\n    cancelBooking(input: $input) {\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.LetGoDocument,
    "\n  query EventDetails($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      description\n      startsAt\n      endsAt\n      status\n      maxSeatsPerUser\n      refusesSingleSeats\n      priceRange {\n        lowest {\n          amount\n          currencyCode\n        }\n        highest {\n          amount\n          currencyCode\n        }\n      }\n      refundTiers {\n        hoursBefore\n        percent\n      }\n      series {\n        id\n        title\n      }\n      artists {\n        id\n        name\n      }\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n      prices {\n        priceZone {\n          id\n          label\n        }\n        price {\n          amount\n          currencyCode\n        }\n      }\n      ticketTypes {\n        id\n        label\n        proof\n        maxPerBooking\n        needs {\n          id\n          label\n        }\n        prices {\n          priceZone {\n            id\n          }\n          price {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n  }\n": typeof types.EventDetailsDocument,
    "\n  query EventMap($id: ID!) {\n    event(id: $id) {\n      id\n      seatMap {\n        version\n        states\n        plan {\n          id\n          geometryUrl\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n    }\n  }\n": typeof types.EventMapDocument,
    "\n  subscription SeatMapChanged($id: ID!) {\n    seatMapChanged(eventId: $id) {\n      __typename\n      ... on SeatMapDelta {\n        fromVersion\n        version\n        changes {\n          index\n          state\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n      ... on SeatMapSnapshot {\n        version\n        states\n        plan {\n          id\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n    }\n  }\n": typeof types.SeatMapChangedDocument,
    "\n  query SeatsAt($planId: ID!, $indexes: [Int!]!) {\n    seatingPlan(id: $planId) {\n      id\n      seatsAt(indexes: $indexes) {\n        id\n        index\n      }\n    }\n  }\n": typeof types.SeatsAtDocument,
    "\n  mutation HoldPlaces($input: CreateBookingInput!) {\n    createBooking(input: $input) {\n      booking {\n        id\n        status\n        items {\n          seat {\n            id\n            index\n          }\n        }\n        ...BookingFields\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.HoldPlacesDocument,
    "\n  query QuoteDiscount($input: QuoteDiscountInput!) {\n    quoteDiscount(input: $input) {\n      subtotal {\n        amount\n        currencyCode\n      }\n      discount {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      rejections {\n        code\n      }\n    }\n  }\n": typeof types.QuoteDiscountDocument,
    "\n  query MyPoints {\n    me {\n      id\n      loyalty {\n        id\n        points\n        frozen\n      }\n    }\n  }\n": typeof types.MyPointsDocument,
    "\n  query EventsOnSale($search: String, $filter: EventFilter, $after: String) {\n    events(search: $search, filter: $filter, first: 24, after: $after) {\n      nodes {\n        id\n        title\n        startsAt\n        freePlaces\n        priceRange {\n          lowest {\n            amount\n            currencyCode\n          }\n          highest {\n            amount\n            currencyCode\n          }\n        }\n        series {\n          id\n        }\n        artists {\n          id\n          name\n        }\n        venue {\n          id\n          name\n          city\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.EventsOnSaleDocument,
    "\n  query TicketById($id: ID!) {\n    ticket(id: $id) {\n      id\n      code\n      status\n      checkedInAt\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n      }\n      seat {\n        id\n        label\n        row {\n          id\n          label\n        }\n      }\n      event {\n        id\n        title\n        startsAt\n        endsAt\n        venue {\n          id\n          name\n          address\n          city\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.TicketByIdDocument,
    "\n  query TicketPdf($id: ID!, $language: Language!) {\n    ticket(id: $id) {\n      id\n      pdf(language: $language)\n    }\n  }\n": typeof types.TicketPdfDocument,
};
const documents: Documents = {
    "\n  mutation ConfirmAddress($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      user {\n        id\n        isEmailConfirmed\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.ConfirmAddressDocument,
    "\n  query Unread {\n    me {\n      id\n      unreadNotificationCount\n    }\n  }\n": types.UnreadDocument,
    "\n  subscription NotificationAdded {\n    notificationAdded {\n      id\n      kind\n      subject\n      createdAt\n      readAt\n    }\n  }\n": types.NotificationAddedDocument,
    "\n  query HeldPlaces {\n    me {\n      id\n      bookings(statuses: [AWAITING_PAYMENT], first: 5) {\n        nodes {\n          id\n          status\n          expiresAt\n          event {\n            id\n            title\n          }\n          items {\n            seat {\n              id\n              index\n            }\n          }\n        }\n      }\n    }\n  }\n": types.HeldPlacesDocument,
    "\n  mutation NewPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.NewPasswordDocument,
    "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.SignUpDocument,
    "\n  mutation StaySignedIn($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.StaySignedInDocument,
    "\n  mutation SignOut($input: LogoutInput!) {\n    logout(input: $input) {\n      signedOut\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation ForgotPassword($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.ForgotPasswordDocument,
    "\n  query OfficeEvent($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      status\n      startsAt\n      endsAt\n      series {\n        id\n        title\n      }\n      venue {\n        id\n        name\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n    }\n  }\n": types.OfficeEventDocument,
    "\n  query ArtistsNamed($search: String) {\n    artists(search: $search, first: 10) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.ArtistsNamedDocument,
    "\n  mutation IntroduceArtist($input: CreateArtistInput!) {\n    createArtist(input: $input) {\n      artist {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.IntroduceArtistDocument,
    "\n  query EventPrices($id: ID!) {\n    event(id: $id) {\n      id\n      status\n      ticketTypes {\n        id\n        key\n        label\n        maxPerBooking\n        maxPerEvent\n        proof\n        needs {\n          id\n          key\n        }\n        prices {\n          priceZone {\n            id\n          }\n          price {\n            amount\n            currencyCode\n          }\n        }\n      }\n      seatingPlan {\n        id\n        version\n        seatCount\n        standingCapacity\n        geometryUrl\n        priceZones {\n          id\n          key\n          label\n        }\n      }\n    }\n  }\n": types.EventPricesDocument,
    "\n  query EventOffer($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      description\n      startsAt\n      endsAt\n      holdSeconds\n      maxSeatsPerUser\n      refusesSingleSeats\n      artists {\n        id\n        name\n      }\n      refundTiers {\n        hoursBefore\n        percent\n      }\n    }\n  }\n": types.EventOfferDocument,
    "\n  query EventAtStake($id: ID!) {\n    event(id: $id) {\n      id\n      statistics {\n        sold\n        refunded\n        revenue {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": types.EventAtStakeDocument,
    "\n  mutation ChangeEvent($input: UpdateEventInput!) {\n    updateEvent(input: $input) {\n      event {\n        id\n        title\n        description\n        startsAt\n        endsAt\n        holdSeconds\n        maxSeatsPerUser\n        refusesSingleSeats\n        artists {\n          id\n          name\n        }\n        refundTiers {\n          hoursBefore\n          percent\n        }\n        ticketTypes {\n          id\n          key\n          label\n          maxPerBooking\n          maxPerEvent\n          proof\n          needs {\n            id\n            key\n          }\n          prices {\n            priceZone {\n              id\n            }\n            price {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.ChangeEventDocument,
    "\n  query OfficeCurrency {\n    me {\n      id\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": types.OfficeCurrencyDocument,
    "\n  query VenuesToChoose {\n    venues(mine: true, first: 100) {\n      nodes {\n        id\n        name\n        city\n        timeZone\n      }\n    }\n  }\n": types.VenuesToChooseDocument,
    "\n  query HallsToChoose($venueId: ID!) {\n    venue(id: $venueId) {\n      id\n      timeZone\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          version\n          geometryUrl\n        }\n      }\n    }\n  }\n": types.HallsToChooseDocument,
    "\n  mutation DraftEvent($input: CreateEventInput!) {\n    createEvent(input: $input) {\n      event {\n        id\n        title\n        status\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.DraftEventDocument,
    "\n  mutation PutOnSale($input: PublishEventInput!) {\n    publishEvent(input: $input) {\n      event {\n        id\n        status\n        freePlaces\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.PutOnSaleDocument,
    "\n  query OfficeEvents($search: String, $filter: EventFilter, $after: String) {\n    events(search: $search, filter: $filter, first: 25, after: $after) {\n      nodes {\n        id\n        title\n        status\n        startsAt\n        freePlaces\n        series {\n          id\n          title\n        }\n        venue {\n          id\n          name\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.OfficeEventsDocument,
    "\n  query HallPlan($venueId: ID!) {\n    venue(id: $venueId) {\n      id\n      name\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          name\n          version\n          seatCount\n          standingCapacity\n          geometryUrl\n        }\n      }\n    }\n  }\n": types.HallPlanDocument,
    "\n  mutation ImportPlan($input: ImportSeatingPlanInput!) {\n    importSeatingPlan(input: $input) {\n      seatingPlan {\n        id\n        name\n        version\n        seatCount\n        standingCapacity\n        geometryUrl\n      }\n      warnings {\n        line\n        path\n        message\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.ImportPlanDocument,
    "\n  query VenueById($id: ID!) {\n    venue(id: $id) {\n      id\n      name\n      address\n      city\n      timeZone\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          version\n          seatCount\n          standingCapacity\n        }\n      }\n    }\n  }\n": types.VenueByIdDocument,
    "\n  mutation ChangeVenue($input: UpdateVenueInput!) {\n    updateVenue(input: $input) {\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.ChangeVenueDocument,
    "\n  mutation AddHall($input: CreateHallInput!) {\n    createHall(input: $input) {\n      hall {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.AddHallDocument,
    "\n  query OwnVenues($after: String) {\n    venues(mine: true, first: 50, after: $after) {\n      nodes {\n        id\n        name\n        address\n        city\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.OwnVenuesDocument,
    "\n  mutation OpenVenue($input: CreateVenueInput!) {\n    createVenue(input: $input) {\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.OpenVenueDocument,
    "\n  fragment BookingFields on Booking {\n    id\n    status\n    cancellationReason\n    createdAt\n    expiresAt\n    subtotal {\n      amount\n      currencyCode\n    }\n    discount {\n      amount\n      currencyCode\n    }\n    total {\n      amount\n      currencyCode\n    }\n    event {\n      id\n      title\n      startsAt\n      endsAt\n      status\n      refundTiers {\n        hoursBefore\n        percent\n      }\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n    }\n    items {\n      price {\n        amount\n        currencyCode\n      }\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n        kind\n      }\n      seat {\n        id\n        label\n        isAccessible\n        row {\n          id\n          label\n        }\n      }\n    }\n    tickets {\n      id\n      status\n      code\n      checkedInAt\n      price {\n        amount\n        currencyCode\n      }\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n        kind\n      }\n      seat {\n        id\n        label\n        row {\n          id\n          label\n        }\n      }\n    }\n  }\n": types.BookingFieldsFragmentDoc,
    "\n  query BookingById($id: ID!) {\n    booking(id: $id) {\n      id\n      ...BookingFields\n    }\n  }\n": types.BookingByIdDocument,
    "\n  subscription BookingChanged($id: ID!) {\n    bookingChanged(bookingId: $id) {\n      id\n      ...BookingFields\n    }\n  }\n": types.BookingChangedDocument,
    "\n  query RefundQuote($bookingId: ID!, $ticketIds: [ID!]!) {\n    refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) {\n      refunded {\n        amount\n        currencyCode\n      }\n      points\n      until\n      wantsAcceptNothing\n      rejections {\n        code\n      }\n    }\n  }\n": types.RefundQuoteDocument,
    "\n  mutation RefundTickets($input: RefundTicketsInput!) {\n    refundTickets(input: $input) {\n      refunded {\n        amount\n        currencyCode\n      }\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.RefundTicketsDocument,
    "\n  query MyWallet {\n    me {\n      id\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n": types.MyWalletDocument,
    "\n  subscription WalletChanged {\n    walletChanged {\n      id\n      available {\n        amount\n        currencyCode\n      }\n      pending {\n        amount\n        currencyCode\n      }\n    }\n  }\n": types.WalletChangedDocument,
    "\n  mutation PayBooking($input: PayBookingInput!) {\n    payBooking(input: $input) {\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.PayBookingDocument,
    "\n  mutation TopUp($input: TopUpWalletInput!) {\n    topUpWallet(input: $input) {\n      redirectUrl\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.TopUpDocument,
    "\n  mutation LetGo($input: CancelBookingInput!) {\n    cancelBooking(input: $input) {\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.LetGoDocument,
    "\n  query EventDetails($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      description\n      startsAt\n      endsAt\n      status\n      maxSeatsPerUser\n      refusesSingleSeats\n      priceRange {\n        lowest {\n          amount\n          currencyCode\n        }\n        highest {\n          amount\n          currencyCode\n        }\n      }\n      refundTiers {\n        hoursBefore\n        percent\n      }\n      series {\n        id\n        title\n      }\n      artists {\n        id\n        name\n      }\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n      prices {\n        priceZone {\n          id\n          label\n        }\n        price {\n          amount\n          currencyCode\n        }\n      }\n      ticketTypes {\n        id\n        label\n        proof\n        maxPerBooking\n        needs {\n          id\n          label\n        }\n        prices {\n          priceZone {\n            id\n          }\n          price {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n  }\n": types.EventDetailsDocument,
    "\n  query EventMap($id: ID!) {\n    event(id: $id) {\n      id\n      seatMap {\n        version\n        states\n        plan {\n          id\n          geometryUrl\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n    }\n  }\n": types.EventMapDocument,
    "\n  subscription SeatMapChanged($id: ID!) {\n    seatMapChanged(eventId: $id) {\n      __typename\n      ... on SeatMapDelta {\n        fromVersion\n        version\n        changes {\n          index\n          state\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n      ... on SeatMapSnapshot {\n        version\n        states\n        plan {\n          id\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n    }\n  }\n": types.SeatMapChangedDocument,
    "\n  query SeatsAt($planId: ID!, $indexes: [Int!]!) {\n    seatingPlan(id: $planId) {\n      id\n      seatsAt(indexes: $indexes) {\n        id\n        index\n      }\n    }\n  }\n": types.SeatsAtDocument,
    "\n  mutation HoldPlaces($input: CreateBookingInput!) {\n    createBooking(input: $input) {\n      booking {\n        id\n        status\n        items {\n          seat {\n            id\n            index\n          }\n        }\n        ...BookingFields\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.HoldPlacesDocument,
    "\n  query QuoteDiscount($input: QuoteDiscountInput!) {\n    quoteDiscount(input: $input) {\n      subtotal {\n        amount\n        currencyCode\n      }\n      discount {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      rejections {\n        code\n      }\n    }\n  }\n": types.QuoteDiscountDocument,
    "\n  query MyPoints {\n    me {\n      id\n      loyalty {\n        id\n        points\n        frozen\n      }\n    }\n  }\n": types.MyPointsDocument,
    "\n  query EventsOnSale($search: String, $filter: EventFilter, $after: String) {\n    events(search: $search, filter: $filter, first: 24, after: $after) {\n      nodes {\n        id\n        title\n        startsAt\n        freePlaces\n        priceRange {\n          lowest {\n            amount\n            currencyCode\n          }\n          highest {\n            amount\n            currencyCode\n          }\n        }\n        series {\n          id\n        }\n        artists {\n          id\n          name\n        }\n        venue {\n          id\n          name\n          city\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.EventsOnSaleDocument,
    "\n  query TicketById($id: ID!) {\n    ticket(id: $id) {\n      id\n      code\n      status\n      checkedInAt\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n      }\n      seat {\n        id\n        label\n        row {\n          id\n          label\n        }\n      }\n      event {\n        id\n        title\n        startsAt\n        endsAt\n        venue {\n          id\n          name\n          address\n          city\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.TicketByIdDocument,
    "\n  query TicketPdf($id: ID!, $language: Language!) {\n    ticket(id: $id) {\n      id\n      pdf(language: $language)\n    }\n  }\n": types.TicketPdfDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmAddress($input: ConfirmEmailInput!) {\n    confirmEmail(input: $input) {\n      user {\n        id\n        isEmailConfirmed\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ConfirmAddressDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Unread {\n    me {\n      id\n      unreadNotificationCount\n    }\n  }\n"): typeof import('./graphql.ts').UnreadDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription NotificationAdded {\n    notificationAdded {\n      id\n      kind\n      subject\n      createdAt\n      readAt\n    }\n  }\n"): typeof import('./graphql.ts').NotificationAddedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HeldPlaces {\n    me {\n      id\n      bookings(statuses: [AWAITING_PAYMENT], first: 5) {\n        nodes {\n          id\n          status\n          expiresAt\n          event {\n            id\n            title\n          }\n          items {\n            seat {\n              id\n              index\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HeldPlacesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation NewPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      user {\n        id\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').NewPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: LoginInput!) {\n    login(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SignInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($input: RegisterInput!) {\n    register(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SignUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StaySignedIn($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      user {\n        id\n        nickname\n        role\n      }\n      session {\n        accessToken\n        accessTokenExpiresAt\n        refreshToken\n        refreshTokenExpiresAt\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').StaySignedInDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut($input: LogoutInput!) {\n    logout(input: $input) {\n      signedOut\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SignOutDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgotPassword($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      accepted\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ForgotPasswordDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfficeEvent($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      status\n      startsAt\n      endsAt\n      series {\n        id\n        title\n      }\n      venue {\n        id\n        name\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OfficeEventDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ArtistsNamed($search: String) {\n    artists(search: $search, first: 10) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ArtistsNamedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation IntroduceArtist($input: CreateArtistInput!) {\n    createArtist(input: $input) {\n      artist {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').IntroduceArtistDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventPrices($id: ID!) {\n    event(id: $id) {\n      id\n      status\n      ticketTypes {\n        id\n        key\n        label\n        maxPerBooking\n        maxPerEvent\n        proof\n        needs {\n          id\n          key\n        }\n        prices {\n          priceZone {\n            id\n          }\n          price {\n            amount\n            currencyCode\n          }\n        }\n      }\n      seatingPlan {\n        id\n        version\n        seatCount\n        standingCapacity\n        geometryUrl\n        priceZones {\n          id\n          key\n          label\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EventPricesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventOffer($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      description\n      startsAt\n      endsAt\n      holdSeconds\n      maxSeatsPerUser\n      refusesSingleSeats\n      artists {\n        id\n        name\n      }\n      refundTiers {\n        hoursBefore\n        percent\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EventOfferDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventAtStake($id: ID!) {\n    event(id: $id) {\n      id\n      statistics {\n        sold\n        refunded\n        revenue {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EventAtStakeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeEvent($input: UpdateEventInput!) {\n    updateEvent(input: $input) {\n      event {\n        id\n        title\n        description\n        startsAt\n        endsAt\n        holdSeconds\n        maxSeatsPerUser\n        refusesSingleSeats\n        artists {\n          id\n          name\n        }\n        refundTiers {\n          hoursBefore\n          percent\n        }\n        ticketTypes {\n          id\n          key\n          label\n          maxPerBooking\n          maxPerEvent\n          proof\n          needs {\n            id\n            key\n          }\n          prices {\n            priceZone {\n              id\n            }\n            price {\n              amount\n              currencyCode\n            }\n          }\n        }\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChangeEventDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfficeCurrency {\n    me {\n      id\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OfficeCurrencyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VenuesToChoose {\n    venues(mine: true, first: 100) {\n      nodes {\n        id\n        name\n        city\n        timeZone\n      }\n    }\n  }\n"): typeof import('./graphql.ts').VenuesToChooseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HallsToChoose($venueId: ID!) {\n    venue(id: $venueId) {\n      id\n      timeZone\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          version\n          geometryUrl\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HallsToChooseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DraftEvent($input: CreateEventInput!) {\n    createEvent(input: $input) {\n      event {\n        id\n        title\n        status\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DraftEventDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PutOnSale($input: PublishEventInput!) {\n    publishEvent(input: $input) {\n      event {\n        id\n        status\n        freePlaces\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PutOnSaleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OfficeEvents($search: String, $filter: EventFilter, $after: String) {\n    events(search: $search, filter: $filter, first: 25, after: $after) {\n      nodes {\n        id\n        title\n        status\n        startsAt\n        freePlaces\n        series {\n          id\n          title\n        }\n        venue {\n          id\n          name\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OfficeEventsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HallPlan($venueId: ID!) {\n    venue(id: $venueId) {\n      id\n      name\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          name\n          version\n          seatCount\n          standingCapacity\n          geometryUrl\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HallPlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportPlan($input: ImportSeatingPlanInput!) {\n    importSeatingPlan(input: $input) {\n      seatingPlan {\n        id\n        name\n        version\n        seatCount\n        standingCapacity\n        geometryUrl\n      }\n      warnings {\n        line\n        path\n        message\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ImportPlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query VenueById($id: ID!) {\n    venue(id: $id) {\n      id\n      name\n      address\n      city\n      timeZone\n      halls {\n        id\n        name\n        seatingPlan {\n          id\n          version\n          seatCount\n          standingCapacity\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').VenueByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeVenue($input: UpdateVenueInput!) {\n    updateVenue(input: $input) {\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ChangeVenueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddHall($input: CreateHallInput!) {\n    createHall(input: $input) {\n      hall {\n        id\n        name\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AddHallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnVenues($after: String) {\n    venues(mine: true, first: 50, after: $after) {\n      nodes {\n        id\n        name\n        address\n        city\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OwnVenuesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenVenue($input: CreateVenueInput!) {\n    createVenue(input: $input) {\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').OpenVenueDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BookingFields on Booking {\n    id\n    status\n    cancellationReason\n    createdAt\n    expiresAt\n    subtotal {\n      amount\n      currencyCode\n    }\n    discount {\n      amount\n      currencyCode\n    }\n    total {\n      amount\n      currencyCode\n    }\n    event {\n      id\n      title\n      startsAt\n      endsAt\n      status\n      refundTiers {\n        hoursBefore\n        percent\n      }\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n    }\n    items {\n      price {\n        amount\n        currencyCode\n      }\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n        kind\n      }\n      seat {\n        id\n        label\n        isAccessible\n        row {\n          id\n          label\n        }\n      }\n    }\n    tickets {\n      id\n      status\n      code\n      checkedInAt\n      price {\n        amount\n        currencyCode\n      }\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n        kind\n      }\n      seat {\n        id\n        label\n        row {\n          id\n          label\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BookingFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BookingById($id: ID!) {\n    booking(id: $id) {\n      id\n      ...BookingFields\n    }\n  }\n"): typeof import('./graphql.ts').BookingByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BookingChanged($id: ID!) {\n    bookingChanged(bookingId: $id) {\n      id\n      ...BookingFields\n    }\n  }\n"): typeof import('./graphql.ts').BookingChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RefundQuote($bookingId: ID!, $ticketIds: [ID!]!) {\n    refundQuote(bookingId: $bookingId, ticketIds: $ticketIds) {\n      refunded {\n        amount\n        currencyCode\n      }\n      points\n      until\n      wantsAcceptNothing\n      rejections {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RefundQuoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefundTickets($input: RefundTicketsInput!) {\n    refundTickets(input: $input) {\n      refunded {\n        amount\n        currencyCode\n      }\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RefundTicketsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyWallet {\n    me {\n      id\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MyWalletDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WalletChanged {\n    walletChanged {\n      id\n      available {\n        amount\n        currencyCode\n      }\n      pending {\n        amount\n        currencyCode\n      }\n    }\n  }\n"): typeof import('./graphql.ts').WalletChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PayBooking($input: PayBookingInput!) {\n    payBooking(input: $input) {\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PayBookingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TopUp($input: TopUpWalletInput!) {\n    topUpWallet(input: $input) {\n      redirectUrl\n      wallet {\n        id\n        available {\n          amount\n          currencyCode\n        }\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TopUpDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LetGo($input: CancelBookingInput!) {\n    cancelBooking(input: $input) {\n      booking {\n        id\n        ...BookingFields\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LetGoDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventDetails($id: ID!) {\n    event(id: $id) {\n      id\n      title\n      description\n      startsAt\n      endsAt\n      status\n      maxSeatsPerUser\n      refusesSingleSeats\n      priceRange {\n        lowest {\n          amount\n          currencyCode\n        }\n        highest {\n          amount\n          currencyCode\n        }\n      }\n      refundTiers {\n        hoursBefore\n        percent\n      }\n      series {\n        id\n        title\n      }\n      artists {\n        id\n        name\n      }\n      venue {\n        id\n        name\n        address\n        city\n        timeZone\n      }\n      hall {\n        id\n        name\n      }\n      prices {\n        priceZone {\n          id\n          label\n        }\n        price {\n          amount\n          currencyCode\n        }\n      }\n      ticketTypes {\n        id\n        label\n        proof\n        maxPerBooking\n        needs {\n          id\n          label\n        }\n        prices {\n          priceZone {\n            id\n          }\n          price {\n            amount\n            currencyCode\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EventDetailsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventMap($id: ID!) {\n    event(id: $id) {\n      id\n      seatMap {\n        version\n        states\n        plan {\n          id\n          geometryUrl\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EventMapDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SeatMapChanged($id: ID!) {\n    seatMapChanged(eventId: $id) {\n      __typename\n      ... on SeatMapDelta {\n        fromVersion\n        version\n        changes {\n          index\n          state\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n      ... on SeatMapSnapshot {\n        version\n        states\n        plan {\n          id\n        }\n        standing {\n          section {\n            id\n          }\n          available\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SeatMapChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SeatsAt($planId: ID!, $indexes: [Int!]!) {\n    seatingPlan(id: $planId) {\n      id\n      seatsAt(indexes: $indexes) {\n        id\n        index\n      }\n    }\n  }\n"): typeof import('./graphql.ts').SeatsAtDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HoldPlaces($input: CreateBookingInput!) {\n    createBooking(input: $input) {\n      booking {\n        id\n        status\n        items {\n          seat {\n            id\n            index\n          }\n        }\n        ...BookingFields\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HoldPlacesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuoteDiscount($input: QuoteDiscountInput!) {\n    quoteDiscount(input: $input) {\n      subtotal {\n        amount\n        currencyCode\n      }\n      discount {\n        amount\n        currencyCode\n      }\n      total {\n        amount\n        currencyCode\n      }\n      rejections {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').QuoteDiscountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MyPoints {\n    me {\n      id\n      loyalty {\n        id\n        points\n        frozen\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MyPointsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EventsOnSale($search: String, $filter: EventFilter, $after: String) {\n    events(search: $search, filter: $filter, first: 24, after: $after) {\n      nodes {\n        id\n        title\n        startsAt\n        freePlaces\n        priceRange {\n          lowest {\n            amount\n            currencyCode\n          }\n          highest {\n            amount\n            currencyCode\n          }\n        }\n        series {\n          id\n        }\n        artists {\n          id\n          name\n        }\n        venue {\n          id\n          name\n          city\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EventsOnSaleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketById($id: ID!) {\n    ticket(id: $id) {\n      id\n      code\n      status\n      checkedInAt\n      ticketType {\n        id\n        label\n        proof\n      }\n      section {\n        id\n        label\n      }\n      seat {\n        id\n        label\n        row {\n          id\n          label\n        }\n      }\n      event {\n        id\n        title\n        startsAt\n        endsAt\n        venue {\n          id\n          name\n          address\n          city\n          timeZone\n        }\n        hall {\n          id\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').TicketByIdDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketPdf($id: ID!, $language: Language!) {\n    ticket(id: $id) {\n      id\n      pdf(language: $language)\n    }\n  }\n"): typeof import('./graphql.ts').TicketPdfDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

