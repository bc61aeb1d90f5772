// What the types of the core name of a browser, for programs whose types know none. Where they do, this adds nothing.

interface Document {}
interface DocumentFragment {}
interface Element {}
interface Response {}
interface URL {}

declare namespace WebAssembly {
  interface Memory {}
  interface Module {}
}
