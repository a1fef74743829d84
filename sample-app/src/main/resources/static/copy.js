// Adds a button to each value that is marked: without scripts, the value can be selected
document.querySelectorAll("[data-copy]").forEach((value) => {
	const button = document.createElement("button");
	button.type = "button";
	button.className = "copy";
	button.textContent = "Copy";
	const text = value.dataset.copy || value.textContent;
	button.setAttribute("aria-label", "Copy " + text);
	button.addEventListener("click", async () => {
		await navigator.clipboard.writeText(text);
		button.textContent = "Copied";
		setTimeout(() => { button.textContent = "Copy"; }, 2000);
	});
	value.after(button);
});
