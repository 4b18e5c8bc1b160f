// A file can be dropped on a form, and one that is sent shows how far it has come. Without script the form does it all.
(() => {
  "use strict";

  const LARGE = 1024 * 1024;

  document.querySelectorAll("[data-drop]").forEach((zone) => {
    const input = document.getElementById(zone.dataset.drop);
    const hint = zone.querySelector(".drop-hint");
    if (hint) {
      hint.hidden = false;
    }
    const over = (event, on) => {
      event.preventDefault();
      zone.classList.toggle("over", on);
    };
    zone.addEventListener("dragover", (event) => over(event, true));
    zone.addEventListener("dragleave", (event) => over(event, false));
    zone.addEventListener("drop", (event) => {
      over(event, false);
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        input.focus();
      }
    });
  });

  const others = (form, input) =>
    [...form.querySelectorAll("input[type=file]")].some((each) => each !== input && each.files.length > 0);

  const refuse = (form, input, sentence) => {
    let said = document.getElementById(`${input.id}-error`);
    if (!said) {
      said = document.createElement("p");
      said.className = "err";
      said.id = `${input.id}-error`;
      said.setAttribute("role", "alert");
      input.after(said);
    }
    said.textContent = sentence;
    input.setAttribute("aria-invalid", "true");
    form.querySelector(".sending").hidden = true;
    form.querySelectorAll("button").forEach((button) => {
      button.disabled = false;
    });
    input.focus();
  };

  // Large files go as they are, not as part of a form, whose parts are smaller.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-send-to]");
    const input = form && form.querySelector("[data-drop] input[type=file]");
    const file = input && input.files[0];
    if (!file || file.size < LARGE || others(form, input)) {
      return;
    }
    event.preventDefault();
    const box = form.querySelector(".sending");
    const words = box.querySelector("p");
    const bar = box.querySelector("progress");
    const request = new XMLHttpRequest();
    box.hidden = false;
    words.textContent = words.dataset.wordsSending;
    bar.value = 0;
    form.querySelectorAll("button").forEach((button) => {
      button.disabled = true;
    });
    request.upload.addEventListener("progress", (told) => {
      bar.value = Math.round((told.loaded / Math.max(1, told.total)) * 100);
      words.textContent = `${told.loaded < told.total ? words.dataset.wordsSending : words.dataset.wordsChecking}　${bar.value}%`;
    });
    request.upload.addEventListener("load", () => {
      words.textContent = words.dataset.wordsChecking;
      bar.removeAttribute("value");
    });
    request.addEventListener("load", () => {
      if (request.status === 200 && request.response) {
        location.assign(request.response.address);
      } else {
        const told = request.response || {};
        refuse(form, input, [told.detail, told.next].filter(Boolean).join(" ") || `HTTP ${request.status}`);
      }
    });
    request.addEventListener("error", () => refuse(form, input, "Network error"));
    request.open("POST", form.dataset.sendTo);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.send(file);
  }, true);
})();
