package dk.ordrebro.enrichment.template;

import dk.ordrebro.enrichment.place.Area;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The templates of one accounting integration. */
public record TemplateSet(List<Template> templates) {

    public TemplateSet {
        templates = List.copyOf(templates);
    }

    /** One for every kind and area; an empty one where none is kept. */
    public List<Template> every() {
        return Arrays.stream(TemplateKind.values())
                .flatMap(kind -> Arrays.stream(Area.values())
                        .map(area -> find(kind, area).orElseGet(() -> new Template(kind, area, null, null))))
                .toList();
    }

    public Optional<Template> find(TemplateKind kind, Area area) {
        return templates.stream()
                .filter(t -> t.kind() == kind && t.area() == area)
                .findFirst();
    }
}
