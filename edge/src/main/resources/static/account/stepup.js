// What is refused until the person has shown that it is still them is tried again after that.

import { Mistake, mutate } from "./api.js";
import { answerOf } from "./passkeys.js";
import { onClick, onSubmit, part } from "./page.js";

const dialog = part("step-up");
let settle;

/** Carries something out, asking for a proof where it is wanted. */
export async function assured(action) {
  try {
    return await action();
  } catch (failure) {
    if (!(failure instanceof Mistake) || !failure.has("STEP_UP_REQUIRED")) throw failure;
  }
  await proof();
  return action();
}

function proof() {
  part("proof").value = "";
  dialog.showModal();
  return new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
}

async function stepUp(input) {
  await mutate("stepUp", "StepUpInput", "", input);
  settle.resolve();
  dialog.close();
}

onSubmit(part("step-up-form"), ({ proof: given }) =>
  stepUp(/^\s*(\d\s*){6}$/.test(given) ? { code: given.replace(/\s/g, "") } : { password: given }),
);
onClick("step-up-passkey", async () => stepUp({ passkey: await answerOf("STEP_UP") }));
onClick("step-up-cancel", () => dialog.close());
dialog.addEventListener("close", () => settle.reject(new Error("Nothing has changed.")));
