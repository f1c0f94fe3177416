package dk.ordrebro;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import dk.ordrebro.database.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final String HERE = OrdrebroApplication.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();

    /** Tests and the simulator stand on the class path too, in packages like ours, and are no part of the house. */
    private static final ApplicationModules MODULES = ApplicationModules.of(
            OrdrebroApplication.class,
            DescribedPredicate.describe(
                    "made elsewhere",
                    (JavaClass type) -> type.getSource()
                            .map(source -> source.getUri().getPath())
                            .filter(place -> place.startsWith(HERE))
                            .isEmpty()));

    @Test
    void letsEveryArrowRunDown() {
        MODULES.verify();
    }

    @Test
    void migratesAModuleAfterThoseItStandsOn() {
        assertThat(Migrations.ORDER)
                .containsExactlyInAnyOrderElementsOf(MODULES.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());

        MODULES.forEach(module -> module.getDirectDependencies(MODULES)
                .uniqueModules()
                .forEach(below -> assertThat(floor(module))
                        .as("%s stands on %s", module, below)
                        .isGreaterThan(floor(below))));
    }

    /** {@code -Dordrebro.modules=write} draws it anew. */
    @Test
    void isDrawnInTheDocumentsAsItIs() throws IOException {
        Path page = Path.of("..", "docs", "modules.md");
        String picture = ModulePicture.of(MODULES);
        if ("write".equals(System.getProperty("ordrebro.modules"))) {
            Files.writeString(page, picture);
        }

        assertThat(page)
                .as("the modules have changed; run this test with -Dordrebro.modules=write and commit the page")
                .content()
                .isEqualTo(picture);
    }

    private static int floor(ApplicationModule module) {
        return Migrations.ORDER.indexOf(module.getIdentifier().toString());
    }
}
