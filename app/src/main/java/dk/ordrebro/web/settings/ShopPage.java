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
import dk.ordrebro.integration.Trigger;
import dk.ordrebro.web.NotHere;
import dk.ordrebro.web.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

    private static final String BACK = "redirect:/settings/shops/{id}";

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
     * @param startDate null for no such day
     * @param standAloneCreditNotes null when the box is not ticked, since a browser sends nothing then
     */
    record Bookkeeping(
            String accounting,
            Trigger trigger,

            @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
            LocalDate startDate,

            FreightRule freightRule,
            ContactMode contactMode,
            ProductMode productMode,
            @Nullable Boolean standAloneCreditNotes) {}

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
            RedirectAttributes next) {
        OrderIntegration before = find(me.company(), id);
        if (!Names.isGood(name)) {
            next.addFlashAttribute("said", Names.PROBLEM);
            return BACK;
        }
        shops.save(before.named(name.strip()));
        Said.good(next, "settings.saved");
        return BACK;
    }

    @PostMapping("/switch")
    @MayChangeSettings
    String switchTo(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @RequestParam boolean on,
            RedirectAttributes next) {
        OrderIntegration before = find(me.company(), id);
        if (before.retired()) {
            Said.bad(next, "shop.is-retired");
            return BACK;
        }
        shops.save(before.switched(on));
        Said.good(next, on ? "shop.switched-on" : "shop.switched-off");
        return BACK;
    }

    @PostMapping("/retire")
    @MayChangeSettings
    String retire(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, RedirectAttributes next) {
        shops.save(find(me.company(), id).retire());
        Said.good(next, "shop.retired-now");
        return BACK;
    }

    @PostMapping("/bring-back")
    @MayChangeSettings
    String bringBack(
            @AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, RedirectAttributes next) {
        shops.save(find(me.company(), id).bringBack());
        Said.good(next, "shop.brought-back");
        return BACK;
    }

    @GetMapping("/bookkeeping")
    String bookkeeping(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, Model page) {
        OrderIntegration shop = find(me.company(), id);
        page.addAttribute("shop", shop);
        page.addAttribute("accountings", offered(shop));
        page.addAttribute("triggers", Trigger.values());
        page.addAttribute("freightRules", FreightRule.values());
        page.addAttribute("contactModes", ContactMode.values());
        page.addAttribute("productModes", ProductMode.values());
        return "settings/shop-bookkeeping";
    }

    /** A retired one is offered only where the shop is bound to it. */
    private List<AccountingIntegration> offered(OrderIntegration shop) {
        return accountings.all(shop.company()).stream()
                .filter(one -> !one.retired() || one.id().equals(shop.accounting()))
                .toList();
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
                Boolean.TRUE.equals(typed.standAloneCreditNotes()),
                before.active(),
                typed.trigger(),
                typed.startDate(),
                before.retired()));
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
