package dk.ordrebro.web.settings;

import dk.ordrebro.access.Ids;
import dk.ordrebro.access.MayChangeSettings;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.intake.OrderSources;
import dk.ordrebro.integration.AccountingIntegration;
import dk.ordrebro.integration.AccountingIntegrations;
import dk.ordrebro.integration.ContactMode;
import dk.ordrebro.integration.FreightRule;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.integration.ProductMode;
import dk.ordrebro.web.Said;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Indstillinger → Integration → Ordre: the list, and making a new one. */
@Controller
@RequestMapping("/settings/shops")
class ShopsPage {

    /** The ways in that need no connection. */
    private static final List<OrderPlatform> BROUGHT = List.of(OrderPlatform.PUSH, OrderPlatform.CSV);

    private final OrderIntegrations shops;
    private final AccountingIntegrations accountings;
    private final OrderSources sources;
    private final Ids ids;

    ShopsPage(OrderIntegrations shops, AccountingIntegrations accountings, OrderSources sources, Ids ids) {
        this.shops = shops;
        this.accountings = accountings;
        this.sources = sources;
        this.ids = ids;
    }

    private List<OrderPlatform> offered() {
        return Stream.concat(sources.platforms().stream(), BROUGHT.stream())
                .distinct()
                .toList();
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model page) {
        page.addAttribute("shops", shops.all(me.company()));
        page.addAttribute(
                "accountings",
                accountings.all(me.company()).stream()
                        .collect(Collectors.toMap(AccountingIntegration::id, AccountingIntegration::name)));
        return "settings/shops";
    }

    @GetMapping("/new")
    @MayChangeSettings
    String ask(Model page) {
        return form(ShopForm.empty(), page);
    }

    private String form(ShopForm form, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("platforms", offered());
        return "settings/shop-new";
    }

    @PostMapping("/new")
    @MayChangeSettings
    String create(
            @AuthenticationPrincipal SignedIn me,
            @ModelAttribute("form") ShopForm form,
            Model page,
            RedirectAttributes next) {
        if (!form.isComplete() || !offered().contains(form.platform())) {
            page.addAttribute("problem", Said.of(false, "shop.incomplete"));
            return form(form, page);
        }
        if (shops.named(me.company(), form.shopKey()).isPresent()) {
            page.addAttribute("problem", Said.of(false, "shop.key-taken", form.shopKey()));
            return form(form, page);
        }
        OrderIntegration made = integration(me, form);
        shops.save(made);
        boolean fetched = sources.of(made.platform()).isPresent();
        Said.good(next, fetched ? "connection.created" : "shop.created", made.name());
        return "redirect:/settings/shops/" + made.id() + (fetched ? "/connection" : "/bookkeeping");
    }

    private OrderIntegration integration(SignedIn me, ShopForm form) {
        return new OrderIntegration(
                me.company(),
                new OrderIntegrationId(ids.next()),
                form.name().strip(),
                form.platform(),
                form.shopKey(),
                null,
                FreightRule.FIRST,
                ContactMode.PER_CUSTOMER,
                ProductMode.PER_TEMPLATE,
                false,
                form.active());
    }
}
