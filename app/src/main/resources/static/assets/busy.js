/*
 * While a form that asks somebody else (data-busy="Trying …") is on its way, its button says so and cannot be pressed twice. A page that the
 * browser takes out of its memory is fresh again.
 */
(() => {
    "use strict";

    document.addEventListener("submit", event => {
        const form = event.target;
        const button = form.dataset.busy && (event.submitter || form.querySelector("button"));
        if (!button) {
            return;
        }
        button.dataset.was = button.textContent;
        button.textContent = form.dataset.busy;
        button.setAttribute("aria-busy", "true");
        setTimeout(() => { button.disabled = true; });
    });

    /* A button that copies a field (data-copy="its id") stands only where the browser can do it. */
    const copying = () => document.querySelectorAll("button[data-copy]").forEach(button => { button.hidden = !navigator.clipboard; });
    document.addEventListener("click", async event => {
        const button = event.target.closest("button[data-copy]");
        if (button) {
            await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
            button.textContent = button.dataset.done;
        }
    });
    copying();

    window.addEventListener("pageshow", () => document.querySelectorAll("button[data-was]").forEach(button => {
        button.textContent = button.dataset.was;
        button.disabled = false;
        button.removeAttribute("aria-busy");
        delete button.dataset.was;
    }));
})();
