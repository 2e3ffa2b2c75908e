/** Says in plain HTML why there is no pane. Here the pane's own parts cannot be counted on. */
export function tellTrouble(reason: string): void {
  const place = document.getElementById("pane");
  if (!place) return;
  const says = document.createElement("p");
  says.textContent = `The pane could not open. ${reason} The functions in your cells do not need it.`;
  const reload = document.createElement("button");
  reload.textContent = "Reload";
  reload.onclick = () => location.reload();
  const trouble = document.createElement("div");
  trouble.className = "plain";
  trouble.setAttribute("role", "alert");
  trouble.append(says, reload);
  place.replaceChildren(trouble);
}
