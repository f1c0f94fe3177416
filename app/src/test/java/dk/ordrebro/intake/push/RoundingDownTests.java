package dk.ordrebro.intake.push;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.DraftLine;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.enrichment.Case;
import dk.ordrebro.enrichment.Enricher;
import dk.ordrebro.enrichment.Enrichment;
import dk.ordrebro.enrichment.Given;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.enrichment.template.TemplateSet;
import dk.ordrebro.order.Order;
import dk.ordrebro.question.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A shop whose total is an øre below its lines: 100.01 less a rounding of 0.01. */
class RoundingDownTests {

    private static Order pushed() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RoundingDownTests.class.getResourceAsStream("one-ore-too-much.json"))) {
            return ((PushedOrder.Parsed) new PushOrders().parse(Given.shop(), in.readAllBytes())).order();
        }
    }

    private static Enrichment enrich(List<Template> more) throws IOException {
        Order order = pushed();
        List<Template> templates = new ArrayList<>(Given.templates().templates());
        templates.addAll(more);
        return Enricher.bundled()
                .enrich(new Case(
                        Given.shop(),
                        order,
                        Given.everything(order),
                        new TemplateSet(templates),
                        Given.chart(),
                        new Reference("nordlys:P6:1")));
    }

    @Test
    void isRoundedDownOnTheAccountAPersonChose() throws IOException {
        Enrichment enriched = enrich(
                List.of(new Template(TemplateKind.ROUNDING, Area.DOMESTIC, new AccountNumber(1110), Given.FREE)));

        InvoiceDraft draft = ((Enrichment.Ready) enriched).draft();
        assertThat(draft.expected().gross()).hasToString("DKK 100.00");
        assertThat(draft.expected().vat()).hasToString("DKK 20.00");
        assertThat(draft.lines().stream()
                        .map(DraftLine::expected)
                        .map(line -> line.gross().toString()))
                .containsExactly("DKK 100.01", "DKK -0.01");
        assertThat(draft.lines().getLast().rate().isZero()).isTrue();
    }

    @Test
    void isAskedAboutWithoutSuchAnAccount() throws IOException {
        assertThat(((Enrichment.Needs) enrich(List.of())).questions())
                .extracting(Reason::kind)
                .containsExactly(Question.TOTAL_DISAGREES);
    }
}
