/*
 * Fields of a form in the reader's language: a day is put in order when the field is left, periods fill the two days with one click, and what is
 * wrong is said in the page's language and not in the browser's. The server reads days the same way and has the last word.
 */
(() => {
    "use strict";

    const DAY_FIRST = /^\s*(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})\s*$/;

    const tidy = text => {
        const parts = DAY_FIRST.exec(text);
        return parts ? `${parts[1].padStart(2, "0")}-${parts[2].padStart(2, "0")}-${parts[3]}` : text;
    };

    const show = () => document.querySelectorAll("[data-presets]").forEach(presets => { presets.hidden = false; });

    document.addEventListener("focusout", event => {
        if (event.target.matches("input.day")) {
            event.target.value = tidy(event.target.value);
        }
    });

    document.addEventListener("click", event => {
        const button = event.target.closest("[data-presets] button");
        const form = button && button.closest("form");
        if (!form) {
            return;
        }
        form.elements.from.value = button.dataset.from;
        form.elements.through.value = button.dataset.through;
        form.elements.through.dispatchEvent(new Event("change", { bubbles: true }));
        form.requestSubmit();
    });

    function say(field) {
        const words = document.body.dataset;
        const state = field.validity;
        if (state.valueMissing) {
            return words.missing;
        }
        if (state.patternMismatch) {
            return field.title || words.other;
        }
        if (state.typeMismatch) {
            return field.type === "email" ? words.email : words.url;
        }
        if (state.tooShort) {
            return words.short;
        }
        if (state.tooLong) {
            return words.long;
        }
        return state.rangeOverflow || state.rangeUnderflow || state.stepMismatch || state.badInput ? words.range : words.other;
    }

    document.addEventListener("invalid", event => {
        const field = event.target;
        if (!field.validity.customError) {
            field.setCustomValidity(say(field));
        }
    }, true);
    document.addEventListener("input", event => event.target.setCustomValidity && event.target.setCustomValidity(""));
    document.addEventListener("change", event => event.target.setCustomValidity && event.target.setCustomValidity(""));
    document.addEventListener("htmx:afterSettle", show);
    show();
})();
