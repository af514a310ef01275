/** The package has no types of its own; these are the parts in use. */
declare module 'edtf' {
  export default function edtf(text: string): unknown;
}
