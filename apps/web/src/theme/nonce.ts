/**
 * The nonce of this page's Content-Security-Policy. Mantine puts it on the style tags it makes; the scroll
 * lock inside its dialogs asks for it under webpack's name.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

export function publishNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
