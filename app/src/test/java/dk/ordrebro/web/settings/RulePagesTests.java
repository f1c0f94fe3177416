package dk.ordrebro.web.settings;

import static dk.ordrebro.enrichment.GivenOrder.order;
import static org.assertj.core.api.Assertions.assertThat;

import dk.ordrebro.access.Role;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.activity.Activities;
import dk.ordrebro.billysimulator.BillySimulator;
import dk.ordrebro.billysimulator.SimulatorOptions;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.booking.BookingState;
import dk.ordrebro.booking.Setup;
import dk.ordrebro.database.OwnDatabase;
import dk.ordrebro.enrichment.place.Area;
import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.enrichment.rule.BuyerKind;
import dk.ordrebro.enrichment.rule.Condition;
import dk.ordrebro.enrichment.rule.Rule;
import dk.ordrebro.enrichment.rule.Rulebook;
import dk.ordrebro.enrichment.rule.Rules;
import dk.ordrebro.money.VatRate;
import dk.ordrebro.order.Fulfillment;
import dk.ordrebro.order.LineKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The rules below the templates, as a browser meets them. */
@SpringBootTest(properties = "ordrebro.drains=off")
@AutoConfigureMockMvc
@OwnDatabase
class RulePagesTests {

    private static BillySimulator billy;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Rules rules;

    @Autowired
    private Activities activities;

    private Setup setup;
    private Browser browser;
    private String path;
    private RulesetId free;

    @BeforeAll
    static void startBilly() {
        billy = BillySimulator.start(SimulatorOptions.ephemeral());
    }

    @AfterAll
    static void stopBilly() {
        billy.close();
    }

