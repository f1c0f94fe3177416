package dk.ordrebro.billysimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.ordrebro.billysimulator.books.NewCompany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTests {

    @TempDir
    private Path folder;

    private BillySimulator start() {
        return BillySimulator.start(SimulatorOptions.ephemeral().withData(folder));
    }

    private static String books(BillyClient billy) {
        String told =
                "" + billy.get("/invoices?include=invoice.lines:embed").json().get("invoices")
                        + billy.get("/postings").json().get("postings")
                        + billy.get("/organization").json().get("organization")
                        + billy.get("/accounts").json().get("accounts");
        // Links begin with the address, which is another one after each start.
        return told.replaceAll("127.0.0.1:\\d+", "");
    }

    @Test
    void keepsEverythingAcrossARestart() {
        String before;
        Shop shop = Shop.in(start());
        shop.approve(shop.draft("'unitPrice':80.25", "'quantity':0.5,'unitPrice':3"));
        String deleted = shop.draft("'unitPrice':1");
        shop.billy.delete("/invoices/" + deleted);
        before = books(shop.billy);
        shop.close();

        try (BillySimulator again = start()) {
            assertThat(books(BillyClient.of(again, shop.keys))).isEqualTo(before);
        }
    }

    @Test
    void dropsAChangeThatWasNeverAnswered() throws IOException {
        Shop shop = Shop.in(start());
        shop.draft("'unitPrice':80");
        String before = books(shop.billy);
        shop.close();
        try (Stream<Path> files = Files.list(folder)) {
            Files.writeString(
                    files.findFirst().orElseThrow(),
                    "{\"put\":{\"invoices\":[{\"id\":\"half",
                    StandardOpenOption.APPEND);
        }

        Shop next;
        try (BillySimulator again = start()) {
            next = Shop.in(again);
            assertThat(books(BillyClient.of(again, shop.keys))).isEqualTo(before);
            BillyClient.of(again, shop.keys).create("contacts", "{'contact':{'name':'Ny','countryId':'DK'}}");
        }
        try (BillySimulator third = start()) {
            assertThat(BillyClient.of(third, shop.keys).get("/contacts").json().get("contacts"))
                    .hasSize(2);
            assertThat(BillyClient.of(third, next.keys).get("/contacts").json().get("contacts"))
                    .hasSize(1);
        }
    }

    @Test
    void restoresASnapshot() {
        try (Shop shop = Shop.open(NewCompany.named("Foto"))) {
            shop.approve(shop.draft("'unitPrice':80"));
            String before = books(shop.billy);
            shop.simulator.admin().snapshot(folder);
            shop.approve(shop.draft("'unitPrice':90"));

            shop.simulator.admin().restore(folder);

            assertThat(books(shop.billy)).isEqualTo(before);
        }
    }

    @Test
    void putsBackASnapshotOfOneFileAsOftenAsWanted() {
        Path file = folder.resolve("foto.zip");
        try (Shop shop = Shop.open(NewCompany.named("Foto"))) {
            shop.approve(shop.draft("'unitPrice':80"));
            String before = books(shop.billy);
            shop.simulator.admin().snapshotToFile(file);
            for (int again = 0; again < 2; again++) {
                shop.approve(shop.draft("'unitPrice':90"));

                shop.simulator.admin().restoreFromFile(file);

                assertThat(books(shop.billy)).isEqualTo(before);
            }
            shop.simulator.admin().snapshotToFile(file);
        }
        assertThat(folder.toFile().list()).containsExactly("foto.zip");
    }

    @Test
    void keepsWhatItHasWhenTheFileIsNoSnapshot() throws Exception {
        Path file = Files.writeString(folder.resolve("x.zip"), "ikke en zip");
        try (Shop shop = Shop.open(NewCompany.named("Foto"))) {
            String before = books(shop.billy);

            assertThatThrownBy(() -> shop.simulator.admin().restoreFromFile(file))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> shop.simulator.admin().restoreFromFile(folder.resolve("nix")))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(books(shop.billy)).isEqualTo(before);
        }
    }

    @Test
    void readsBackTheLargestThingsItTakes() {
        Shop shop = Shop.in(start());
        String id = shop.billy.create(
                "invoices",
                shop.invoice(
                                ",'currencyId':'EUR','exchangeRate':999999999999999,'paymentTermsDays':3650,'paymentTermsMode':'netEndOfMonth'",
                                "'unitPrice':1000000000000,'quantity':1000000000000",
                                "'unitPrice':0.000000000001")
                        .replace("2026-11-23", "2999-12-31"));
        int approved = shop.approve(id).status();
        String before = books(shop.billy);
        shop.close();

        try (BillySimulator again = start()) {
            assertThat(approved).isEqualTo(200);
            assertThat(books(BillyClient.of(again, shop.keys))).isEqualTo(before);
        }
    }

    @Test
    void refusesToApproveWhatPointsToNothing() {
        try (Shop shop = Shop.open()) {
            String id = shop.draft("'unitPrice':80");
            shop.simulator.admin().deleteRecord(shop.keys.organizationId(), "products", shop.product);

            var refused = shop.approve(id);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/validationErrors/invoiceLine/message")).contains("productId");
        }
    }
}
