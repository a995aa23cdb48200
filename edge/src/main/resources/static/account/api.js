// How the account's pages speak to LifeOS. The access token lives in this tab alone and ends with it.

const ENDPOINT = "/graphql";
const TOKEN = "lifeos.account.token";

/** Something that a person can correct; `errors` as the API gives them. */
export class Mistake extends Error {
  constructor(errors) {
    super(errors.map(sentence).join(" "));
    this.errors = errors;
  }

  has(code) {
    return this.errors.some((error) => error.code === code);
  }
}

/** The token is no good any more. */
export class LoggedOut extends Error {}

export const session = {
  get token() {
    return sessionStorage.getItem(TOKEN);
  },
  begin({ accessToken }) {
    sessionStorage.setItem(TOKEN, accessToken);
  },
  end() {
    sessionStorage.removeItem(TOKEN);
  },
};

/** Sends an operation and gives its data. */
export async function graphql(query, variables = {}, { anonymous = false } = {}) {
  const token = anonymous ? null : session.token;
  let response;
  try {
    response = await fetch(ENDPOINT, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    throw new Error("LifeOS cannot be reached just now. Try again.");
  }
  const answer = await response.json().catch(() => ({}));
  const error = answer.errors?.[0];
  if (response.status === 401 || error?.extensions?.code === "UNAUTHENTICATED") {
    session.end();
    throw new LoggedOut("Your session has ended. Log in again.");
  }
  if (error || !response.ok) {
    throw new Error(error?.message ?? "Something went wrong. Try again.");
  }
  return answer.data;
}

/** Carries a mutation out and gives its payload, or throws what is to be corrected. Without an input its type is null. */
export async function mutate(field, inputType, selection, input, options) {
  const result = `{ ${selection} errors { code message path retryAfter } }`;
  const query = `mutation ($input: ${inputType}!) { ${field}(input: $input) ${result} }`;
  const payload = (await graphql(query, { input }, options))[field];
  if (payload.errors.length > 0) throw new Mistake(payload.errors);
  return payload;
}

function sentence({ message, retryAfter }) {
  if (!retryAfter) return message;
  const at = new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(new Date(retryAfter));
  return `${message} You can try again at ${at}.`;
}

/** What stands behind the `#` of the address, which is never sent to a server; it is taken out of the address. */
export function takeFragment() {
  const found = new URLSearchParams(location.hash.slice(1));
  clearAddress();
  return found;
}

/** What stands behind the `?`; it is taken out of the address and so of the history. */
export function takeQuery() {
  const found = new URLSearchParams(location.search);
  clearAddress();
  return found;
}

function clearAddress() {
  if (location.hash || location.search) history.replaceState(null, "", location.pathname);
}
