package dk.ordrebro.command.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** What the invented shop sells. */
final class Goods {

    private static final List<Article> ALL = List.of(
            article("LYS-101", "Bordlampe Skumring, røget glas", "549.00"),
            article("LYS-102", "Pendel Morgenlys, 30 cm", "899.00"),
            article("LYS-110", "LED-pære E27, varm hvid", "39.95"),
            article("LYS-121", "Bloklys af rapsvoks, 12 cm", "64.50"),
            article("LYS-122", "Kronelys, 8 stk., råhvid", "44.95"),
            article("KER-201", "Krus Vadehav, 30 cl", "129.00"),
            article("KER-202", "Tallerken Vadehav, 22 cm", "149.00"),
            article("KER-203", "Skål Klit, lille", "99.00"),
            article("KER-210", "Vase Hyld, høj", "379.00"),
            article("KER-221", "Æggebæger, 2 stk.", "79.95"),
            article("TEX-301", "Plaid af lammeuld, grå", "599.00"),
            article("TEX-302", "Pude Lyng med fyld, 50 x 50 cm", "279.00"),
            article("TEX-303", "Viskestykke af hør, 2 stk.", "119.00"),
            article("TEX-311", "Sengesæt Dis, 140 x 220 cm", "499.00"),
            article("TEX-320", "Badehåndklæde, økologisk bomuld", "169.95"),
            article("KØK-401", "Skærebræt af eg", "249.00"),
            article("KØK-402", "Smørkniv, bøg", "33.33"),
            article("KØK-403", "Peberkværn, valnød", "329.00"),
            article("KØK-411", "Kaffetragt af porcelæn", "189.00"),
            article("KØK-412", "Kaffefiltre, 100 stk.", "24.75"),
            article("KØK-420", "Honning fra Mols, 450 g", "72.50"),
            article("KØK-421", "Havsalt, groft, 200 g", "37.50"),
            article("HJM-501", "Opbevaringskurv af søgræs", "229.00"),
            article("HJM-502", "Knagerække med fem knager", "349.00"),
            article("HJM-503", "Spejl, rundt, 40 cm", "459.00"),
            article("HJM-511", "Kort og kuvert, prægede skibe", "18.95"),
            article("HJM-512", "Gavepapir, 5 meter", "49.00"),
            article("HJM-513", "Servietter, 20 stk.", "27.50"),
            article("BØR-601", "Træbåd med sejl", "139.00"),
            article("BØR-602", "Puslespil Danske dyr, 48 brikker", "119.95"));

    private Goods() {}

    /**
     * Something for sale.
     *
     * @param kroner list price, Danish VAT included
     */
    record Article(String sku, String title, BigDecimal kroner) {}

    static Article any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    private static Article article(String sku, String title, String kroner) {
        return new Article(sku, title, new BigDecimal(kroner));
    }
}
