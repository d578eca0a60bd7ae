/** Comes with the pages of the shop. */
export default function EventPage(_props: { readonly id?: string }) {
  return <h1>EventPage</h1>;
}
