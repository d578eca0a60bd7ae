/** Comes with the pages of the shop. */
export default function OrganizerPages(_props: { readonly id?: string }) {
  return <h1>OrganizerPages</h1>;
}
