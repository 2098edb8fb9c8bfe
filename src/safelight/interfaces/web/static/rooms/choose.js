// The settings of the first page hold at once when picked with a finger or mouse. With the keyboard the button decides:
// there each arrow key changes a menu, and a page that changes under it would take the focus away.

export function begin(main) {
  const form = main.querySelector("form.fits");
  let pointed = false;
  form.addEventListener("pointerdown", () => { pointed = true; });
  form.addEventListener("keydown", () => { pointed = false; });
  form.addEventListener("change", () => { if (pointed) form.requestSubmit(); });
}
