package dk.ordrebro.accounting.billy.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.accounting.AccountingUnavailable;
import dk.ordrebro.accounting.billy.FakeBilly;
import dk.ordrebro.accounting.billy.Workbench;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyProduct;
import dk.ordrebro.accounting.billy.wire.BillyPages.Rows;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BillyPagesTests {

    private static final Rows<BillyProduct> PRODUCTS = new Rows<>("products", BillyAnswer::products);
    private static final BillyRequest LIST = BillyRequest.get("products");

    private final FakeBilly billy = new FakeBilly();
    private final Workbench bench = new Workbench();
    private final BillyPages pages = new BillyPages(bench.reader(billy.root()));

    @AfterEach
    void close() {
        bench.close();
        billy.close();
    }

    private static FakeBilly.Answer page(int page, int pageCount, int total, String... ids) {
        String rows = String.join(
                ",", List.of(ids).stream().map(id -> "{\"id\":\"" + id + "\"}").toList());
        return FakeBilly.json("""
                {"meta":{"paging":{"page":%d,"pageCount":%d,"pageSize":1000,"total":%d}},"products":[%s]}""".formatted(page, pageCount, total, rows));
    }

    private List<String> ids() {
        return pages.all(LIST, PRODUCTS).stream().map(BillyProduct::id).toList();
    }

    @Test
    void walksThroughEveryPage() {
        billy.on("GET /products", page(1, 3, 5, "a", "b"), page(2, 3, 5, "c", "d"), page(3, 3, 5, "e"));

        assertThat(ids()).containsExactly("a", "b", "c", "d", "e");
        assertThat(billy.calls())
                .extracting(FakeBilly.Call::query)
                .containsExactly("page=1&pageSize=1000", "page=2&pageSize=1000", "page=3&pageSize=1000");
    }

    @Test
    void stopsWhereItFoundWhatItWanted() {
        billy.on("GET /products", page(1, 3, 5, "a", "b"), page(2, 3, 5, "c", "d"));

        assertThat(pages.first(LIST, PRODUCTS, 2, 9, product -> "c".equals(product.id())))
                .isPresent();
        assertThat(billy.calls()).hasSize(2);
    }

    @Test
    void readsAnEmptyList() {
        billy.on("GET /products", page(1, 0, 0));

        assertThat(ids()).isEmpty();
    }

    @Test
    void readsAShortListThatSaysNothingAboutPages() {
        billy.on("GET /products", FakeBilly.json("{\"products\":[{\"id\":\"a\"}, null]}"));

        assertThat(ids()).containsExactly("a");
    }

    @Test
    void doesNotTakeAMissingListForAnEmptyOne() {
        billy.on("GET /products", FakeBilly.json("{\"meta\":{\"success\":true}}"));

        assertThatThrownBy(this::ids).isInstanceOf(AccountingUnavailable.class).hasMessageContaining("products");
    }

    @Test
    void noticesThatItIsGivenTheSamePageAgain() {
        billy.on("GET /products", page(1, 3, 5, "a", "b"));

        assertThatThrownBy(this::ids).isInstanceOf(AccountingUnavailable.class).hasMessageContaining("page 1");
    }

    @Test
    void noticesThatTheListShrankBehindItsBack() {
        billy.on("GET /products", page(1, 2, 3, "a", "b"), page(2, 2, 2));

        assertThatThrownBy(this::ids).isInstanceOf(AccountingUnavailable.class).hasMessageContaining("shrank");
    }
}
