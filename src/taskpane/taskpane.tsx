document.getElementById("pane")!.textContent = "CALS for Excel";
export {};
