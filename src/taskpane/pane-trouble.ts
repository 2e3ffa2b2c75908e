/** Shows what the page itself holds for this case: the pane's own parts cannot be counted on. */
export function tellTrouble(reason: string): void {
  const trouble = document.getElementById("trouble");
  if (!trouble) return; // the pane has taken its place
  trouble.hidden = false;
  trouble.querySelector("p")!.textContent = reason;
  trouble.querySelector("button")!.onclick = () => location.reload();
}
