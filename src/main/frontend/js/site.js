// What the pages do better with script. Every page works without it.
(() => {
  "use strict";

  const focusErrors = () => {
    const summary = document.querySelector("[data-errors]");
    if (summary) {
      summary.focus();
    }
  };

  // A link of the error summary leads to the field and puts the cursor in it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-errors] a[href^='#']");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (field) {
      event.preventDefault();
      field.focus();
      field.scrollIntoView({ block: "center" });
    }
  });

  // A form is sent once: a second click while the answer is on its way does nothing.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.hasAttribute("data-download") || event.defaultPrevented) {
      return;
    }
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "true";
    setTimeout(() => form.querySelectorAll("button:not([type=button])").forEach((button) => {
      button.disabled = true;
    }));
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sending]").forEach((form) => {
      delete form.dataset.sending;
      form.querySelectorAll("button:not([type=button])").forEach((button) => {
        button.disabled = false;
      });
    });
  });

  // A select that filters a list applies itself; its button is for readers without script.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-apply]");
    if (form && event.target.matches("select, input[type=checkbox], input[type=radio]")) {
      form.requestSubmit();
    }
  });

  // The box in a table head chooses all rows; the bulk bar says how many are chosen.
  document.addEventListener("change", (event) => {
    const table = event.target.closest("table[data-choose]");
    if (!table) {
      return;
    }
    const boxes = [...table.querySelectorAll("tbody input[type=checkbox]")];
    if (event.target.matches("thead input")) {
      boxes.forEach((box) => {
        box.checked = event.target.checked;
      });
    }
    boxes.forEach((box) => {
      const row = box.closest("tr");
      row.classList.toggle("chosen", box.checked);
    });
    const count = document.querySelector(`[data-chosen-in="${table.id}"]`);
    if (count) {
      count.textContent = String(boxes.filter((box) => box.checked).length);
    }
  });

  // Within a list that one works through, j and k go to the next and the last row, x chooses the row, and other keys
  // press the button that carries them. Only while the focus is in the list, so that no key is taken from anybody.
  document.addEventListener("keydown", (event) => {
    const table = event.target.closest("table[data-rows]");
    const typing = event.target.matches("input[type=text], textarea, select");
    if (!table || typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const rows = [...table.querySelectorAll("tbody tr")];
    const row = event.target.closest("tbody tr");
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const next = rows[row ? rows.indexOf(row) + step : 0];
      const link = next && next.querySelector("a[href]");
      if (link) {
        event.preventDefault();
        link.focus();
        next.scrollIntoView({ block: "nearest" });
      }
      return;
    }
    const pressed = row && /^[a-z]$/.test(event.key) && row.querySelector(`[data-key="${event.key}"]`);
    if (pressed) {
      event.preventDefault();
      pressed.click();
    }
  });

  // The menu on a phone closes with Escape and gives the focus back.
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // Going back needs script; the button shows itself only where it works.
  document.querySelectorAll("[data-back]").forEach((button) => {
    button.hidden = history.length < 2;
    button.addEventListener("click", () => history.back());
  });

  // Copying needs script; the button shows itself only where it works, and says what it did.
  const showCopying = () => {
    document.querySelectorAll("[data-copy]").forEach((button) => {
      button.hidden = !navigator.clipboard;
    });
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    const text = button && document.getElementById(button.dataset.copy);
    if (text) {
      navigator.clipboard.writeText(text.textContent.trim()).then(() => {
        button.textContent = button.dataset.copied;
      }, () => getSelection().selectAllChildren(text));
    }
  });

  focusErrors();
  showCopying();
  document.addEventListener("htmx:after:settle", focusErrors);
  document.addEventListener("htmx:after:settle", showCopying);
})();
