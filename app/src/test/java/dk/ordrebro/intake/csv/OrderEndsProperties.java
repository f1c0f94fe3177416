package dk.ordrebro.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrderEndsProperties {

    @Property(tries = 50)
    void remembersTheLastRowOfEachOrder(@ForAll @Size(max = 20_000) List<@IntRange(max = 9_000) Integer> orders) {
        OrderEnds ends = new OrderEnds();
        Map<String, Long> expected = new HashMap<>();
        long row = 1;
        for (int order : orders) {
            String number = "ORD-" + order;
            ends.see(number, ++row);
            expected.put(number, row);
            if (order % 7 == 0) {
                ends.refuse(number);
            }
        }

        assertThat(ends.size()).isEqualTo(expected.size());
        expected.forEach((number, last) -> {
            assertThat(ends.lastRow(number)).isEqualTo(last);
            assertThat(ends.isRefused(number)).isEqualTo(Integer.parseInt(number.substring(4)) % 7 == 0);
        });
        assertThat(ends.lastRow("never seen")).isZero();
    }
}
