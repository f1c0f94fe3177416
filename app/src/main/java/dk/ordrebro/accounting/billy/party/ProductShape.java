package dk.ordrebro.accounting.billy.party;

import dk.ordrebro.accounting.Account;
import dk.ordrebro.accounting.LineAccount;
import dk.ordrebro.accounting.RulesetId;
import dk.ordrebro.accounting.billy.answer.BillyAnswer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import dk.ordrebro.accounting.billy.answer.BillyJson;
import dk.ordrebro.accounting.billy.answer.BillyProduct;
import dk.ordrebro.accounting.billy.answer.Text;
import dk.ordrebro.accounting.billy.ledger.Ledger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a product looks like in Billy, and which line it stands for. */
final class ProductShape {

    private ProductShape() {}

    /** As Billy would give it back: texts cleaned and cut, and never without a name. */
    static LineAccount normal(LineAccount line) {
        String sku = Text.line(line.sku(), BillyAssumption.LONGEST_NAME);
        String title = Text.line(line.title(), BillyAssumption.LONGEST_NAME);
        String name = !title.isEmpty() ? title : !sku.isEmpty() ? sku : "Konto " + line.account();
        return new LineAccount(name, sku, line.account(), line.ruleset());
    }

    static LineAccount withoutSku(LineAccount line) {
        return new LineAccount(line.title(), "", line.account(), line.ruleset());
    }

    /** @param number what to put in {@code productNo}; empty for none */
    static ObjectNode body(LineAccount line, Account account, String organization, String number) {
        ObjectNode product = BillyJson.object()
                .put("organizationId", organization)
                .put("name", line.title())
                .put("accountId", account.id())
                .put("salesTaxRulesetId", line.ruleset().value());
        return number.isEmpty() ? product : product.put("productNo", number);
    }

    /** The line a product stands for; empty when it can stand for none, since it is archived or does not say what it books. */
    static Optional<LineAccount> line(BillyProduct product, Ledger ledger) {
        String name = product.name();
        String rulesetId = product.salesTaxRulesetId();
        if (Boolean.TRUE.equals(product.isArchived()) || name == null || rulesetId == null) {
            return Optional.empty();
        }
        RulesetId ruleset = new RulesetId(rulesetId);
        String number = product.productNo() == null ? "" : product.productNo();
        return ledger.chart().accounts().stream()
                .filter(account -> account.id().equals(product.accountId()))
                .findFirst()
                .map(account -> normal(new LineAccount(name, number, account.number(), ruleset)));
    }

    /** Whether it books what the line wants, whatever it is called by now. */
    static boolean isStill(LineAccount line, @Nullable BillyProduct product, Ledger ledger) {
        return product != null
                && line(product, ledger)
                        .filter(now -> now.account().equals(line.account())
                                && now.ruleset().equals(line.ruleset()))
                        .isPresent();
    }

    /** The id of the product just made. */
    static String idOf(BillyAnswer answer) {
        BillyProduct made = answer.products() == null || answer.products().isEmpty()
                ? answer.product()
                : answer.products().getFirst();
        if (made == null || made.id() == null) {
            throw BillyAnswer.odd("a product was made, and its id was not told");
        }
        return made.id();
    }
}
