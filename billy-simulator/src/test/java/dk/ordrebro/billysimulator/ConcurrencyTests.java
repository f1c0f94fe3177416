package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTests {

    private static final int INVOICES = 400;

    @Test
    void numbersWithoutGapsWhateverComesAtOnce() throws Exception {
        try (Shop shop = Shop.open();
                ExecutorService callers = Executors.newFixedThreadPool(16)) {
            List<Future<String>> numbers = new ArrayList<>();
            List<Future<Integer>> lists = new ArrayList<>();
            for (int i = 0; i < INVOICES; i++) {
                numbers.add(callers.submit(
                        () -> shop.approve(shop.draft("'unitPrice':80")).text("/invoices/0/invoiceNo")));
                lists.add(callers.submit(() -> shop.billy
                        .get("/invoices?state=approved&include=invoice.lines:embed")
                        .status()));
            }
            List<Integer> given = new ArrayList<>();
            for (Future<String> number : numbers) {
                given.add(Integer.parseInt(number.get()));
            }

            for (Future<Integer> list : lists) {
                assertThat(list.get()).isEqualTo(200);
            }
            assertThat(given)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, INVOICES).boxed().toList());
            assertThat(shop.simulator
                            .admin()
                            .counters(shop.keys.organizationId())
                            .approvals())
                    .isEqualTo(INVOICES);
        }
    }
}
