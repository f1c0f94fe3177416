package dk.ordrebro.command;

import dk.ordrebro.booking.DryRun;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.enrichment.Trail.TrailLine;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A dry run explained: for a person, and for a program in the words of {@code POST /api/v1/preview}. */
final class Explained {

    private final Order order;
    private final DryRun.Preview preview;
    private final Trail trail;
    private final MessageSource texts;

    Explained(Order order, DryRun.Preview preview, MessageSource texts) {
        this.order = order;
        this.preview = preview;
        this.trail = preview.enrichment().trail();
        this.texts = texts;
    }

    /** {@code send}, {@code hold} or {@code skip}. */
    String outcome() {
        if (preview.wouldSend()) {
            return "send";
        }
        return preview.enrichment() instanceof Enrichment.Nothing ? "skip" : "hold";
    }

    String asText() {
        List<String> text = new ArrayList<>();
        text.add("Order %s: %s".formatted(order.number(), verdict()));
        preview.hold().forEach(hold -> text.add("  " + sentence(hold)));
        text.add("Area: %s, decided by \"%s\" of the territory table %s"
                .formatted(orUndecided(trail.area()), trail.territory(), trail.territoryVersion()));
        text.add("VAT treatment: " + orUndecided(trail.treatment()));
        trail.lines().forEach(line -> describe(text, line));
        if (preview.enrichment() instanceof Enrichment.Ready(var draft, var _)) {
            text.add("Total: " + sums(draft.expected()) + (trail.sums() == null ? "" : ", met " + trail.sums()));
        }
        trail.notes().forEach(note -> text.add("Note: " + note));
        return String.join(System.lineSeparator(), text);
    }

    private String verdict() {
        return switch (outcome()) {
            case "send" -> "would be booked";
            case "skip" -> "nothing to book";
            default -> "would be held for a person";
        };
    }

    private static void describe(List<String> text, TrailLine line) {
        text.add("Line %s: %s \"%s\"".formatted(line.orderLine(), line.kind(), line.description()));
        if (!line.rule().isEmpty()) {
            text.add("  by the rule "
                    + line.rule().stream().map(Object::toString).collect(Collectors.joining(" and ")));
        }
        text.add("  template %s -> account %s %s, VAT %s, rate %s"
                .formatted(
                        line.template(),
                        line.account(),
                        line.accountName(),
                        line.ruleset(),
                        line.rate() == null ? "undecided" : line.rate()));
        if (line.totals() != null) {
            text.add("  " + sums(line.totals()));
        }
    }

    private static String sums(Totals totals) {
        return "net %s + VAT %s = %s".formatted(totals.net(), totals.vat(), totals.gross());
    }

    private static String orUndecided(@Nullable Enum<?> word) {
        return word == null ? "undecided" : word.name();
    }

    private String sentence(Reason hold) {
        return texts.getMessage("reason." + hold.code(), plain(hold).toArray(), Locale.ENGLISH);
    }

    private static List<String> plain(Reason hold) {
        return hold.facts().stream().map(Fact::plain).toList();
    }

    Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("outcome", outcome());
        json.put("reasons", preview.hold().stream().map(this::reason).toList());
        json.put(
                "lines",
                trail.lines().isEmpty()
                        ? order.lines().stream().map(this::undecided).toList()
                        : trail.lines().stream().map(this::decided).toList());
        json.put(
                "totals",
                preview.enrichment() instanceof Enrichment.Ready(var draft, var _)
                        ? amounts(new LinkedHashMap<>(), draft.expected())
                        : null);
        json.put("sums", name(trail.sums()));
        json.put("territoryVersion", trail.territoryVersion());
        json.put("notes", trail.notes());
        return json;
    }

    private Map<String, Object> reason(Reason hold) {
        Map<String, Object> reason = new LinkedHashMap<>();
        reason.put("code", hold.code());
        reason.put("facts", plain(hold));
        reason.put("text", sentence(hold));
        return reason;
    }

    private Map<String, @Nullable Object> decided(TrailLine line) {
        Map<String, @Nullable Object> json = about(line.orderLine(), line.kind(), line.description());
        json.put("template", line.template());
        json.put("account", line.account());
        json.put("accountName", line.accountName());
        json.put("ruleset", line.ruleset());
        json.put("rate", line.rate() == null ? null : line.rate().percent().toPlainString());
        return line.totals() == null ? json : amounts(json, line.totals());
    }

    private Map<String, @Nullable Object> undecided(OrderLine line) {
        return about(line.key(), line.kind().name(), line.title());
    }

    private Map<String, @Nullable Object> about(String line, String kind, String description) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("line", line);
        json.put("kind", kind);
        json.put("description", description);
        json.put("area", name(trail.area()));
        json.put("territory", trail.territory());
        json.put("vatTreatment", name(trail.treatment()));
        return json;
    }

    private static Map<String, @Nullable Object> amounts(Map<String, @Nullable Object> json, Totals totals) {
        json.put("net", plain(totals.net()));
        json.put("vat", plain(totals.vat()));
        json.put("gross", plain(totals.gross()));
        return json;
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }
}
