/** Comes with the pages of the shop. */
export default function AdminPages(_props: { readonly id?: string }) {
  return <h1>AdminPages</h1>;
}
