package dk.ordrebro.access;

import java.util.List;

/**
 * Somebody changed how a company's things are set up. Published inside the transaction that stores it, by the module that owns the setting;
 * it lives here so that every module can speak it.
 *
 * @param subject what kind of thing, stable and lower-case, such as "accounting-integration"; pages have a word for each
 * @param id which one
 * @param name what people call it
 * @param verb what happened: created, changed, key-replaced, revoked, …; pages have a word for each
 * @param changes the fields that changed; never a secret
 */
public record SettingsChanged(
        CompanyId company, String who, String subject, String id, String name, String verb, List<Change> changes) {

    public SettingsChanged {
        changes = List.copyOf(changes);
    }

    /** One field before and after, as text; empty where there was or is nothing. */
    public record Change(String field, String before, String after) {}
}
