// Going to Google and coming back. What `startOAuth` binds an attempt to stays in this window, so that nobody can end an attempt here
// that was begun elsewhere.

import { mutate } from "./api.js";

const PREFIX = "lifeos.account.oauth.";

/** Sends the person to Google: to SIGN_IN, to LINK, or for the CALENDAR. */
export async function goToGoogle(purpose) {
  const begun = await mutate(
    "startOAuth",
    "StartOAuthInput",
    "authorizationUrl binding",
    { provider: "GOOGLE", purpose },
    { anonymous: purpose === "SIGN_IN" },
  );
  const state = new URL(begun.authorizationUrl).searchParams.get("state");
  sessionStorage.setItem(PREFIX + state, JSON.stringify({ purpose, binding: begun.binding }));
  location.assign(begun.authorizationUrl);
}

/** What was begun under that state; once. */
export function takeBinding(state) {
  const kept = sessionStorage.getItem(PREFIX + state);
  sessionStorage.removeItem(PREFIX + state);
  return kept && JSON.parse(kept);
}
