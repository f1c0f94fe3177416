package dk.ordrebro.enrichment.template;

import dk.ordrebro.enrichment.place.Area;

/** What templates are called on documents, which are Danish whatever language the pages are read in. */
public final class Titles {

    private Titles() {}

    public static String of(TemplateKind kind, Area area) {
        return kind(kind) + " (" + area(area) + ")";
    }

    private static String kind(TemplateKind kind) {
        return switch (kind) {
            case ITEM -> "Varer";
            case FREIGHT -> "Fragt";
            case FEE -> "Gebyr";
            case GIFT_CARD -> "Gavekort";
            case ROUNDING -> "Øreafrunding";
        };
    }

    private static String area(Area area) {
        return switch (area) {
            case DOMESTIC -> "Indland";
            case EU -> "EU";
            case OUTSIDE -> "Uden for EU";
        };
    }
}
