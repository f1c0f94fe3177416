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

    window.addEventListener("pageshow", () => document.querySelectorAll("button[data-was]").forEach(button => {
        button.textContent = button.dataset.was;
        button.disabled = false;
        button.removeAttribute("aria-busy");
        delete button.dataset.was;
    }));
})();
