// Makes choosing and printing easier on the pages of orders; they work without it.
(() => {
    'use strict';

    const boxes = form => [...form.querySelectorAll('input[type="checkbox"]:is([name="order"], [name="booking"], [name="edit"], [name="refund"])')];

    /** Shows how many are chosen, and whether all are. */
    function tell(form) {
        const all = form.querySelector('[data-all]');
        const chosen = boxes(form).filter(box => box.checked).length;
        const count = form.querySelector('[data-count]');
        if (count) {
            count.textContent = chosen > 0 ? `(${chosen})` : '';
        }
        if (all) {
            all.hidden = false;
            all.checked = chosen > 0 && chosen === boxes(form).length;
            all.indeterminate = chosen > 0 && !all.checked;
        }
    }

    const start = () => document.querySelectorAll('[data-chooser]').forEach(tell);

    document.addEventListener('change', event => {
        const form = event.target.closest('[data-chooser]');
        if (!form) {
            return;
        }
        if (event.target.matches('[data-all]')) {
            boxes(form).forEach(box => { box.checked = event.target.checked; });
        }
        tell(form);
    });
    document.addEventListener('click', event => {
        if (event.target.matches('[data-print]')) {
            window.print();
        }
    });
    document.addEventListener('htmx:afterSettle', start);
    window.addEventListener('pageshow', start);
    document.querySelectorAll('[data-print]').forEach(button => { button.hidden = false; });
    start();
})();
