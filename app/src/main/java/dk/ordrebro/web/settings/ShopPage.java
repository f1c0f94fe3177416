package dk.ordrebro.web.settings;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order integration: the shop itself, and the tab Bogholderi that says how its orders are booked. */
@Controller
@RequestMapping("/settings/shops/{id}")
class ShopPage {

    private final OrderIntegrations shops;
    private final AccountingIntegrations accountings;

    ShopPage(OrderIntegrations shops, AccountingIntegrations accountings) {
        this.shops = shops;
        this.accountings = accountings;
    }

    /**
     * The tab Bogholderi, as typed.
     *
     * @param accounting id of an accounting integration; empty for none
     */
    record Bookkeeping(
            String accounting,
            FreightRule freightRule,
            ContactMode contactMode,
            ProductMode productMode,
            boolean standAloneCreditNotes) {}

    @GetMapping
    String shop(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, Model page) {
        page.addAttribute("shop", find(me.company(), id));
        return "settings/shop";
    }

    @PostMapping
    @MayChangeSettings
    String save(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean active,
            RedirectAttributes next) {
        OrderIntegration before = find(me.company(), id);
        shops.save(new OrderIntegration(
                before.company(),
                before.id(),
                name.isBlank() ? before.name() : name.strip(),
                before.platform(),
                before.shopKey(),
                before.accounting(),
                before.freightRule(),
                before.contactMode(),
                before.productMode(),
                before.standAloneCreditNotes(),
                active));
        Said.good(next, "settings.saved");
        return "redirect:/settings/shops/{id}";
    }

    @GetMapping("/bookkeeping")
    String bookkeeping(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, Model page) {
        page.addAttribute("shop", find(me.company(), id));
        page.addAttribute("accountings", accountings.all(me.company()));
        page.addAttribute("freightRules", FreightRule.values());
        page.addAttribute("contactModes", ContactMode.values());
        page.addAttribute("productModes", ProductMode.values());
        return "settings/shop-bookkeeping";
    }

    @PostMapping("/bookkeeping")
    @MayChangeSettings
    String bind(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @ModelAttribute Bookkeeping typed,
            RedirectAttributes next) {
        OrderIntegration before = find(me.company(), id);
        Optional<AccountingIntegration> accounting = typed.accounting().isEmpty()
                ? Optional.empty()
                : Optional.of(accounting(me.company(), typed.accounting()));
        shops.save(new OrderIntegration(
                before.company(),
                before.id(),
                before.name(),
                before.platform(),
                before.shopKey(),
                accounting.map(AccountingIntegration::id).orElse(null),
                typed.freightRule(),
                typed.contactMode(),
                typed.productMode(),
                typed.standAloneCreditNotes(),
                before.active()));
        Said.good(next, accounting.isPresent() ? "shop.bound" : "shop.unbound");
        return "redirect:/settings/shops/{id}/bookkeeping";
    }

    private AccountingIntegration accounting(CompanyId company, String typed) {
        return accountings.all(company).stream()
                .filter(accounting -> accounting.id().toString().equals(typed))
                .findFirst()
                .orElseThrow(NotHere::new);
    }

    private OrderIntegration find(CompanyId company, OrderIntegrationId id) {
        return orElse404(shops.find(company, id));
    }
}
