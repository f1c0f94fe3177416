/* Passkeys: speaks with the browser's own dialogue and hands what it says to the server. Parts marked for passkeys stay hidden without it. */
(function () {
    "use strict";

    function bytes(base64url) {
        const text = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
        return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    }

    function base64url(buffer) {
        const text = String.fromCharCode(...new Uint8Array(buffer));
        return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
    }

    async function post(path, body) {
        const token = document.querySelector("input[name=_csrf]");
        const answer = await fetch(path, {
            method: "POST",
            headers: {"Content-Type": "application/json", "X-CSRF-TOKEN": token ? token.value : ""},
            body: body === undefined ? undefined : JSON.stringify(body),
        });
        if (!answer.ok) {
            throw new Error(path + " answered " + answer.status);
        }
        return answer.json();
    }

    function named(credentials) {
        return (credentials || []).map((one) => ({type: one.type, id: bytes(one.id)}));
    }

    async function signIn() {
        const options = await post("/webauthn/authenticate/options");
        const credential = await navigator.credentials.get({
            publicKey: {
                ...options,
                challenge: bytes(options.challenge),
                allowCredentials: named(options.allowCredentials),
            },
        });
        const said = credential.response;
        const done = await post("/login/webauthn", {
            id: credential.id,
            rawId: base64url(credential.rawId),
            response: {
                authenticatorData: base64url(said.authenticatorData),
                clientDataJSON: base64url(said.clientDataJSON),
                signature: base64url(said.signature),
                userHandle: said.userHandle ? base64url(said.userHandle) : undefined,
            },
            type: credential.type,
            clientExtensionResults: credential.getClientExtensionResults(),
            authenticatorAttachment: credential.authenticatorAttachment,
        });
        window.location.assign(done.redirectUrl || "/");
    }

    async function register(label) {
        const options = await post("/webauthn/register/options");
        const credential = await navigator.credentials.create({
            publicKey: {
                ...options,
                challenge: bytes(options.challenge),
                user: {...options.user, id: bytes(options.user.id)},
                excludeCredentials: named(options.excludeCredentials),
            },
        });
        const said = credential.response;
        await post("/webauthn/register", {
            publicKey: {
                credential: {
                    id: credential.id,
                    rawId: base64url(credential.rawId),
                    response: {
                        attestationObject: base64url(said.attestationObject),
                        clientDataJSON: base64url(said.clientDataJSON),
                        transports: said.getTransports ? said.getTransports() : undefined,
                    },
                    type: credential.type,
                    clientExtensionResults: credential.getClientExtensionResults(),
                    authenticatorAttachment: credential.authenticatorAttachment,
                },
                label: label,
            },
        });
        window.location.reload();
    }

    function show(problem, shown) {
        if (problem) {
            problem.hidden = !shown;
        }
    }

    async function attempt(work) {
        const problem = document.querySelector("[data-passkey-problem]");
        show(problem, false);
        try {
            await work();
        } catch (refused) {
            // Closing the dialogue is no fault of anybody's, but looks the same to us.
            show(problem, true);
        }
    }

    if (!window.PublicKeyCredential) {
        return;
    }
    document.querySelectorAll("[data-passkeys]").forEach((part) => { part.hidden = false; });
    document.querySelectorAll("[data-no-passkeys]").forEach((part) => { part.hidden = true; });
    const button = document.querySelector("[data-passkey-signin]");
    if (button) {
        button.addEventListener("click", () => attempt(signIn));
    }
    const form = document.querySelector("[data-passkey-register]");
    if (form) {
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            attempt(() => register(form.elements.label.value));
        });
    }
})();
