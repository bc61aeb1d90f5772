// As much of React's types as the page in docs/embed.md asks for; React itself is no part of the tests.
export interface HTMLAttributes<Of> {
  className?: string;
  children?: unknown;
  onClick?: (event: { currentTarget: Of }) => void;
}
export type DetailedHTMLProps<Attributes, Of> = Attributes & { key?: string; ref?: (element: Of | null) => void };
export namespace JSX {
  type Element = object;
  interface IntrinsicElements {
    a: HTMLAttributes<HTMLAnchorElement> & { href?: string };
  }
}
