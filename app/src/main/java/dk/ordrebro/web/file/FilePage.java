package dk.ordrebro.web.file;

import static dk.ordrebro.web.NotHere.orElse404;

import dk.ordrebro.access.MayHandle;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.intake.csv.Column;
import dk.ordrebro.intake.csv.CsvMapping;
import dk.ordrebro.intake.csv.CsvUpload;
import dk.ordrebro.intake.csv.CsvUploads;
import dk.ordrebro.intake.csv.CsvUploads.Proposal;
import dk.ordrebro.intake.csv.NumberStyle;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.integration.OrderIntegrationId;
import dk.ordrebro.integration.OrderIntegrations;
import dk.ordrebro.integration.OrderPlatform;
import dk.ordrebro.money.PriceMode;
import dk.ordrebro.order.LineKind;
import dk.ordrebro.web.Said;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders from a file: upload, say which column is what, look at the orders it leads to, import. */
@Controller
@RequestMapping("/settings/shops/{id}/file")
class FilePage {

    /** Kinds that article numbers can be of, beside goods. */
    static final List<LineKind> CODED = List.of(LineKind.FREIGHT, LineKind.DISCOUNT, LineKind.FEE, LineKind.GIFT_CARD);

    private static final int LONGEST_NAME = 200;

    private final OrderIntegrations shops;
    private final CsvUploads uploads;

    FilePage(OrderIntegrations shops, CsvUploads uploads) {
        this.shops = shops;
        this.uploads = uploads;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, @PathVariable OrderIntegrationId id, Model page) {
        OrderIntegration shop = find(me, id);
        page.addAttribute("shop", shop);
        page.addAttribute("uploads", uploads.latest(shop));
        page.addAttribute("megabytes", CsvUploads.MAX_BYTES >> 20);
        return "file/upload";
    }

    @PostMapping
    @MayHandle
    String upload(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @RequestParam MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        OrderIntegration shop = find(me, id);
        if (file.isEmpty()) {
            Said.bad(next, "file.empty");
            return "redirect:/settings/shops/{id}/file";
        }
        if (file.getSize() > CsvUploads.MAX_BYTES) {
            Said.bad(next, "file.too-large", CsvUploads.MAX_BYTES >> 20);
            return "redirect:/settings/shops/{id}/file";
        }
        next.addAttribute("upload", uploads.keep(shop, name(file), file.getBytes()));
        return "redirect:/settings/shops/{id}/file/{upload}";
    }

    private static String name(MultipartFile file) {
        String name = String.valueOf(file.getOriginalFilename())
                .replaceAll(".*[/\\\\]", "")
                .strip();
        String shown = name.isEmpty() ? "orders.csv" : name;
        return shown.substring(0, Math.min(shown.length(), LONGEST_NAME));
    }

    @GetMapping("/{upload}")
    String show(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @PathVariable UUID upload,
            Model page) {
        OrderIntegration shop = find(me, id);
        CsvUpload file = orElse404(uploads.find(shop, upload));
        page.addAttribute("shop", shop);
        page.addAttribute("upload", file);
        page.addAttribute("locale", LocaleContextHolder.getLocale());
        Optional<Proposal> proposal = isToBeMapped(file) ? uploads.propose(shop, upload) : Optional.empty();
        return proposal.map(found -> mapper(shop, file, found, found.mapping(), page))
                .orElse("file/import");
    }

    private static boolean isToBeMapped(CsvUpload file) {
        return file.state() == CsvUpload.State.NEW || file.state() == CsvUpload.State.FAILED;
    }

    private String mapper(OrderIntegration shop, CsvUpload file, Proposal proposal, CsvMapping mapping, Model page) {
        Set<Column> wrong = mapping.wrong();
        page.addAttribute("proposal", proposal);
        page.addAttribute("mapping", mapping);
        page.addAttribute("wrong", wrong);
        page.addAttribute("columns", Column.values());
        page.addAttribute("unusedMoney", uploads.unusedMoney(shop, file.id(), mapping));
        page.addAttribute("coded", CODED);
        page.addAttribute(
                "codes",
                CODED.stream()
                        .collect(Collectors.toMap(
                                kind -> kind,
                                kind -> mapping.codes().entrySet().stream()
                                        .filter(one -> one.getValue() == kind)
                                        .map(Map.Entry::getKey)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
        page.addAttribute("delimiters", CsvMapping.DELIMITERS);
        page.addAttribute("datePatterns", CsvMapping.DATE_PATTERNS);
        page.addAttribute("charsets", CsvMapping.CHARSETS);
        page.addAttribute("numberStyles", NumberStyle.values());
        page.addAttribute("priceModes", PriceMode.values());
        page.addAttribute(
                "check",
                wrong.isEmpty() ? uploads.check(shop, file.id(), mapping).orElse(null) : null);
        return "file/map";
    }

    /** Shows the orders again with what was chosen, or imports them. */
    @PostMapping("/{upload}")
    @MayHandle
    String choose(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @PathVariable UUID upload,
            @RequestParam Map<String, String> typed,
            Model page) {
        OrderIntegration shop = find(me, id);
        CsvUpload file = orElse404(uploads.find(shop, upload));
        Optional<Proposal> proposal =
                isToBeMapped(file) ? uploads.propose(shop, upload, charset(typed), delimiter(typed)) : Optional.empty();
        if (proposal.isEmpty()) {
            return "redirect:/settings/shops/{id}/file/{upload}";
        }
        Optional<CsvMapping> chosen = MappingForm.read(typed, proposal.get().titles());
        boolean complete = chosen.isPresent() && chosen.get().wrong().isEmpty();
        if (complete && "import".equals(typed.get("do"))) {
            uploads.start(shop, upload, chosen.get(), typed.containsKey("handle"));
            return "redirect:/settings/shops/{id}/file/{upload}";
        }
        page.addAttribute("shop", shop);
        page.addAttribute("upload", file);
        page.addAttribute("locale", LocaleContextHolder.getLocale());
        page.addAttribute("handle", typed.containsKey("handle"));
        if (chosen.isEmpty()) {
            page.addAttribute("problem", Said.of(false, "file.not-offered"));
        }
        return mapper(shop, file, proposal.get(), chosen.orElse(proposal.get().mapping()), page);
    }

    private static String charset(Map<String, String> typed) {
        String charset = typed.getOrDefault("charset", "");
        return CsvMapping.CHARSETS.contains(charset) ? charset : "UTF-8";
    }

    private static String delimiter(Map<String, String> typed) {
        String delimiter = typed.getOrDefault("delimiter", "");
        return CsvMapping.DELIMITERS.contains(delimiter) ? delimiter : ";";
    }

    /** The part of the page that changes by itself. */
    @GetMapping("/{upload}/progress")
    String progress(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable OrderIntegrationId id,
            @PathVariable UUID upload,
            Model page) {
        OrderIntegration shop = find(me, id);
        page.addAttribute("shop", shop);
        page.addAttribute("upload", orElse404(uploads.find(shop, upload)));
        page.addAttribute("locale", LocaleContextHolder.getLocale());
        return "file/import :: progress";
    }

    private OrderIntegration find(SignedIn me, OrderIntegrationId id) {
        return orElse404(shops.find(me.company(), id).filter(shop -> shop.platform() == OrderPlatform.CSV));
    }
}
