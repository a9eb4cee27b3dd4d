/** A path of this application to come back to; anything else is the start page (no open redirects). */
export function returnAddress(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 2_000) return '/';
  // A browser reads `\` as `/` and drops tabs and newlines, so `/\host` would leave this site.
  if (!/^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(wanted)) return '/';
  const url = new URL(wanted, 'http://here.invalid');
  // Dots resolve to `//host`, which a browser would follow away.
  if (url.host !== 'here.invalid' || /^\/(\/|auth\/)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
