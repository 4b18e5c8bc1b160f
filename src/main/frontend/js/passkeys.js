// Passkeys: asks the server for a question, hands it to the authenticator, sends the answer with the form it stands in.
// Where a browser has none, the button stays hidden and the words beside it say so.
(() => {
  "use strict";

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (credentials) => credentials.map((one) => ({ ...one, id: bytes(one.id) }));

  const question = async (part) => {
    const form = part.closest("form");
    const answer = await fetch(part.dataset.question, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
    });
    if (!answer.ok || !(answer.headers.get("Content-Type") || "").includes("json")) {
      throw new Error("no question");
    }
    const options = await answer.json();
    options.challenge = bytes(options.challenge);
    if (options.user) {
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = named(options.excludeCredentials);
    } else {
      options.allowCredentials = named(options.allowCredentials);
    }
    return options;
  };

  const written = (credential) => {
    const said = credential.response;
    const response = { clientDataJSON: text(said.clientDataJSON) };
    if (said.attestationObject) {
      response.attestationObject = text(said.attestationObject);
      response.transports = said.getTransports ? said.getTransports() : [];
    } else {
      response.authenticatorData = text(said.authenticatorData);
      response.signature = text(said.signature);
      response.userHandle = said.userHandle && said.userHandle.byteLength ? text(said.userHandle) : undefined;
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment || undefined,
      clientExtensionResults: {},
      response,
    });
  };

  let waiting;
  let sent = false;

  const send = (part, credential) => {
    sent = true;
    part.querySelector("input[name=credential]").value = written(credential);
    part.closest("form").requestSubmit();
  };

  const wordsFor = (failure) =>
    ({ NotAllowedError: "wordsCancelled", InvalidStateError: "wordsKnown", SecurityError: "wordsAddress" })[failure.name] ||
    "wordsFailed";

  const say = (part, failure) => {
    const place = part.querySelector("[role=alert]");
    place.textContent = place.dataset[wordsFor(failure)];
    place.hidden = false;
  };

  const press = async (part, button) => {
    if (sent) {
      return;
    }
    button.disabled = true;
    part.querySelector("[role=alert]").hidden = true;
    if (waiting) {
      waiting.abort();
    }
    try {
      const publicKey = await question(part);
      send(part, await navigator.credentials[part.dataset.passkey]({ publicKey }));
    } catch (failure) {
      say(part, failure);
    }
    button.disabled = false;
  };

  // The browser offers a passkey where the address would be typed. A question lives five minutes: ask anew before.
  const offer = async (part) => {
    const can = PublicKeyCredential.isConditionalMediationAvailable;
    if (!can || !(await can.call(PublicKeyCredential))) {
      return;
    }
    try {
      const publicKey = await question(part);
      waiting = new AbortController();
      const mine = waiting;
      const again = setTimeout(() => {
        mine.abort();
        offer(part);
      }, 270000);
      mine.signal.addEventListener("abort", () => clearTimeout(again));
      send(part, await navigator.credentials.get({ publicKey, mediation: "conditional", signal: mine.signal }));
    } catch {
      // Nobody chose one: the button and the mail link stand beside.
    }
  };

  window.addEventListener("pageshow", () => {
    sent = false;
  });

  if (window.PublicKeyCredential) {
    document.querySelectorAll("[data-passkey]").forEach((part) => {
      const button = part.querySelector("button");
      button.hidden = false;
      part.querySelector("[data-without]").hidden = true;
      button.addEventListener("click", () => press(part, button));
      if ("conditional" in part.dataset) {
        offer(part);
      }
    });
  }
})();
