import type { Page } from 'playwright-core';

export interface Authenticator {
  /** From now on its owner does not put the finger on it. */
  refuse(): Promise<void>;
  agree(): Promise<void>;
}

/** The computer's own authenticator, in Chromium's software; it stays with this page. */
export async function withAuthenticator(page: Page): Promise<Authenticator> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const setVerified = (isUserVerified: boolean) =>
    devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return {
    refuse: async () => {
      await setVerified(false);
    },
    agree: async () => {
      await setVerified(true);
    },
  };
}
