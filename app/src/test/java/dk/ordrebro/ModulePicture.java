package dk.ordrebro;

import dk.ordrebro.database.Migrations;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules and their arrows as they are in the code, as a page with a Mermaid drawing. */
final class ModulePicture {

    private ModulePicture() {}

    static String of(ApplicationModules modules) {
        return """
                # The modules

                Drawn from the code by `ModularityTests`, which also fails when an arrow does not run down. Arrows that another arrow
                implies are left out.

                ```mermaid
                flowchart TD
                %s
                ```
                """.formatted(Stream.concat(boxes(modules), arrows(modules))
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n")));
    }

    private static Stream<String> boxes(ApplicationModules modules) {
        return inOrder(modules).map(module -> module.getIdentifier().toString());
    }

    private static Stream<String> arrows(ApplicationModules modules) {
        return inOrder(modules)
                .flatMap(module -> below(module, modules)
                        .filter(low -> below(module, modules).noneMatch(between -> reaches(between, low, modules)))
                        .map(low -> module.getIdentifier() + " --> " + low.getIdentifier()));
    }

    private static boolean reaches(ApplicationModule from, ApplicationModule to, ApplicationModules modules) {
        return below(from, modules).anyMatch(next -> next.equals(to) || reaches(next, to, modules));
    }

    private static Stream<ApplicationModule> below(ApplicationModule module, ApplicationModules modules) {
        return module.getDirectDependencies(modules).uniqueModules().sorted(TOP_FIRST);
    }

    private static Stream<ApplicationModule> inOrder(ApplicationModules modules) {
        return modules.stream().sorted(TOP_FIRST);
    }

    private static final Comparator<ApplicationModule> TOP_FIRST = Comparator.<ApplicationModule>comparingInt(
                    module -> Migrations.ORDER.indexOf(module.getIdentifier().toString()))
            .reversed();
}
