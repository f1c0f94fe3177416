package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A few thousand invoices in every test run; a million of them, in 4 GB and with the times held to what is promised, by
 * {@code mvn -pl billy-simulator test -Dtest=MeasureTests -Dbilly.measure=1000000 -DargLine=-Xmx4g}.
 */
class MeasureTests {

    private static final int INVOICES = Integer.getInteger("billy.measure", 3_000);
    private static final int ENOUGH_TO_TIME = 1_000_000;
    private static final long MILLISECOND_IN_MICROS = 1_000;

    @Test
    void holdsManyInvoicesAndListsThemByPageInFlatTimes() throws IOException {
        Measure.Figures figures = Measure.run(INVOICES, false, null);

        assertThat(figures.total()).isEqualTo(INVOICES);
        if (INVOICES >= ENOUGH_TO_TIME) {
            assertThat(figures.medianPostMicros()).isLessThan(MILLISECOND_IN_MICROS / 2);
            assertThat(figures.usedMegabytes()).isLessThan(4_000);
            List<Long> pages = figures.pageMicros().entrySet().stream()
                    .filter(page -> page.getKey().matches("\\?pageSize=100(&page=\\d+)?"))
                    .map(java.util.Map.Entry::getValue)
                    .toList();
            assertThat(pages)
                    .hasSize(3)
                    .allSatisfy(micros -> assertThat(micros).isLessThan(50 * MILLISECOND_IN_MICROS));
        }
    }

    @Test
    void keepsApprovedInvoicesAcrossARestart(@TempDir Path data) throws IOException {
        int few = Math.min(INVOICES, 100_000);

        assertThat(Measure.run(few, true, data).total()).isEqualTo(few);
    }
}
