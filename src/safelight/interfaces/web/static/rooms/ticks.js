// Says in words how far a list is ticked. Nothing is kept: the ticks are gone with the page.

export function begin(main) {
  const said = main.querySelector("#progress");
  const ticks = [...main.querySelectorAll(".drill-list input[type=checkbox]")];
  const words = said.dataset.says.split("|");
  const say = () => {
    said.textContent = words[ticks.filter((each) => each.checked).length];
  };
  for (const each of ticks) each.addEventListener("change", say);
  say();
}
