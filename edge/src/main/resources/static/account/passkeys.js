// Passkeys, by the browser's own conversions (WebAuthn level 3).

import { mutate } from "./api.js";

export const areSupported = () => Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON);

/** What a passkey of the person answers, to LOG_IN or to STEP_UP. */
export async function answerOf(purpose) {
  const { challenge } = await mutate(
    "beginPasskeyLogin",
    "BeginPasskeyLoginInput",
    "challenge { token options }",
    { purpose },
    { anonymous: purpose === "LOG_IN" },
  );
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(challenge.options);
  return { token: challenge.token, credential: await asked(navigator.credentials.get({ publicKey })) };
}

/** Adds a passkey under that name. */
export async function add(label) {
  const { challenge } = await mutate(
    "beginPasskeyRegistration",
    "BeginPasskeyRegistrationInput",
    "challenge { token options }",
    { label },
  );
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(challenge.options);
  const credential = await asked(navigator.credentials.create({ publicKey }));
  await mutate("finishPasskeyRegistration", "FinishPasskeyRegistrationInput", "passkey { id }", { token: challenge.token, credential });
}

export const remove = (id) => mutate("deletePasskey", "DeletePasskeyInput", "id", { id });

async function asked(ceremony) {
  try {
    return (await ceremony).toJSON();
  } catch {
    throw new Error("The browser did not use a passkey. Nothing has changed.");
  }
}
