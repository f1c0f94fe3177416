package dk.ordrebro.accounting.billy.party;

import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.accounting.AccountNumber;
import dk.ordrebro.accounting.BuyerType;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.party.KnownContacts.KnownContact;
import dk.ordrebro.accounting.billy.party.KnownProducts.KnownProduct;
import dk.ordrebro.database.SharedDatabase;
import dk.ordrebro.integration.AccountingIntegrationId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept means the same in PostgreSQL and in the memory that other tests use. */
class KnownRecordsTests {

    private static final LineAccount GOODS = line("Varer (Indland)", "");
    private static final LineAccount TEA = line("Te, 100 g", "TE-100");

    private final Books books = books("org1");
    private final Books others = books("org2");

    private static Books books(String organization) {
        return new Books(
                new CompanyId(UUID.randomUUID()), new AccountingIntegrationId(UUID.randomUUID()), organization);
    }

    private static LineAccount line(String title, String sku) {
        return new LineAccount(title, sku, new AccountNumber(1110), new RulesetId("normal"));
    }

    private static KnownContact contact(String number, @org.jspecify.annotations.Nullable String id, String details) {
        return new KnownContact(number, id, "DK", BuyerType.PERSON, details);
    }

    static List<KnownProducts> products() {
        return List.of(new InMemoryProducts(), new JdbcKnownProducts(SharedDatabase.jdbc()));
    }

    static List<KnownContacts> contacts() {
        return List.of(new InMemoryContacts(), new JdbcKnownContacts(SharedDatabase.jdbc()));
    }

    @ParameterizedTest
    @MethodSource("products")
    void keepsProductsByBooksAndLine(KnownProducts products) {
        products.keep(books, GOODS, "p1");
        products.keep(books, GOODS, "p2");
        products.begin(books, TEA);
        products.keep(others, GOODS, "p3");

        assertThat(products.find(books, GOODS)).hasValue(new KnownProduct(GOODS, "p2"));
        assertThat(products.find(books, TEA)).hasValue(new KnownProduct(TEA, null));
        assertThat(products.find(others, TEA)).isEmpty();
        assertThat(products.all(books))
                .containsExactlyInAnyOrder(new KnownProduct(GOODS, "p2"), new KnownProduct(TEA, null));
    }

    @ParameterizedTest
    @MethodSource("products")
    void doesNotForgetAProductThatAnotherHasMadeMeanwhile(KnownProducts products) {
        products.keep(books, GOODS, "new");
        products.begin(books, GOODS);

        products.forget(books, GOODS, "old");
        products.forgetBegun(books, GOODS);
        assertThat(products.find(books, GOODS)).hasValue(new KnownProduct(GOODS, "new"));

        products.forget(books, GOODS, "new");
        assertThat(products.find(books, GOODS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("products")
    void forgetsAProductThatCameToNothing(KnownProducts products) {
        products.begin(books, TEA);

        products.forgetBegun(books, TEA);

        assertThat(products.find(books, TEA)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void keepsContactsByBooksAndNumber(KnownContacts contacts) {
        contacts.begin(books, contact("butik:1", null, "a"));
        assertThat(contacts.find(books, "butik:1")).hasValue(contact("butik:1", null, "a"));

        contacts.keep(books, contact("butik:1", "c1", "b"));
        contacts.begin(books, contact("butik:1", null, "c"));
        contacts.forgetBegun(books, "butik:1");
        contacts.forget(books, "butik:1", "another");

        assertThat(contacts.find(books, "butik:1")).hasValue(contact("butik:1", "c1", "b"));
        assertThat(contacts.find(others, "butik:1")).isEmpty();

        contacts.forget(books, "butik:1", "c1");
        assertThat(contacts.find(books, "butik:1")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void adoptsAThousandContactsAndLeavesKnownOnesAlone(KnownContacts contacts) {
        contacts.keep(books, contact("butik:7", "ours", "d"));

        contacts.adopt(
                books,
                IntStream.range(0, 1000)
                        .mapToObj(i -> contact("butik:" + i, "c" + i, "'; -- æøå"))
                        .toList());
        contacts.adopt(books, List.of());

        assertThat(contacts.find(books, "butik:999")).hasValue(contact("butik:999", "c999", "'; -- æøå"));
        assertThat(contacts.find(books, "butik:7")).hasValue(contact("butik:7", "ours", "d"));
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void remembersWhoseContactsWereRead(KnownContacts contacts) {
        assertThat(contacts.wereRead(books)).isFalse();

        contacts.markRead(books);
        contacts.markRead(books);

        assertThat(contacts.wereRead(books)).isTrue();
        assertThat(contacts.wereRead(others)).isFalse();
    }

    @Test
    void findsRoomForTheLongestTexts() {
        String longest = "\uD83C\uDF75".repeat(BillyAssumption.LONGEST_NAME);
        var products = new JdbcKnownProducts(SharedDatabase.jdbc());

        products.keep(books, line(longest, longest), "p");

        assertThat(products.find(books, line(longest, longest))).isPresent();
    }
}
