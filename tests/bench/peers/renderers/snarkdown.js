import snarkdown from "snarkdown";

export const load = async () => (markdown) => snarkdown(markdown);
