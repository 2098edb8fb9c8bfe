// Runs before anything is shown, for the moment until app.js is there: a link that is pressed at once must not leave an
// entry in the history either, and the way out must be quick from the start. A form that is sent at once waits for it.
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
