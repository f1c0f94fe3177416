package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.books.Product;
import dk.ordrebro.billysimulator.books.SalesTaxRuleset;
import dk.ordrebro.billysimulator.record.Row;

/** Products with the account and the VAT that their lines get. */
final class ProductsPage {

    private ProductsPage() {}

    static void show(Html html, View view) {
        var table = view.company().table(Product.SCHEMA);
        Grid grid = new Grid(
                view.say("name"), view.say("productNo"), view.say("account"), view.say("vat"), view.say("state"));
        for (Row product : table.page((long) (view.page() - 1) * View.ROWS, View.ROWS, true)) {
            Row account = view.find(Account.SCHEMA, product.get(Product.ACCOUNT_ID));
            grid.cell(product.get(Product.NAME))
                    .cell(product.get(Product.PRODUCT_NO))
                    .cell(account == null ? "" : account.get(Account.ACCOUNT_NO) + " " + account.get(Account.NAME))
                    .cell(ruleset(view, product))
                    .cell(product.is(Product.IS_ARCHIVED) ? view.say("archived") : "")
                    .endRow();
        }
        grid.write(html, view.say("products.none"));
        Layout.paging(html, view, "products", table.size());
    }

    private static String ruleset(View view, Row product) {
        if (product.has(Product.SALES_TAX_RULESET_ID)) {
            return view.via(product, Product.SALES_TAX_RULESET_ID, SalesTaxRuleset.SCHEMA, SalesTaxRuleset.NAME);
        }
        Row organization = view.company().organization();
        return view.via(
                        organization,
                        Organization.DEFAULT_SALES_TAX_RULESET_ID,
                        SalesTaxRuleset.SCHEMA,
                        SalesTaxRuleset.NAME)
                + " (" + view.say("default") + ")";
    }
}
