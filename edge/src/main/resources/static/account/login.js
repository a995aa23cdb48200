// The ways to log in.

import { mutate, session } from "./api.js";
import { answerOf } from "./passkeys.js";

const anonymous = { anonymous: true };

/** Logs in by a password; gives the challenge where a second step is asked for. */
export async function logIn(email, password) {
  const answer = await mutate("login", "LoginInput", "session { accessToken } challenge { token }", { email, password }, anonymous);
  if (answer.session) session.begin(answer.session);
  return answer.challenge;
}

/** The second step: six digits are the app's, anything else is a recovery code. */
export async function completeSecondStep(challenge, code) {
  const compact = code.replace(/\s/g, "");
  const proof = /^\d{6}$/.test(compact) ? { code: compact } : { recoveryCode: code.trim() };
  const answer = await mutate("completeLogin", "CompleteLoginInput", "session { accessToken }", { challenge, ...proof }, anonymous);
  session.begin(answer.session);
}

/** Logs in by a passkey, which is a second factor by itself. */
export async function logInByPasskey() {
  const answer = await mutate("finishPasskeyLogin", "FinishPasskeyLoginInput", "session { accessToken }", await answerOf("LOG_IN"), anonymous);
  session.begin(answer.session);
}
