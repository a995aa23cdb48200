// Codes by an app, and the recovery codes beside it.

import { graphql, mutate } from "./api.js";
import { element, onClick, onSubmit, part } from "./page.js";
import { assured } from "./stepup.js";

export async function load() {
  const { me } = await graphql("{ me { totpEnabled recoveryCodesLeft } }");
  const on = me.totpEnabled;
  part("totp-state").textContent = on
    ? `Logging in asks for a code of your app. ${me.recoveryCodesLeft} recovery codes are left.`
    : "Logging in asks for nothing but your password.";
  part("totp-begin").hidden = on;
  part("totp-codes").hidden = !on;
  part("totp-end").hidden = !on;
}

onClick("totp-begin", async () => {
  const { secret, uri } = await assured(() => mutate("enrollTotp", "EnrollTotpInput", "secret uri", {}));
  part("totp-secret").textContent = secret.match(/.{1,4}/g).join(" ");
  part("totp-link").href = uri;
  draw(uri);
  part("totp-form").hidden = false;
  part("totp-code").focus();
});

onSubmit(part("totp-form"), async ({ code }) => {
  const done = await mutate("confirmTotp", "ConfirmTotpInput", "recoveryCodes", { code: code.replace(/\s/g, "") });
  part("totp-form").hidden = true;
  part("totp-form").reset();
  part("totp-secret").textContent = "";
  tell(done.recoveryCodes);
  await load();
});

onClick("totp-codes", async () => {
  const done = await assured(() => mutate("regenerateRecoveryCodes", "RegenerateRecoveryCodesInput", "recoveryCodes", {}));
  tell(done.recoveryCodes);
  await load();
});

onClick("totp-end", async () => {
  await assured(() => mutate("disableTotp", "DisableTotpInput", "", {}));
  part("recovery").hidden = true;
  await load();
});

function tell(codes) {
  part("recovery").querySelector("ol").replaceChildren(...codes.map((code) => element("li", code)));
  part("recovery").hidden = false;
  part("recovery").querySelector("h3").focus();
}

function draw(text) {
  const place = part("qr");
  place.replaceChildren();
  place.hidden = typeof globalThis.QRCode !== "function";
  if (place.hidden) return;
  try {
    new globalThis.QRCode(place, { text, width: 208, height: 208, correctLevel: globalThis.QRCode.CorrectLevel.M });
    // It would show the secret to whoever points at it.
    place.removeAttribute("title");
  } catch {
    // Some lengths are too much for it; the secret and the link are there too.
    place.hidden = true;
  }
}
