/** Comes with the pages of the shop. */
export default function TicketPage(_props: { readonly id?: string }) {
  return <h1>TicketPage</h1>;
}
