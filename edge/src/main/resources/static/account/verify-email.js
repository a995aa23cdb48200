import { mutate, session, takeFragment } from "./api.js";
import { onSubmit, part, show } from "./page.js";

const token = takeFragment().get("token");

// At a click and not by itself: programs that look at mails open links too.
onSubmit(part("verify"), async ({ password }) => {
  const { session: started } = await mutate("verifyEmail", "VerifyEmailInput", "session { accessToken }", { token, password }, { anonymous: true });
  if (started) session.begin(started);
  show("done");
});

if (!token) show("no-token");
