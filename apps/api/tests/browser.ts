/** A browser without a screen: keeps cookies of every origin and follows redirects by itself. */
export interface Browser {
  readonly cookies: Map<string, string>;
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Follows redirects to the end. */
  readonly visit: (
    url: string,
    init?: RequestInit,
  ) => Promise<{ readonly url: string; readonly response: Response }>;
}

const MOST_REDIRECTS = 20;

export function openBrowser(): Browser {
  const cookies = new Map<string, string>();
  const browse: Browser['fetch'] = async (url, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  const visit: Browser['visit'] = async (first, init) => {
    let url = first;
    let response = await browse(url, init);
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
      const location = response.headers.get('location');
      if (location === null) return { url, response };
      url = new URL(location, url).href;
      response = await browse(url);
    }
    throw new Error(`too many redirects, last to ${url}`);
  };
  return { cookies, fetch: browse, visit };
}

/** Signs in as a person does, with one click on oneself, and gives the cookie of the session. */
export async function sessionOf(url: string, user: string): Promise<string> {
  const browser = openBrowser();
  const choice = await browser.visit(`${url}/auth/sign-in?returnTo=/healthz`);
  const html = await choice.response.text();
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  const name = /<button[^>]*name="([^"]+)"[^>]*value="/.exec(html)?.[1] ?? 'person';
  await browser.visit(new URL(action, choice.url).href, {
    method: 'POST',
    body: new URLSearchParams({ [name]: user }),
  });
  return `tinhgon_session=${browser.cookies.get('tinhgon_session')}`;
}
