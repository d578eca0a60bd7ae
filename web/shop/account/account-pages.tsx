/** Comes with the pages of the shop. */
export default function AccountPages(_props: { readonly id?: string }) {
  return <h1>AccountPages</h1>;
}
