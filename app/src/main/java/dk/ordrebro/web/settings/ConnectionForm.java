package dk.ordrebro.web.settings;

import dk.ordrebro.intake.ConnectionField;
import dk.ordrebro.intake.ConnectionField.Kind;
import dk.ordrebro.integration.OutsideAddresses;
import dk.ordrebro.integration.Secret;
import dk.ordrebro.integration.ShopConnection;
import dk.ordrebro.web.Said;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form a shop is connected with: the fields its platform asks for, and what was typed into them. */
final class ConnectionForm {

    private final List<Field> fields;
    private final Map<String, Secret> newSecrets;

    private ConnectionForm(List<Field> fields, Map<String, Secret> newSecrets) {
        this.fields = fields;
        this.newSecrets = newSecrets;
    }

    /**
     * A field as the page shows it.
     *
     * @param value what was typed; always empty for a secret
     * @param known whether a secret is stored already
     */
    record Field(ConnectionField asked, String value, boolean known) {

        public String key() {
            return asked.key();
        }

        public boolean isSecret() {
            return asked.kind() == Kind.SECRET;
        }

        public boolean isUrl() {
            return asked.kind() == Kind.URL;
        }

        /** Whether the browser may insist on it. */
        public boolean isNeeded() {
            return asked.required() && !known;
        }
    }

    static ConnectionForm of(List<ConnectionField> asked, @Nullable ShopConnection stored) {
        return new ConnectionForm(
                asked.stream()
                        .map(field -> new Field(field, stored(field, stored), knows(field, stored)))
                        .toList(),
                Map.of());
    }

    private static String stored(ConnectionField field, @Nullable ShopConnection stored) {
        if (field.kind() == Kind.SECRET) {
            return "";
        }
        return stored == null ? field.initial() : stored.setting(field.key());
    }

    private static boolean knows(ConnectionField field, @Nullable ShopConnection stored) {
        return field.kind() == Kind.SECRET
                && stored != null
                && stored.secret(field.key()).isPresent();
    }

    static ConnectionForm typed(
            List<ConnectionField> asked, @Nullable ShopConnection stored, Map<String, String> typed) {
        Map<String, Secret> secrets = new HashMap<>();
        List<Field> fields = asked.stream()
                .map(field -> {
                    String value = typed.getOrDefault(field.key(), "").strip();
                    if (field.kind() != Kind.SECRET) {
                        return new Field(field, value, false);
                    }
                    if (!value.isEmpty()) {
                        secrets.put(field.key(), new Secret(value));
                    }
                    return new Field(field, "", knows(field, stored));
                })
                .toList();
        return new ConnectionForm(fields, secrets);
    }

    public List<Field> fields() {
        return fields;
    }

    Map<String, Secret> newSecrets() {
        return newSecrets;
    }

    /** What cannot be stored as it is, before the shop is asked. */
    Optional<Said> problem(OutsideAddresses outside) {
        boolean missing = fields.stream()
                .anyMatch(field -> field.isNeeded() && field.value().isEmpty() && !newSecrets.containsKey(field.key()));
        if (missing) {
            return Optional.of(Said.of(false, "connection.missing"));
        }
        return fields.stream()
                .filter(field -> field.isUrl() && !field.value().isEmpty())
                .filter(field -> outside.accept(field.value()).isEmpty())
                .findFirst()
                .map(field -> Said.of(false, "connection.bad-url", field.value()));
    }

    /** What may be seen, as it is stored: addresses without trailing slashes. */
    Map<String, String> settings(OutsideAddresses outside) {
        return fields.stream()
                .filter(field -> !field.isSecret())
                .collect(Collectors.toMap(
                        Field::key,
                        field -> field.isUrl()
                                ? outside.accept(field.value())
                                        .map(URI::toString)
                                        .orElse(field.value())
                                : field.value()));
    }
}
