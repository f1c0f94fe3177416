/*
 * A part of the page that could not be fetched is told at the top: in the words of the answer where it has any, else in the page's own. The
 * sentence goes away when the same part comes through.
 */
(() => {
    "use strict";

    const saying = () => document.getElementById("refused");

    const say = sentence => {
        const notice = saying() || document.createElement("p");
        notice.id = "refused";
        notice.className = "notice bad";
        notice.setAttribute("role", "alert");
        if (notice.textContent !== sentence) {
            notice.textContent = sentence;
        }
        document.getElementById("main").prepend(notice);
        return notice;
    };

    /** What an error's page says: its heading and its first sentence that is no heading. */
    const told = answer => {
        const page = new DOMParser().parseFromString(answer, "text/html").querySelector("main");
        const heading = page && page.querySelector("h1");
        const sentence = heading && heading.parentElement.querySelector("h1 ~ p");
        return heading && sentence ? `${heading.textContent.trim()}. ${sentence.textContent.trim()}` : document.body.dataset.refused;
    };

    const part = event => event.detail.pathInfo ? event.detail.pathInfo.requestPath : "";

    document.addEventListener("htmx:responseError", event => { say(told(event.detail.xhr.responseText)).dataset.of = part(event); });
    ["htmx:sendError", "htmx:timeout"].forEach(lost => document.addEventListener(lost, event => {
        say(document.body.dataset.lost).dataset.of = part(event);
    }));
    document.addEventListener("htmx:afterOnLoad", event => {
        const notice = saying();
        if (notice && event.detail.successful !== false && event.detail.xhr.status < 400 && notice.dataset.of === part(event)) {
            notice.remove();
        }
    });
})();
