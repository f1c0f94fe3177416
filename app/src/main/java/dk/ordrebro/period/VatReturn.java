package dk.ordrebro.period;

import dk.ordrebro.enrichment.treatment.VatTreatment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What the sales of a period give to the Danish VAT return (momsangivelse), in whole kroner. What was bought is not in it, nor sales from elsewhere.
 * Boxes and whole kroner: Skattestyrelsen's description of the file of the return (info.skat.dk, oid 1878548); which sale belongs in which box:
 * {@code docs/reference/vat.md} 2.
 *
 * @param outputVat salgsmoms
 * @param boxBGoods rubrik B, goods: sold to businesses in other EU countries without VAT, told customer by customer in the list of EU sales too
 * @param boxC rubrik C: all else that is sold without VAT, exports above all
 * @param unsure what no treatment is known for, with VAT; has to be placed by hand
 */
public record VatReturn(BigDecimal outputVat, BigDecimal boxBGoods, BigDecimal boxC, BigDecimal unsure) {

    public static VatReturn of(List<VatRow> rows) {
        BigDecimal vat = BigDecimal.ZERO;
        BigDecimal business = BigDecimal.ZERO;
        BigDecimal without = BigDecimal.ZERO;
        BigDecimal unsure = BigDecimal.ZERO;
        for (VatRow row : rows) {
            if (row.outside()) {
                continue;
            }
            VatTreatment treatment = row.treatment();
            if (treatment == null) {
                unsure = unsure.add(row.sum().gross());
                continue;
            }
            switch (treatment) {
                case DOMESTIC, EU_CONSUMER_DANISH_VAT -> {
                    vat = vat.add(row.sum().vat());
                    if (row.rate().isZero()) {
                        without = without.add(row.sum().net());
                    }
                }
                case EU_BUSINESS_ZERO -> business = business.add(row.sum().net());
                case EXPORT_ZERO -> without = without.add(row.sum().net());
                case EU_CONSUMER_OSS -> {
                    // told in the OSS return alone
                }
            }
        }
        return new VatReturn(whole(vat), whole(business), whole(without), unsure);
    }

    private static BigDecimal whole(BigDecimal kroner) {
        return kroner.setScale(0, RoundingMode.HALF_UP);
    }
}
