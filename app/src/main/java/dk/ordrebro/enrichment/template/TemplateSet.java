package dk.ordrebro.enrichment.template;

import dk.ordrebro.enrichment.place.Area;
import java.util.List;
import java.util.Optional;

/** The templates of one accounting integration. */
public record TemplateSet(List<Template> templates) {

    public TemplateSet {
        templates = List.copyOf(templates);
    }

    public Optional<Template> find(TemplateKind kind, Area area) {
        return templates.stream()
                .filter(t -> t.kind() == kind && t.area() == area)
                .findFirst();
    }
}
