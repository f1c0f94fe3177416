package dk.ordrebro.enrichment.advice;

import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.place.StandardRates;
import dk.ordrebro.enrichment.place.Territories;
import dk.ordrebro.enrichment.template.Template;
import dk.ordrebro.enrichment.template.TemplateKind;
import dk.ordrebro.order.Order;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/** Helps a person fill the templates: what is needed, what would suit, what does not. Functions: nothing is read or written. */
@NamedInterface("advice")
public final class TemplateAdvice {

    private final Territories territories;
    private final Fitness fitness;
    private final Proposals proposals;

    private TemplateAdvice(Territories territories, StandardRates rates) {
        this.territories = territories;
        this.fitness = new Fitness(rates.otherMemberStates());
        this.proposals = new Proposals(fitness);
    }

    /** With the territory and rate tables that come with the program. */
    public static TemplateAdvice bundled() {
        return new TemplateAdvice(Territories.bundled(), StandardRates.bundled());
    }

    /** What will not do about a template; empty for one that suits, and for what is not chosen yet. */
    public List<Misfit> misfits(Template template, ChartOfAccounts chart) {
        return fitness.misfits(template, chart);
    }

    public Proposal propose(TemplateKind kind, Area area, ChartOfAccounts chart) {
        return proposals.propose(kind, area, chart);
    }

    /** Which templates some orders need. */
    public Demand demand(List<Order> orders) {
        return Demand.of(orders, territories);
    }
}
