import { mutate, session, takeQuery } from "./api.js";
import { takeBinding } from "./oauth.js";
import { completeSecondStep } from "./login.js";
import { onSubmit, part, show } from "./page.js";

const returned = takeQuery();

const DONE = {
  SIGN_IN: ["You are logged in", "Google has vouched for you."],
  LINK: ["Google is linked", "You can log in by it from now on."],
  CALENDAR: ["Your calendar is connected", "LifeOS reads it whenever it changes."],
};

async function complete() {
  const begun = takeBinding(returned.get("state"));
  if (returned.get("error") === "access_denied") throw new Error("You did not allow it, so nothing has changed.");
  if (!returned.get("code") || !begun) {
    throw new Error("This was not begun in this window, or is over. Nothing has changed.");
  }
  const answer = await mutate(
    "completeOAuth",
    "CompleteOAuthInput",
    "session { accessToken } challenge { token }",
    {
      code: returned.get("code"),
      state: returned.get("state"),
      binding: begun.binding,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      locale: navigator.language,
    },
    { anonymous: begun.purpose === "SIGN_IN" },
  );
  if (answer.session) session.begin(answer.session);
  if (answer.challenge) askForCode(answer.challenge, begun.purpose);
  else done(begun.purpose);
}

function askForCode(challenge, purpose) {
  onSubmit(part("second"), async ({ code }) => {
    await completeSecondStep(challenge.token, code);
    done(purpose);
  });
  show("second-step");
}

function done(purpose) {
  [part("done-title").textContent, part("done-text").textContent] = DONE[purpose];
  show("done");
}

complete().catch((failure) => {
  part("failed-text").textContent = failure.message;
  show("failed");
});
