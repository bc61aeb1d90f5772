// pressmark/pressmark.wasm, as bundlers give it that take files along: its address.
declare const address: string;
export default address;
