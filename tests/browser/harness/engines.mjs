// The engines by their names.
import { ChromiumEngine, FirefoxEngine } from "./puppeteer_engine.mjs";
import { WebKitEngine } from "./webkit_engine.mjs";

export const ENGINES = { chromium: ChromiumEngine, firefox: FirefoxEngine, webkit: WebKitEngine };
