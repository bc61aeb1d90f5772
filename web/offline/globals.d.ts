// What scripts/bundle.mjs puts into the service worker.
declare const __PRESSMARK_VERSION__: string;
declare const __PRESSMARK_FILES__: readonly { path: string; integrity: string | null }[];
