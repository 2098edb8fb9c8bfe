// Runs before anything is shown, for the moment until app.js is there: a link that is pressed at once must not leave an
// entry in the history either, and the way out must be quick from the start. A form that is sent at once waits for it.
// A button of a room whose own script is still on its way is pressed anew when that is there.
"use strict";
{
  const ready = () => document.documentElement.classList.contains("scripted");
  let waiting = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a");
    const address = link?.getAttribute("href") ?? "";
    const mine = /^[/#]/.test(address) && !link.hasAttribute("download") && !link.target;
    if (ready() || event.ctrlKey || event.metaKey || event.shiftKey || !(mine || link?.id === "leave")) return;
    event.preventDefault();
    if (link.id === "leave") document.documentElement.hidden = true;
    location.replace(address);
  });

  const early = new Set();

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("main:not([data-begun]) button[type=button]");
    // Printing needs app.js alone.
    if (button && !(ready() && button.hasAttribute("data-print"))) early.add(button);
  });

  document.addEventListener("begun", () => {
    const pressed = [...early].filter((button) => button.isConnected);
    early.clear();
    for (const button of pressed) button.click();
  });

  document.addEventListener("submit", (event) => {
    if (ready()) return;
    event.preventDefault();
    waiting = [event.target, event.submitter];
  });

  addEventListener("load", () => {
    if (!waiting) return;
    const [form, submitter] = waiting;
    if (ready()) form.requestSubmit(submitter);
    else form.submit();
  });
}
