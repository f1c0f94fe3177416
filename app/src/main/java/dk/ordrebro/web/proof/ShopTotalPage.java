package dk.ordrebro.web.proof;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrationId;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.proof.Bridge;
import dk.ordrebro.proof.BridgeOrder;
import dk.ordrebro.proof.Proof;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The shop's own total of a period against what was invoiced in it, and the orders behind every row of the way between. */
@Controller
class ShopTotalPage {

    private static final int ORDERS = 100;

    private final Proof proof;
    private final AccountingIntegrations accountings;
    private final OrderIntegrations shops;
    private final ProofTables tables;

    ShopTotalPage(Proof proof, AccountingIntegrations accountings, OrderIntegrations shops, ProofTables tables) {
        this.proof = proof;
        this.accountings = accountings;
        this.shops = shops;
        this.tables = tables;
    }

    @GetMapping("/proof/shop")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam AccountingIntegrationId accounting,
            @RequestParam Optional<OrderIntegrationId> shop,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> through,
            @RequestParam Optional<Bridge.Row> row,
            @RequestParam(defaultValue = "0") int skip,
            Model page) {
        AccountingIntegration integration = orElse404(accountings.find(me.company(), accounting));
        shop.ifPresent(one -> orElse404(shops.find(me.company(), one)));
        ProofTables.Period period = tables.period(me, integration, from, through);
        Bridge bridge = proof.bridge(me.company(), accounting, shop, period.from(), period.through());
        page.addAttribute("accounting", integration);
        page.addAttribute("presets", Months.of(tables.today()));
        page.addAttribute("from", period.from());
        page.addAttribute("through", period.through());
        page.addAttribute("shop", shop.orElse(null));
        page.addAttribute("choices", shops.all(me.company()));
        page.addAttribute(
                "shops",
                shops.all(me.company()).stream()
                        .collect(Collectors.toMap(OrderIntegration::id, OrderIntegration::name)));
        page.addAttribute("bridge", bridge);
        page.addAttribute("rates", proof.rates(me.company()));
        page.addAttribute("row", row.orElse(null));
        row.ifPresent(chosen -> orders(me, accounting, shop, period, chosen, Math.max(0, skip), page));
        return "proof/shop";
    }

    private void orders(
            SignedIn me,
            AccountingIntegrationId accounting,
            Optional<OrderIntegrationId> shop,
            ProofTables.Period period,
            Bridge.Row row,
            int skip,
            Model page) {
        List<BridgeOrder> orders =
                proof.orders(me.company(), accounting, shop, period.from(), period.through(), row, skip, ORDERS + 1);
        page.addAttribute("orders", orders.stream().limit(ORDERS).toList());
        page.addAttribute("skip", skip);
        page.addAttribute("next", orders.size() > ORDERS ? skip + ORDERS : null);
        page.addAttribute("previous", skip > 0 ? Math.max(0, skip - ORDERS) : null);
    }
}
