/** Comes with the pages of the shop. */
export default function BookingPage(_props: { readonly id?: string }) {
  return <h1>BookingPage</h1>;
}