    @BeforeEach
    void makeACompany() {
        setup = Setup.of(context, billy, false);
        browser = Browser.owner(mvc, setup.company);
        path = "/settings/accounting/" + setup.accounting.id() + "/rules";
        free = setup.system().chart().rulesets().stream()
                .filter(ruleset -> ruleset.name().equals("Momsfrit"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Map<String, String> typed(String... fields) {
        var form = new HashMap<>(Map.of("account", "1110", "ruleset", free.value()));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private Rulebook book() {
        return rules.of(setup.company, setup.accounting.id());
    }

    private List<List<Condition>> conditions() {
        return book().rules().stream().map(Rule::conditions).toList();
    }

    @Test
    void triesARuleOnTheLatestOrdersBeforeItIsSaved() {
        setup.keep(order().id("1").item("1", "100").rate("0").item("1", "30"));
        setup.keep(order().id("2").item("1", "100"));

        String trial = Browser.body(browser.post(path + "/try", typed("rate", "0", "place", "area:DOMESTIC")));

        assertThat(trial)
                .contains("Når satsen er 0 % og der leveres i Danmark", "så konto 1110 Salg og moms »Momsfrit«")
                .contains("Én af de seneste 2 ordrer ville blive bogført anderledes")
                .contains("Før: Momssatsen passer ikke")
                .contains("konto 1110, »Momsfrit«, 0 %")
                .contains("Gem reglen");
        assertThat(book().rules()).as("nothing is saved yet").isEmpty();
    }

    @Test
    void savesARuleAndSaysWhatItDoesAndWhoMadeIt() {
        assertThat(browser.said(path, typed("rate", "5,5 %", "kind", "ITEM", "place", "to:FR"))
                        .good())
                .isTrue();

        assertThat(conditions())
                .containsExactly(List.of(
                        new Condition.OfKind(LineKind.ITEM),
                        new Condition.Charged(VatRate.percent("5.5")),
                        new Condition.To("FR")));
        assertThat(browser.page(path))
                .contains("Når det er en vare, satsen er 5,5 % og der leveres i Frankrig")
                .contains("så konto 1110 Salg og moms »Momsfrit«");
        assertThat(browser.page("/settings/accounting/" + setup.accounting.id()))
                .as("beside the templates")
                .contains("Når det er en vare, satsen er 5,5 % og der leveres i Frankrig");
        assertThat(activities.about(setup.company, "rule", setup.accounting.id().toString(), 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .contains(
                                "Når det er en vare, satsen er 5,5 % og der leveres i Frankrig: 1110 Salg · Momsfrit"));
    }

    @Test
    void readsEveryFieldAndShowsItAgain() {
        browser.said(
                path,
                typed(
                        "kind",
                        "FEE",
                        "rate",
                        "25",
                        "sku",
                        "TIP",
                        "skuHow",
                        "BEGINS",
                        "place",
                        "apart:ES",
                        "buyer",
                        "CHECKED_BUSINESS",
                        "method",
                        "MobilePay",
                        "shop",
                        setup.shop.id().toString()));
        Rule rule = book().rules().getFirst();
        String form = browser.page(path + "/" + rule.id());

        assertThat(rule.conditions()).hasSize(7);
        assertThat(form)
                .containsPattern("value=\"FEE\"[^>]*selected")
                .containsPattern("name=\"rate\"[^>]*value=\"25\"")
                .containsPattern("value=\"BEGINS\"[^>]*selected")
                .containsPattern("value=\"apart:ES\"[^>]*selected")
                .containsPattern("value=\"CHECKED_BUSINESS\"[^>]*selected")
                .contains("value=\"MobilePay\"")
                .containsPattern("value=\"" + setup.shop.id() + "\"[^>]*selected")
                .containsPattern("value=\"1110\"[^>]*selected");

        browser.said(path, typed("rule", rule.id().toString(), "kind", "FEE"));
        assertThat(book().rules()).hasSize(1);
        assertThat(conditions().getFirst()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoRule() {
        assertThat(Browser.body(browser.post(path + "/try", typed())))
                .contains("Udfyld mindst ét felt")
                .doesNotContain("Gem reglen");
        assertThat(Browser.body(browser.post(path + "/try", typed("rate", "moms"))))
                .contains("»moms« er ikke en momssats")
                .contains("value=\"moms\"");
        assertThat(browser.said(path, typed("rate", "0", "account", "4711")).key())
                .isEqualTo("rules.wrong.no-choice");
        assertThat(browser.said(path, typed("rate", "0", "ruleset", "")).key()).isEqualTo("rules.wrong.no-choice");
        assertThat(browser.said(path, typed("place", "to:QQ")).key()).isEqualTo("rules.wrong.no-condition");
        assertThat(book().rules()).isEmpty();
    }

    @Test
    void movesAndRemovesThem() {
        List.of("1", "2", "3").forEach(sku -> browser.said(path, typed("sku", sku)));
        List<Rule> made = book().rules();

        assertThat(browser.post(path + "/" + made.get(2).id() + "/move", Map.of("up", "true")))
                .hasStatus3xxRedirection();
        assertThat(book().rules()).containsExactly(made.get(0), made.get(2), made.get(1));
        assertThat(browser.post(path + "/" + made.get(0).id() + "/move", Map.of("up", "false")))
                .hasStatus3xxRedirection();
        assertThat(book().rules()).containsExactly(made.get(2), made.get(0), made.get(1));

        browser.said(path + "/" + made.get(0).id() + "/remove", Map.of());
        assertThat(book().rules()).containsExactly(made.get(2), made.get(1));
    }

    @Test
    void keepsSinceWhenOssIsUsed() {
        assertThat(browser.said(path + "/oss", Map.of("used", "true", "from", ""))
                        .key())
                .isEqualTo("oss.day-missing");
        assertThat(book().ossFrom()).isNull();

        browser.said(path + "/oss", Map.of("used", "true", "from", "01-07-2026"));
        assertThat(book().ossFrom()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(browser.page(path)).contains("value=\"01-07-2026\"");

        browser.said(path + "/oss", Map.of("from", "01-07-2026"));
        assertThat(book().ossFrom()).isNull();
    }

    @Test
    void turnsWhatAHeldBookingAsksIntoARuleForAllAlike() {
        Fulfillment first =
                setup.handle(order().id("1").item("1", "100").rate("0").item("1", "30"));
        Fulfillment second =
                setup.handle(order().id("2").item("1", "80").rate("0").item("2", "30"));
        setup.drain();
        Booking held = setup.booking(first);
        assertThat(held.reasons()).extracting(reason -> reason.kind()).containsExactly(Question.RATE_DISAGREES);
        String link = path + "/new?booking=" + held.id();
        assertThat(browser.page("/bookings/" + held.id())).contains("/rules/new?booking=" + held.id());

        assertThat(browser.page(link))
                .containsPattern("name=\"rate\"[^>]*value=\"0\"")
                .containsPattern("value=\"area:DOMESTIC\"[^>]*selected")
                .containsPattern("value=\"1110\"[^>]*selected");

        browser.said(path, typed("rate", "0", "place", "area:DOMESTIC"));
        assertThat(conditions())
                .containsExactly(List.of(new Condition.Charged(VatRate.ZERO), new Condition.In(Area.DOMESTIC)));
        assertThat(browser.page(path)).as("what waits is tried again from here").contains("value=\"RATE_DISAGREES\"");
        assertThat(browser.post("/attention/release", Map.of("reason", "RATE_DISAGREES")))
                .hasStatus3xxRedirection();
        setup.drain();

        assertThat(setup.booking(first).state()).isEqualTo(BookingState.SETTLED);
        assertThat(setup.booking(second).state()).isEqualTo(BookingState.SETTLED);
        assertThat(browser.page("/bookings/" + held.id()))
                .as("the why of the line")
                .contains("Reglen »Når satsen er 0 % og der leveres i Danmark« gav konto 1110 Salg");
    }

    @Test
    void makesTheRulesOfASetOncePerCountrySoldTo() {
        setup.keep(order().id("1")
                .to("DE", "10115")
                .rate("7")
                .item("1", "107")
                .rate("19")
                .item("1", "119"));
        setup.keep(order().id("2").to("SE", "11120").item("1", "125"));
        setup.keep(order().id("3").to("NO", "0150").rate("0").item("1", "100"));
        setup.keep(order().id("4")
                .to("FR", "75001")
                .rate("0")
                .company("Thé SARL", "FR83404833048", true)
                .item("1", "100"));
        String oss = path + "/sets/OSS";

        assertThat(browser.page(path)).contains("/rules/sets/OSS");
        assertThat(browser.page(oss))
                .containsSubsequence("name=\"DE-7-account\"", "name=\"DE-account\"", "name=\"SE-account\"")
                .doesNotContain("name=\"FR-account\"", "name=\"NO-account\"");

        Map<String, String> chosen =
                Map.of("SE-account", "1110", "SE-ruleset", free.value(), "DE-account", "1110", "DE-ruleset", "");
        assertThat(Browser.body(browser.post(oss + "/try", chosen)))
                .contains("Én af de seneste 4 ordrer", "Gem reglerne")
                .containsPattern("name=\"SE-account\" value=\"1110\"");
        assertThat(book().rules()).isEmpty();

        assertThat(browser.said(oss, chosen).facts()).containsExactly("1");
        assertThat(conditions())
                .containsExactly(List.of(new Condition.To("SE"), new Condition.SoldTo(BuyerKind.CONSUMER)));
        assertThat(browser.said(oss, chosen).good()).as("it is there already").isFalse();
        assertThat(browser.page(oss)).contains("Reglen findes allerede").doesNotContain("name=\"SE-account\"");
    }

    @Test
    void offersEverySet() {
        for (String set : List.of("EU_BUSINESS", "ZERO_RATE", "GIFT_CARDS", "FEES")) {
            String page = browser.page(path + "/sets/" + set);
            Map<String, String> chosen = new HashMap<>();
            Matcher fields = Pattern.compile("name=\"([A-Za-z]+)-account\"").matcher(page);
            while (fields.find()) {
                chosen.put(fields.group(1) + "-account", "1110");
                chosen.put(fields.group(1) + "-ruleset", free.value());
            }
            assertThat(browser.said(path + "/sets/" + set, chosen).good())
                    .as(set)
                    .isTrue();
        }

        assertThat(conditions())
                .containsExactly(
                        List.of(
                                new Condition.In(Area.EU),
                                new Condition.SoldTo(BuyerKind.CHECKED_BUSINESS),
                                new Condition.Charged(VatRate.ZERO)),
                        List.of(new Condition.In(Area.DOMESTIC), new Condition.Charged(VatRate.ZERO)),
                        List.of(new Condition.OfKind(LineKind.GIFT_CARD), new Condition.Charged(VatRate.percent("25"))),
                        List.of(new Condition.OfKind(LineKind.GIFT_CARD)),
                        List.of(new Condition.OfKind(LineKind.FEE)));
        assertThat(browser.get(path + "/sets/NOTHING")).hasStatus(404);
    }

    @Test
    void makesTheTemplatesOfRoundingLines() {
        assertThat(browser.page(path + "/sets/ROUNDING"))
                .contains("name=\"ROUNDING-DOMESTIC-account\"", "/templates\"");

        browser.said(
                "/settings/accounting/" + setup.accounting.id() + "/templates",
                Map.of("ROUNDING-DOMESTIC-account", "1110", "ROUNDING-DOMESTIC-ruleset", free.value()));
        Fulfillment odd = setup.handle(order().id("1").item("1", "100").statedGross("100.01"));
        setup.drain();

        assertThat(setup.booking(odd).state()).isEqualTo(BookingState.SETTLED);
        assertThat(browser.page("/settings/accounting/" + setup.accounting.id()))
                .contains("id=\"row-ROUNDING-DOMESTIC\"")
                .doesNotContain("id=\"row-ROUNDING-EU\"", "id=\"row-GIFT_CARD-DOMESTIC\"");
    }

    @Test
    void showsTheTemplateForGiftCardsAndFeesOnceSuchLinesTurnUp() {
        String accounting = "/settings/accounting/" + setup.accounting.id();
        Fulfillment sold = setup.handle(order().id("1")
                .rate("0")
                .line(LineKind.GIFT_CARD, "1", "500", null)
                .rate("25")
                .line(LineKind.FEE, "1", "10", null));
        setup.drain();
        assertThat(setup.booking(sold).reasons())
                .extracting(reason -> reason.kind())
                .containsExactly(Question.GIFT_CARD_TEMPLATE_MISSING);
        assertThat(browser.page("/bookings/" + setup.booking(sold).id()))
                .as("the way to mend it")
                .contains(accounting + "#row-GIFT_CARD-DOMESTIC");
        assertThat(browser.page(accounting))
                .contains("id=\"row-GIFT_CARD-DOMESTIC\"", "id=\"row-FEE-DOMESTIC\"", "Kan udfyldes")
                .doesNotContain("id=\"row-GIFT_CARD-EU\"");

        browser.said(
                accounting + "/templates",
                Map.of("GIFT_CARD-DOMESTIC-account", "1110", "GIFT_CARD-DOMESTIC-ruleset", free.value()));
        browser.post("/attention/release", Map.of("reason", "GIFT_CARD_TEMPLATE_MISSING"));
        setup.drain();

        assertThat(setup.booking(sold).state()).isEqualTo(BookingState.SETTLED);
    }

    @Test
    void mayBeChangedByTheOwnerAndTheBookkeeperAlone() {
        assertThat(browser.as(Role.BOOKKEEPER).post(path, typed("sku", "1"))).hasStatus3xxRedirection();
        assertThat(browser.as(Role.WAREHOUSE).post(path, typed("sku", "2"))).hasStatus(403);
        assertThat(browser.as(Role.READ_ONLY).post(path + "/oss", Map.of())).hasStatus(403);
        assertThat(book().rules()).hasSize(1);
        assertThat(browser.as(Role.READ_ONLY).page(path)).doesNotContain("rules/new", "/move", "/remove");
    }
}
