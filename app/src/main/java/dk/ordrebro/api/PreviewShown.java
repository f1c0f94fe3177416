package dk.ordrebro.api;

import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.api.Shown.Reason;
import dk.ordrebro.booking.DryRun.Preview;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.Trail;
import dk.ordrebro.enrichment.Trail.TrailLine;
import dk.ordrebro.money.Totals;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.OrderLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a dry run found, line by line. */
@Schema(name = "Preview")
record PreviewShown(
        @Schema(
                description =
                        "send: a draft would be made; hold: a person must decide first; skip: there is nothing to invoice, and that is right",
                allowableValues = {"send", "hold", "skip"})
        String outcome,

        @Schema(description = "Empty when it would be sent") List<Reason> reasons,
        @Nullable DocumentShown document,
        List<PreviewLine> lines,
        @Nullable TotalsShown totals,

        @Schema(
                description = "How the order's own total was met",
                allowableValues = {"PER_DOCUMENT", "PER_LINE", "PER_RATE", "GROSS_REBUILT", "ROUNDING_LINE"})
        @Nullable
        String sums,

        @Schema(description = "Which edition of the territory table was used")
        String territoryVersion,

        @Schema(description = "Further facts, such as a gift card that paid")
        List<String> notes) {

    static PreviewShown of(Order order, Preview preview, Sentences sentences) {
        Enrichment enrichment = preview.enrichment();
        Trail trail = enrichment.trail();
        InvoiceDraft draft = enrichment instanceof Enrichment.Ready ready ? ready.draft() : null;
        return new PreviewShown(
                outcome(preview),
                sentences.of(preview.hold()),
                draft == null ? null : DocumentShown.of(draft),
                trail.lines().isEmpty() ? undecided(order, trail) : decided(trail),
                draft == null ? null : TotalsShown.of(draft.expected()),
                trail.sums() == null ? null : trail.sums().name(),
                trail.territoryVersion(),
                trail.notes());
    }

    private static String outcome(Preview preview) {
        if (preview.wouldSend()) {
            return "send";
        }
        return preview.enrichment() instanceof Enrichment.Nothing ? "skip" : "hold";
    }

    private static List<PreviewLine> decided(Trail trail) {
        return trail.lines().stream().map(line -> PreviewLine.of(line, trail)).toList();
    }

    /** Of a line that cannot be booked yet, what is known: what it is, and the area where that could be decided. */
    private static List<PreviewLine> undecided(Order order, Trail trail) {
        return order.lines().stream().map(line -> PreviewLine.of(line, trail)).toList();
    }

    /** The document that would be made. */
    @Schema(name = "PreviewDocument")
    record DocumentShown(
            @Schema(allowableValues = {"INVOICE", "CREDIT_NOTE"})
            String type,

            LocalDate date,
            @Schema(example = "DKK") String currency,

            @Schema(allowableValues = {"INCLUDING_VAT", "EXCLUDING_VAT"})
            String prices,

            @Schema(description = "Whom it would be made out to")
            String buyer,

            String country) {

        static DocumentShown of(InvoiceDraft draft) {
            return new DocumentShown(
                    draft.type().name(),
                    draft.date(),
                    draft.currency().getCode(),
                    draft.priceMode().name(),
                    draft.buyer().name(),
                    draft.buyer().country());
        }
    }

    /** A line of it, explained. */
    @Schema(name = "PreviewLine")
    record PreviewLine(
            @Schema(description = "Key of the order line; empty for a rounding line")
            String line,

            @Schema(example = "ITEM") String kind,
            String description,

            @Schema(allowableValues = {"DOMESTIC", "EU", "OUTSIDE"}) @Nullable
            String area,

            @Schema(description = "The row of the territory table that decided the area", example = "DK 39xx Greenland")
            String territory,

            @Schema(
                    allowableValues = {
                        "DOMESTIC",
                        "EU_CONSUMER_DANISH_VAT",
                        "EU_CONSUMER_OSS",
                        "EU_BUSINESS_ZERO",
                        "EXPORT_ZERO"
                    })
            @Nullable
            String vatTreatment,

            @Schema(example = "ITEM/DOMESTIC") @Nullable String template,
            @Schema(example = "1110") @Nullable String account,
            @Nullable String accountName,

            @Schema(description = "VAT ruleset of the accounting program") @Nullable
            String ruleset,

            @Schema(description = "VAT rate in percent", example = "25") @Nullable
            String rate,

            @Schema(example = "159.96") @Nullable String net,
            @Schema(example = "39.99") @Nullable String vat,
            @Schema(example = "199.95") @Nullable String gross) {

        static PreviewLine of(TrailLine line, Trail trail) {
            Totals totals = line.totals();
            return new PreviewLine(
                    line.orderLine(),
                    line.kind(),
                    line.description(),
                    name(trail.area()),
                    trail.territory(),
                    name(trail.treatment()),
                    line.template(),
                    line.account(),
                    line.accountName(),
                    line.ruleset(),
                    line.rate() == null ? null : line.rate().percent().toPlainString(),
                    totals == null ? null : plain(totals.net()),
                    totals == null ? null : plain(totals.vat()),
                    totals == null ? null : plain(totals.gross()));
        }

        static PreviewLine of(OrderLine line, Trail trail) {
            return new PreviewLine(
                    line.key(),
                    line.kind().name(),
                    line.title(),
                    name(trail.area()),
                    trail.territory(),
                    name(trail.treatment()),
                    null,
                    null,
                    null,
                    null,
                    line.vatRate() == null ? null : line.vatRate().percent().toPlainString(),
                    null,
                    null,
                    null);
        }
    }

    /** Its sums. */
    @Schema(name = "PreviewTotals")
    record TotalsShown(
            @Schema(example = "159.96") String net,
            @Schema(example = "39.99") String vat,
            @Schema(example = "199.95") String gross) {

        static TotalsShown of(Totals totals) {
            return new TotalsShown(plain(totals.net()), plain(totals.vat()), plain(totals.gross()));
        }
    }

    private static @Nullable String name(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static String plain(Money money) {
        return money.getAmount().toPlainString();
    }
}
