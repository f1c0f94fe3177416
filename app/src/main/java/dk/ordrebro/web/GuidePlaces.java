package dk.ordrebro.web;

import java.util.List;
import java.util.regex.Pattern;

/** Where in the guide a page is told about: a name of one of its sections, behind a hash. */
final class GuidePlaces {

    private record Place(Pattern path, String section) {

        static Place of(String path, String section) {
            return new Place(Pattern.compile(path), section);
        }
    }

    /** The first that fits. */
    private static final List<Place> PLACES = List.of(
            Place.of("/settings/accounting/new", "#key"),
            Place.of("/settings/accounting/.+", "#templates"),
            Place.of("/settings/accounting", "#integration"),
            Place.of("/settings/shops/[^/]+/(connection|file|held).*", "#orders"),
            Place.of("/settings/(shops|tokens|webhooks).*", "#bind"),
            Place.of("/(orders|bookings).*", "#invoice"),
            Place.of("/(attention|proof|period|activity).*", "#day"),
            Place.of("/(signin|first-user|sign-up).*", "#before"));

    private GuidePlaces() {}

    /** Empty where the guide is best read from its beginning. */
    static String of(String path) {
        return PLACES.stream()
                .filter(place -> place.path().matcher(path).matches())
                .map(Place::section)
                .findFirst()
                .orElse("");
    }
}
