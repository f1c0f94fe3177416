/*
 * Turns a <select data-combobox> into a list that can be searched: the editable combobox with list autocomplete of the WAI-ARIA
 * Authoring Practices. The select stays in the form and carries the value, so that without this script, or should it fail, nothing is lost.
 * data-none is what an empty list says, data-hint what an empty field says. An option's data-name is what the field shows of it, and its
 * data-note stands below.
 */
(() => {
    "use strict";

    let count = 0;

    const plain = text => text.toLocaleLowerCase("da").normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ø/g, "o").replace(/æ/g, "ae");

    const make = (tag, attributes, ...children) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
            element.setAttribute(name, value);
        }
        element.append(...children);
        return element;
    };

    class Combobox {
        constructor(select) {
            this.select = select;
            this.id = `combobox-${++count}`;
            this.build();
            this.listen();
            this.show(this.chosenText());
        }

        build() {
            const { select, id } = this;
            const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
            label.id = label.id || `${id}-label`;
            label.htmlFor = `${id}-input`;
            this.input = make("input", {
                id: `${id}-input`, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
                "aria-controls": `${id}-list`, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
                placeholder: select.dataset.hint || "",
            });
            this.list = make("div", { id: `${id}-list`, role: "listbox", "aria-labelledby": label.id, hidden: "" });
            this.none = make("p", { class: "combobox-none", role: "status", hidden: "" }, select.dataset.none || "");
            this.options = [];
            this.groups = [];
            for (const child of select.children) {
                if (child.tagName === "OPTGROUP") {
                    this.group(child);
                } else if (child.value !== "") {
                    this.list.append(this.option(child));
                }
            }
            this.box = make("div", { class: "combobox" }, this.input, this.list, this.none);
            select.before(this.box);
            if (select.querySelector("option[data-note]")) {
                this.note = make("p", { id: `${id}-note`, class: "hint", "aria-live": "polite" });
                this.input.setAttribute("aria-describedby", this.note.id);
                this.box.after(this.note);
            }
            select.classList.add("unseen");
            select.tabIndex = -1;
            select.setAttribute("aria-hidden", "true");
        }

        group(optgroup) {
            const name = make("div", { id: `${this.id}-group-${this.groups.length}`, class: "combobox-group", role: "presentation" }, optgroup.label);
            const group = make("div", { role: "group", "aria-labelledby": name.id }, name);
            for (const option of optgroup.children) {
                group.append(this.option(option));
            }
            this.groups.push(group);
            this.list.append(group);
        }

        option(option) {
            const element = make("div", { id: `${this.id}-option-${this.options.length}`, role: "option", "aria-selected": "false" }, option.textContent);
            this.options.push({ element, option, text: plain(option.textContent) });
            return element;
        }

        listen() {
            const { input, list } = this;
            input.addEventListener("input", () => this.open(input.value));
            input.addEventListener("click", () => this.open(""));
            input.addEventListener("focus", () => input.select());
            input.addEventListener("keydown", event => this.key(event));
            input.addEventListener("blur", () => this.leave());
            list.addEventListener("mousedown", event => event.preventDefault());
            list.addEventListener("click", event => {
                const found = this.options.find(one => one.element === event.target);
                if (found) {
                    this.choose(found);
                }
            });
        }

        chosenText() {
            const option = this.select.selectedOptions[0];
            return option && option.value !== "" ? option.dataset.name || option.textContent : "";
        }

        show(text) {
            this.input.value = text;
            this.input.title = text;
            if (this.note) {
                this.note.textContent = this.select.selectedOptions[0]?.dataset.note || "";
            }
        }

        get isOpen() {
            return !this.list.hidden || !this.none.hidden;
        }

        open(typed) {
            const words = plain(typed).split(/\s+/).filter(word => word !== "");
            for (const one of this.options) {
                one.element.hidden = !words.every(word => one.text.includes(word));
                one.element.setAttribute("aria-selected", String(one.option.selected));
            }
            for (const group of this.groups) {
                group.hidden = !group.querySelector("[role=option]:not([hidden])");
            }
            const some = this.visible().length > 0;
            this.list.hidden = !some;
            this.none.hidden = some;
            this.input.setAttribute("aria-expanded", String(some));
            const chosen = typed === "" && this.visible().find(one => one.option.selected);
            this.point(chosen || (words.length > 0 ? this.visible()[0] : undefined));
        }

        visible() {
            return this.options.filter(one => !one.element.hidden);
        }

        point(one) {
            if (this.active) {
                this.active.element.classList.remove("active");
            }
            this.active = one;
            if (one) {
                one.element.classList.add("active");
                one.element.scrollIntoView({ block: "nearest" });
                this.input.setAttribute("aria-activedescendant", one.element.id);
            } else {
                this.input.removeAttribute("aria-activedescendant");
            }
        }

        close() {
            this.list.hidden = true;
            this.none.hidden = true;
            this.input.setAttribute("aria-expanded", "false");
            this.point(undefined);
        }

        choose(one) {
            this.select.value = one ? one.option.value : "";
            this.show(this.chosenText());
            this.close();
            if (document.activeElement === this.input) {
                this.input.select();
            }
            this.select.dispatchEvent(new Event("change", { bubbles: true }));
        }

        /* Leaving an emptied field empties the choice; anything else that was not chosen is taken back. */
        leave() {
            if (this.input.value.trim() === "" && this.select.value !== "") {
                this.choose(undefined);
            } else {
                this.show(this.chosenText());
                this.close();
            }
        }

        key(event) {
            if (event.ctrlKey || event.metaKey) {
                return;
            }
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                event.preventDefault();
                this.step(event.key === "ArrowDown" ? 1 : -1, event.altKey);
            } else if (event.key === "Enter" && this.isOpen) {
                event.preventDefault();
                if (this.active) {
                    this.choose(this.active);
                }
            } else if (event.key === "Escape") {
                if (this.isOpen) {
                    event.preventDefault();
                    this.show(this.chosenText());
                    this.close();
                } else {
                    this.choose(undefined);
                }
            } else if (event.key === "Tab" && this.isOpen && this.active && this.input.value.trim() !== "") {
                this.choose(this.active);
            }
        }

        step(by, onlyOpen) {
            if (!this.isOpen) {
                this.open("");
                if (onlyOpen || this.active) {
                    return;
                }
            }
            const visible = this.visible();
            if (visible.length === 0) {
                return;
            }
            const at = visible.indexOf(this.active);
            const next = at === -1 ? (by > 0 ? 0 : visible.length - 1) : (at + by + visible.length) % visible.length;
            this.point(visible[next]);
        }
    }

    const enhance = root => root.querySelectorAll("select[data-combobox]:not([aria-hidden])").forEach(select => {
        if (!select.matches(":disabled")) {
            new Combobox(select);
        }
    });

    enhance(document);
    document.addEventListener("htmx:load", event => enhance(event.target));
})();
