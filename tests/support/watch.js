// What a page under test went through, for the tests to read: every document of the test server starts with this script.
// It is a file of the page's own origin, so that it also works where the page's policy allows no inline script.
(() => {
  /** @param {unknown} value */
  const words = (value) => (value instanceof Error ? `${value.name}: ${value.message}\n${value.stack}` : String(value));
  const seen = { errors: [], rejections: [], violations: [], console: [], events: [] };
  Object.defineProperty(window, "seen", { value: seen });

  // Elements report failed loads here as well (not in the bubbling phase); only what was thrown counts.
  window.addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) seen.errors.push(words(event.error ?? event.message));
  });
  window.addEventListener("unhandledrejection", (event) => seen.rejections.push(words(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber ?? 0} ${event.sample ?? ""}`);
  });
  for (const level of ["error", "warn"]) {
    const original = console[level].bind(console);
    console[level] = (...values) => {
      seen.console.push(`${level}: ${values.map(words).join(" ")}`);
      original(...values);
    };
  }
  for (const type of ["pressmark-render", "pressmark-error"]) {
    document.addEventListener(type, (event) => {
      seen.events.push({ type, target: event.target.id, className: event.constructor.name, message: event.error?.message ?? null });
    });
  }
})();
