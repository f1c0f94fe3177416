package dk.ordrebro.billysimulator.api;

import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.books.Billy;
import dk.ordrebro.billysimulator.books.Resource;
import dk.ordrebro.billysimulator.books.Verb;
import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/billy-simulator.md} out of the annotations and schemas in the compiled code. */
final class EvidencePage {

    private final List<Entry> entries;
    private final List<Resource> resources = Billy.resources().all().stream()
            .sorted(Comparator.comparing(one -> one.schema().plural()))
            .toList();

    EvidencePage() throws IOException, URISyntaxException {
        this.entries = entries();
    }

    /** One behaviour and the class that keeps it. */
    record Entry(Behaviour behaviour, String keptBy) {}

    List<Entry> behaviours() {
        return entries;
    }

    private static List<Entry> entries() throws IOException, URISyntaxException {
        Path classes = Path.of(BillySimulator.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Entry> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> classes.relativize(file)
                            .toString()
                            .replace('/', '.')
                            .replaceAll("\\.class$", ""))
                    .filter(name -> !name.endsWith("package-info"))
                    .sorted()
                    .forEach(name -> addAll(name, found));
        }
        found.sort(
                Comparator.comparing((Entry entry) -> section(entry.behaviour().where()))
                        .thenComparing(Entry::keptBy)
                        .thenComparing(entry -> entry.behaviour().value()));
        return found;
    }

    private static void addAll(String name, List<Entry> found) {
        try {
            Class<?> type = Class.forName(name, false, BillySimulator.class.getClassLoader());
            List<AnnotatedElement> elements = new ArrayList<>(List.of(type));
            elements.addAll(Arrays.asList(type.getDeclaredFields()));
            elements.addAll(Arrays.asList(type.getDeclaredMethods()));
            elements.addAll(Arrays.asList(type.getDeclaredConstructors()));
            String keptBy = name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
            for (AnnotatedElement element : elements) {
                for (Behaviour behaviour : element.getAnnotationsByType(Behaviour.class)) {
                    found.add(new Entry(behaviour, keptBy));
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code 13.1} sorts after {@code 2.1}. */
    private static String section(String where) {
        return Arrays.stream(where.split("\\."))
                .map(part -> "%03d".formatted(Integer.parseInt(part)))
                .collect(Collectors.joining("."));
    }

    String text() throws IOException {
        StringBuilder page = new StringBuilder(intro());
        counts(page);
        behaviours(page);
        questions(page);
        filters(page);
        keys(page);
        return page.toString();
    }

    private static String intro() throws IOException {
        try (InputStream in = EvidencePage.class.getResourceAsStream("billy-simulator-intro.md")) {
            if (in == null) {
                throw new IllegalStateException("the introduction is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void counts(StringBuilder page) {
        page.append("## What is known, and what is guessed\n\n");
        page.append(
                "Everything from here on is generated from the code by `EvidencePageTests`. The numbers under *where* are sections of the\n");
        page.append(
                "project's reference of the Billy API, the marks its own; *asks* is the number of an open question in its section 14.\n\n");
        page.append("| known from | mark | behaviours | filters | keys |\n|---|---|---|---|---|\n");
        Map<Known, Long> behaviours =
                countBy(entries.stream().map(entry -> entry.behaviour().known()).toList());
        Map<Known, Long> filters = countBy(allFilters().map(FilterRule::known).toList());
        Map<Known, Long> keys = countBy(allFields().<Known>map(Field::known).toList());
        for (Known known : Known.values()) {
            page.append("| %s | %s | %d | %d | %d |%n"
                    .formatted(
                            known.label(),
                            known.referenceMark(),
                            behaviours.getOrDefault(known, 0L),
                            filters.getOrDefault(known, 0L),
                            keys.getOrDefault(known, 0L)));
        }
        page.append('\n');
    }

    private static Map<Known, Long> countBy(Collection<Known> known) {
        return known.stream().collect(Collectors.groupingBy(one -> one, TreeMap::new, Collectors.counting()));
    }

    private Stream<FilterRule> allFilters() {
        return resources.stream().flatMap(resource -> ListRules.of(resource.schema()).stream());
    }

    private Stream<Field<?>> allFields() {
        return resources.stream().flatMap(resource -> shown(resource).stream());
    }

    private static List<Field<?>> shown(Resource resource) {
        return resource.schema().fields().stream()
                .filter(field -> !field.is(Rule.HIDDEN))
                .toList();
    }

    private void behaviours(StringBuilder page) {
        page.append("## Behaviours\n\n| where | behaviour | known from | asks | kept by |\n|---|---|---|---|---|\n");
        for (Entry entry : entries) {
            Behaviour behaviour = entry.behaviour();
            String known = behaviour.known() == Known.GUESSED
                    ? "**our guess**"
                    : behaviour.known().label();
            page.append("| %s | %s | %s | %s | `%s` |%n"
                    .formatted(
                            behaviour.where(),
                            behaviour.value().replace("|", "\\|"),
                            known,
                            behaviour.question() == 0 ? "" : behaviour.question(),
                            entry.keptBy()));
        }
        page.append('\n');
    }

    private void questions(StringBuilder page) {
        page.append("## Answers to the open questions\n\n| asks | what the simulator does |\n|---|---|\n");
        Map<Integer, String> answers = new TreeMap<>();
        for (Entry entry : entries) {
            if (entry.behaviour().question() > 0) {
                answers.merge(
                        entry.behaviour().question(), entry.behaviour().value(), (one, more) -> one + "; " + more);
            }
        }
        answers.forEach(
                (question, answer) -> page.append("| %d | %s |%n".formatted(question, answer.replace("|", "\\|"))));
        page.append('\n');
    }

    private void filters(StringBuilder page) {
        page.append(
                "## Filters\n\nWhatever is not here is ignored. `organizationId` is accepted everywhere.\n\n| list | filters |\n|---|---|\n");
        for (Resource resource : resources) {
            List<FilterRule> rules = ListRules.of(resource.schema());
            if (!rules.isEmpty()) {
                page.append("| %s | %s |%n"
                        .formatted(
                                resource.schema().plural(),
                                rules.stream()
                                        .map(rule -> "%s%s (%s)"
                                                .formatted(
                                                        rule.name(),
                                                        rule.required() ? " **required**" : "",
                                                        rule.known().referenceMark()))
                                        .collect(Collectors.joining(", "))));
            }
        }
        page.append('\n');
    }

    private void keys(StringBuilder page) {
        page.append("## Keys\n\nBehind each key its type, its rules and how it is known.\n");
        for (Resource resource : resources) {
            page.append("\n### %s — %s%n%n| key | type | rules | known |%n|---|---|---|---|%n"
                    .formatted(
                            resource.schema().plural(),
                            Arrays.stream(Verb.values())
                                    .filter(resource::allows)
                                    .map(verb -> verb.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", "))));
            for (Field<?> field : shown(resource)) {
                page.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                field.name(),
                                field.type().label(),
                                rules(field),
                                field.known().referenceMark()));
            }
            resource.schema()
                    .children()
                    .values()
                    .forEach(relation -> page.append("| %s | list of %s | %s | |%n"
                            .formatted(
                                    relation.name(),
                                    relation.child().plural(),
                                    relation.writable() ? "can be embedded" : "by include")));
        }
    }

    private static String rules(Field<?> field) {
        return Stream.of(Rule.REQUIRED, Rule.IMMUTABLE, Rule.READ_ONLY, Rule.WRITE_ONLY)
                .filter(field::is)
                .map(rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
