/** Comes with the pages of the shop. */
export default function SeriesPage(_props: { readonly id?: string }) {
  return <h1>SeriesPage</h1>;
}
