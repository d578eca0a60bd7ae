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
    "\n  fragment DeadLetterFields on DeadLetter {\n    id\n    service\n    consumer\n    topic\n    key\n    factId\n    factType\n    status\n    attempts\n    error\n    payload\n    isPayloadCut\n    laidAsideAt\n    retryAt\n  }\n": typeof types.DeadLetterFieldsFragmentDoc,
    "\n  mutation RetryInTickets($input: RetryDeadLetterInput!) {\n    outcome: retryTicketsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.RetryInTicketsDocument,
    "\n  mutation RetryInPayments($input: RetryDeadLetterInput!) {\n    outcome: retryPaymentsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.RetryInPaymentsDocument,
    "\n  mutation RetryInLoyalty($input: RetryDeadLetterInput!) {\n    outcome: retryLoyaltyDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.RetryInLoyaltyDocument,
    "\n  mutation RetryInNotifications($input: RetryDeadLetterInput!) {\n    outcome: retryNotificationsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.RetryInNotificationsDocument,
    "\n  mutation RetryInAnalytics($input: RetryDeadLetterInput!) {\n    outcome: retryAnalyticsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.RetryInAnalyticsDocument,
    "\n  mutation DropInTickets($input: DropDeadLetterInput!) {\n    outcome: dropTicketsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.DropInTicketsDocument,
    "\n  mutation DropInPayments($input: DropDeadLetterInput!) {\n    outcome: dropPaymentsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.DropInPaymentsDocument,
    "\n  mutation DropInLoyalty($input: DropDeadLetterInput!) {\n    outcome: dropLoyaltyDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.DropInLoyaltyDocument,
    "\n  mutation DropInNotifications($input: DropDeadLetterInput!) {\n    outcome: dropNotificationsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.DropInNotificationsDocument,
    "\n  mutation DropInAnalytics($input: DropDeadLetterInput!) {\n    outcome: dropAnalyticsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.DropInAnalyticsDocument,
    "\n  query DeadLettersOfServices {\n    services {\n      tickets {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      payments {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      loyalty {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      notifications {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      analytics {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n    }\n  }\n": typeof types.DeadLettersOfServicesDocument,
    "\n  fragment ServiceHealth on ServiceStatus {\n    name\n    asOf\n    deadLetterCount\n    outbox {\n      length\n      oldestSince\n    }\n    consumers {\n      name\n      waitingFacts\n    }\n    overdueWork {\n      kind\n      count\n      oldestSince\n    }\n    sagas {\n      type\n      step\n      count\n      parkedCount\n    }\n    provider {\n      name\n      answers\n      fault\n    }\n  }\n": typeof types.ServiceHealthFragmentDoc,
    "\n  query HealthOfServices {\n    services {\n      users {\n        ...ServiceHealth\n      }\n      events {\n        ...ServiceHealth\n      }\n      tickets {\n        ...ServiceHealth\n      }\n      payments {\n        ...ServiceHealth\n      }\n      loyalty {\n        ...ServiceHealth\n      }\n      notifications {\n        ...ServiceHealth\n      }\n      analytics {\n        ...ServiceHealth\n      }\n    }\n  }\n": typeof types.HealthOfServicesDocument,
    "\n  mutation AssignRole($input: AssignRoleInput!) {\n    assignRole(input: $input) {\n      user {\n        id\n        role\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.AssignRoleDocument,
    "\n  mutation BlockUser($input: BlockUserInput!) {\n    blockUser(input: $input) {\n      user {\n        id\n        isBlocked\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.BlockUserDocument,
    "\n  mutation UnblockUser($input: UnblockUserInput!) {\n    unblockUser(input: $input) {\n      user {\n        id\n        isBlocked\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.UnblockUserDocument,
    "\n  query UsersFound($search: String, $after: String) {\n    users(search: $search, first: 25, after: $after) {\n      nodes {\n        id\n        nickname\n        email\n        isEmailConfirmed\n        role\n        isBlocked\n        createdAt\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": typeof types.UsersFoundDocument,
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
    "\n  fragment DeadLetterFields on DeadLetter {\n    id\n    service\n    consumer\n    topic\n    key\n    factId\n    factType\n    status\n    attempts\n    error\n    payload\n    isPayloadCut\n    laidAsideAt\n    retryAt\n  }\n": types.DeadLetterFieldsFragmentDoc,
    "\n  mutation RetryInTickets($input: RetryDeadLetterInput!) {\n    outcome: retryTicketsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.RetryInTicketsDocument,
    "\n  mutation RetryInPayments($input: RetryDeadLetterInput!) {\n    outcome: retryPaymentsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.RetryInPaymentsDocument,
    "\n  mutation RetryInLoyalty($input: RetryDeadLetterInput!) {\n    outcome: retryLoyaltyDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.RetryInLoyaltyDocument,
    "\n  mutation RetryInNotifications($input: RetryDeadLetterInput!) {\n    outcome: retryNotificationsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.RetryInNotificationsDocument,
    "\n  mutation RetryInAnalytics($input: RetryDeadLetterInput!) {\n    outcome: retryAnalyticsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.RetryInAnalyticsDocument,
    "\n  mutation DropInTickets($input: DropDeadLetterInput!) {\n    outcome: dropTicketsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.DropInTicketsDocument,
    "\n  mutation DropInPayments($input: DropDeadLetterInput!) {\n    outcome: dropPaymentsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.DropInPaymentsDocument,
    "\n  mutation DropInLoyalty($input: DropDeadLetterInput!) {\n    outcome: dropLoyaltyDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.DropInLoyaltyDocument,
    "\n  mutation DropInNotifications($input: DropDeadLetterInput!) {\n    outcome: dropNotificationsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.DropInNotificationsDocument,
    "\n  mutation DropInAnalytics($input: DropDeadLetterInput!) {\n    outcome: dropAnalyticsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n": types.DropInAnalyticsDocument,
    "\n  query DeadLettersOfServices {\n    services {\n      tickets {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      payments {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      loyalty {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      notifications {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      analytics {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n    }\n  }\n": types.DeadLettersOfServicesDocument,
    "\n  fragment ServiceHealth on ServiceStatus {\n    name\n    asOf\n    deadLetterCount\n    outbox {\n      length\n      oldestSince\n    }\n    consumers {\n      name\n      waitingFacts\n    }\n    overdueWork {\n      kind\n      count\n      oldestSince\n    }\n    sagas {\n      type\n      step\n      count\n      parkedCount\n    }\n    provider {\n      name\n      answers\n      fault\n    }\n  }\n": types.ServiceHealthFragmentDoc,
    "\n  query HealthOfServices {\n    services {\n      users {\n        ...ServiceHealth\n      }\n      events {\n        ...ServiceHealth\n      }\n      tickets {\n        ...ServiceHealth\n      }\n      payments {\n        ...ServiceHealth\n      }\n      loyalty {\n        ...ServiceHealth\n      }\n      notifications {\n        ...ServiceHealth\n      }\n      analytics {\n        ...ServiceHealth\n      }\n    }\n  }\n": types.HealthOfServicesDocument,
    "\n  mutation AssignRole($input: AssignRoleInput!) {\n    assignRole(input: $input) {\n      user {\n        id\n        role\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.AssignRoleDocument,
    "\n  mutation BlockUser($input: BlockUserInput!) {\n    blockUser(input: $input) {\n      user {\n        id\n        isBlocked\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.BlockUserDocument,
    "\n  mutation UnblockUser($input: UnblockUserInput!) {\n    unblockUser(input: $input) {\n      user {\n        id\n        isBlocked\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n": types.UnblockUserDocument,
    "\n  query UsersFound($search: String, $after: String) {\n    users(search: $search, first: 25, after: $after) {\n      nodes {\n        id\n        nickname\n        email\n        isEmailConfirmed\n        role\n        isBlocked\n        createdAt\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n": types.UsersFoundDocument,
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
export function graphql(source: "\n  fragment DeadLetterFields on DeadLetter {\n    id\n    service\n    consumer\n    topic\n    key\n    factId\n    factType\n    status\n    attempts\n    error\n    payload\n    isPayloadCut\n    laidAsideAt\n    retryAt\n  }\n"): typeof import('./graphql.ts').DeadLetterFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryInTickets($input: RetryDeadLetterInput!) {\n    outcome: retryTicketsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryInTicketsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryInPayments($input: RetryDeadLetterInput!) {\n    outcome: retryPaymentsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryInPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryInLoyalty($input: RetryDeadLetterInput!) {\n    outcome: retryLoyaltyDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryInLoyaltyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryInNotifications($input: RetryDeadLetterInput!) {\n    outcome: retryNotificationsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryInNotificationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryInAnalytics($input: RetryDeadLetterInput!) {\n    outcome: retryAnalyticsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RetryInAnalyticsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DropInTickets($input: DropDeadLetterInput!) {\n    outcome: dropTicketsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DropInTicketsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DropInPayments($input: DropDeadLetterInput!) {\n    outcome: dropPaymentsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DropInPaymentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DropInLoyalty($input: DropDeadLetterInput!) {\n    outcome: dropLoyaltyDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DropInLoyaltyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DropInNotifications($input: DropDeadLetterInput!) {\n    outcome: dropNotificationsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DropInNotificationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DropInAnalytics($input: DropDeadLetterInput!) {\n    outcome: dropAnalyticsDeadLetter(input: $input) {\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DropInAnalyticsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DeadLettersOfServices {\n    services {\n      tickets {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      payments {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      loyalty {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      notifications {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n      analytics {\n        deadLetterCount\n        deadLetters(first: 25) {\n          nodes {\n            id\n            ...DeadLetterFields\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DeadLettersOfServicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServiceHealth on ServiceStatus {\n    name\n    asOf\n    deadLetterCount\n    outbox {\n      length\n      oldestSince\n    }\n    consumers {\n      name\n      waitingFacts\n    }\n    overdueWork {\n      kind\n      count\n      oldestSince\n    }\n    sagas {\n      type\n      step\n      count\n      parkedCount\n    }\n    provider {\n      name\n      answers\n      fault\n    }\n  }\n"): typeof import('./graphql.ts').ServiceHealthFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HealthOfServices {\n    services {\n      users {\n        ...ServiceHealth\n      }\n      events {\n        ...ServiceHealth\n      }\n      tickets {\n        ...ServiceHealth\n      }\n      payments {\n        ...ServiceHealth\n      }\n      loyalty {\n        ...ServiceHealth\n      }\n      notifications {\n        ...ServiceHealth\n      }\n      analytics {\n        ...ServiceHealth\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HealthOfServicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignRole($input: AssignRoleInput!) {\n    assignRole(input: $input) {\n      user {\n        id\n        role\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AssignRoleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BlockUser($input: BlockUserInput!) {\n    blockUser(input: $input) {\n      user {\n        id\n        isBlocked\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BlockUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnblockUser($input: UnblockUserInput!) {\n    unblockUser(input: $input) {\n      user {\n        id\n        isBlocked\n      }\n      userErrors {\n        code\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UnblockUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UsersFound($search: String, $after: String) {\n    users(search: $search, first: 25, after: $after) {\n      nodes {\n        id\n        nickname\n        email\n        isEmailConfirmed\n        role\n        isBlocked\n        createdAt\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UsersFoundDocument;
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

