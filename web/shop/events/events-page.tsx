/** Comes with the pages of the shop. */
export default function EventsPage(_props: { readonly id?: string }) {
  return <h1>EventsPage</h1>;
}
