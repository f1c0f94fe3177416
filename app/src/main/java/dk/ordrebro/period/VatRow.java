package dk.ordrebro.period;

import dk.ordrebro.enrichment.treatment.VatTreatment;
import dk.ordrebro.money.VatRate;
import org.jspecify.annotations.Nullable;

/**
 * What has the same VAT.
 *
 * @param country of the place that decides the VAT
 * @param outside whether it is no supply at all: a voucher for many things, or the øre of a rounding
 */
public record VatRow(@Nullable VatTreatment treatment, String country, VatRate rate, boolean outside, Sum sum) {}
