package dk.ordrebro.billysimulator.refusal;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import org.jspecify.annotations.Nullable;

/**
 * Billy says no. Thrown from wherever the reason is found; nothing of the change it interrupts is kept, and the API turns
 * it into an error answer.
 */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final Text text;
    private final @Nullable String invalidResource;

    private Refusal(int status, String code, Text text, @Nullable String invalidResource) {
        super(code + ": " + text.english(), null, false, false);
        this.status = status;
        this.code = code;
        this.text = text;
        this.invalidResource = invalidResource;
    }

    private static Refusal of(int status, String code, Text text) {
        return new Refusal(status, code, text, null);
    }

    @Behaviour(
            value = "A body that is missing, not JSON or without an object as root: 400 INVALID_REQUEST_BODY",
            known = Known.PROBED,
            where = "4")
    public static Refusal body() {
        return of(
                400,
                "INVALID_REQUEST_BODY",
                new Text(
                        "The request body must be a JSON document with an object as root.",
                        "Forespørgslens indhold skal være et JSON-dokument med et objekt som rod."));
    }

    @Behaviour(
            value = "A body without the root key of its resource: 400 INVALID_REQUEST_BODY",
            known = Known.GUESSED,
            where = "4")
    public static Refusal rootKey(String singular) {
        return of(
                400,
                "INVALID_REQUEST_BODY",
                new Text(
                        "The request body must have an object under the key `" + singular + "`.",
                        "Forespørgslens indhold skal have et objekt under nøglen `" + singular + "`."));
    }

    @Behaviour(value = "A body above the size limit: 413", known = Known.GUESSED, where = "14", question = 18)
    public static Refusal tooLarge() {
        return of(
                413,
                "INVALID_REQUEST_BODY",
                new Text("The request body is too large.", "Forespørgslens indhold er for stort."));
    }

    @Behaviour(
            value = "A failed validation: 400 INVALID_RECORD with validationErrors keyed by the singular resource",
            known = Known.RECORDED,
            where = "4",
            question = 6)
    public static Refusal record(String singular, Text text) {
        return new Refusal(400, "INVALID_RECORD", text, singular);
    }

    @Behaviour(value = "A broken business rule: 422 OTHER", known = Known.REPORTED, where = "4", question = 6)
    public static Refusal rule(String english, String danish) {
        return of(422, "OTHER", new Text(english, danish));
    }

    @Behaviour(
            value = "An unknown id on GET or PUT: 404 RECORD_NOT_FOUND naming resource and id",
            known = Known.RECORDED,
            where = "4")
    public static Refusal notFound(String singular, String id) {
        return of(
                404,
                "RECORD_NOT_FOUND",
                new Text(
                        "No `" + singular + "` record with id `" + id + "` was found.",
                        "Der blev ikke fundet nogen `" + singular + "` med id `" + id + "`."));
    }

    @Behaviour(value = "An unknown route: 404 UNKNOWN_RESOURCE", known = Known.PROBED, where = "4", question = 23)
    public static Refusal unknownRoute() {
        return of(404, "UNKNOWN_RESOURCE", new Text("The resource was not found.", "Ressourcen findes ikke."));
    }

    @Behaviour(
            value = "A method that is closed for a known route: 405 METHOD_NOT_ALLOWED",
            known = Known.PROBED,
            where = "4")
    public static Refusal method(String method) {
        return of(
                405,
                "METHOD_NOT_ALLOWED",
                new Text(
                        "The resource does not support the method " + method + ".",
                        "Ressourcen understøtter ikke metoden " + method + "."));
    }

    @Behaviour(value = "No credentials: 401 AUTHENTICATION_REQUIRED", known = Known.PROBED, where = "4")
    public static Refusal noCredentials() {
        return of(
                401,
                "AUTHENTICATION_REQUIRED",
                Text.same("You must use Basic auth or an OAuth access token to make requests to the API."));
    }

    @Behaviour(value = "An unknown token: 401 OAUTH_INVALID_ACCESS_TOKEN", known = Known.PROBED, where = "4")
    public static Refusal unknownToken() {
        return of(401, "OAUTH_INVALID_ACCESS_TOKEN", Text.same("Invalid OAuth 2 access token."));
    }

    @Behaviour(value = "Bulk delete without ids[]: 400 INVALID_DELETE_ID_ARRAY", known = Known.PROBED, where = "4")
    public static Refusal deleteIds(String plural) {
        return of(
                400,
                "INVALID_DELETE_ID_ARRAY",
                Text.same("The ids to delete must be given in the form `DELETE /" + plural + "?ids[]=123&ids[]=456`."));
    }

    @Behaviour(
            value = "A list that demands its parent and does not get it: 400; the errorCode is our own",
            known = Known.REPORTED,
            where = "3")
    public static Refusal missingFilter(String filter) {
        return of(
                400,
                "INVALID_REQUEST",
                new Text(
                        "The query parameter `" + filter + "` is required.",
                        "Parameteren `" + filter + "` skal angives."));
    }

    @Behaviour(
            value = "A filter value outside its enum or grammar: 400",
            known = Known.GUESSED,
            where = "14",
            question = 15)
    public static Refusal filter(String filter, String why) {
        return of(
                400,
                "INVALID_REQUEST",
                new Text(
                        "The query parameter `" + filter + "` is invalid: " + why,
                        "Parameteren `" + filter + "` er ugyldig: " + why));
    }

    @Behaviour(
            value = "Another company's organizationId in the query: 403",
            known = Known.GUESSED,
            where = "14",
            question = 3)
    public static Refusal otherCompany() {
        return of(
                403,
                "FORBIDDEN",
                new Text("You do not have access to this organization.", "Du har ikke adgang til dette firma."));
    }

    /** An answer ordered by a fault rule. */
    public static Refusal ordered(int status, String code, String message) {
        return of(status, code, Text.same(message));
    }

    /** The same no as a broken business rule: the other way a failed validation could look. */
    public Refusal asBrokenRule() {
        return invalidResource == null ? this : of(422, "OTHER", text);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Text text() {
        return text;
    }

    /** The singular resource whose validation failed, or null when this is not a validation error. */
    public @Nullable String invalidResource() {
        return invalidResource;
    }
}
