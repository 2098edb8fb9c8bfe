// The one place where this app keeps anything in the browser, and only after the person ticked "Remember on this device":
// numbers of recall cards, days, and how well each was known. Never a word of a lesson, a chat or a person.

const NAME = "notes";
// One card a line: "3.1 20261124-3 20261126-1". Anything else is not kept.
const FORM = /^(?:\d{1,3}\.\d{1,2}(?: \d{8}-[123])+(?:\n|$))*$/;

// What is kept, or null when the person did not ask for it (or the browser keeps nothing).
export function kept() {
  try {
    const text = localStorage.getItem(NAME);
    return text !== null && FORM.test(text) ? text : null;
  } catch {
    return null;
  }
}

export function keep(text) {
  if (!FORM.test(text)) return;
  try {
    localStorage.setItem(NAME, text);
  } catch {
    // A browser that keeps nothing: it stays in the tab's memory.
  }
}

export function forget() {
  try {
    localStorage.removeItem(NAME);
  } catch {
    // Nothing is kept there.
  }
}
