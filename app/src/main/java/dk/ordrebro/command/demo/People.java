package dk.ordrebro.command.demo;

import dk.ordrebro.order.Address;
import java.util.List;
import java.util.Random;

/** Customers of the invented shop: nobody lives at these addresses, and the numbers of the companies only have the right form. */
final class People {

    private static final List<String> FIRST = List.of(
            "Ida", "Freja", "Karla", "Signe", "Mette", "Lone", "Birthe", "Aya", "Emil", "Oskar", "Malthe", "Søren",
            "Jens", "Åge", "Yusuf", "Villads");
    private static final List<String> LAST = List.of(
            "Lund",
            "Østergård",
            "Kjærgaard",
            "Holm",
            "Bach",
            "Vestergaard",
            "Toft",
            "Munk",
            "Dahl",
            "Ravn",
            "Skov",
            "Brønd");
    private static final List<String> STREETS = List.of(
            "Lyngbakken", "Havnegade", "Åstræde", "Møllevænget", "Kildehøj", "Strandengen", "Nørretorv", "Fyrvej");
    private static final List<Address> TOWNS = List.of(
            town("2300", "København S"),
            town("2200", "København N"),
            town("3700", "Rønne"),
            town("4000", "Roskilde"),
            town("5000", "Odense C"),
            town("6700", "Esbjerg"),
            town("7400", "Herning"),
            town("8000", "Aarhus C"),
            town("8400", "Ebeltoft"),
            town("9000", "Aalborg"),
            town("0800", "Høje Taastrup"));
    private static final List<Person> DANISH_COMPANIES = List.of(
            danish("Anne Munk", "Munk & Ravn Interiør ApS", "44167212", "Havnegade 212", "8000", "Aarhus C"),
            danish("Per Toft", "Kro og Café Fyret I/S", "20684038", "Fyrvej 301", "8400", "Ebeltoft"),
            danish("Lis Skov", "Tandlægerne Nørretorv", "98542140", "Nørretorv 118", "7400", "Herning"),
            danish("Bo Dahl", "Dahl Boligudlejning A/S", "55195684", "Åstræde 140", "5000", "Odense C"));
    private static final List<Person> EU_CONSUMERS = List.of(
            Person.of("Jonas Petersen", "Deichweg 411", "24937", "Flensburg", "DE"),
            Person.of("Katrin Vogel", "Lindenufer 209", "10115", "Berlin", "DE"),
            Person.of("Elin Bergqvist", "Ljungvägen 318", "211 20", "Malmö", "SE"),
            Person.of("Nils Åkerlund", "Fyrgatan 402", "114 55", "Stockholm", "SE"),
            Person.of("Sanne de Wit", "Duinpad 377", "1012 AB", "Amsterdam", "NL"),
            Person.of("Aino Lehto", "Niittypolku 290", "00100", "Helsinki", "FI"),
            Person.of("Claire Moreau", "Rue du Phare 512", "75011", "Paris", "FR"));
    private static final List<Person> EU_COMPANIES = List.of(
            Person.of("Maren Brandt", "Deichweg 415", "24937", "Flensburg", "DE")
                    .trading("Brandt Wohnen GmbH", "DE263742566", true),
            Person.of("Karin Sjö", "Ljungvägen 330", "211 20", "Malmö", "SE")
                    .trading("Sjö & Strand Inredning AB", "SE556493742201", true),
            Person.of("Joost Vink", "Duinpad 380", "1012 AB", "Amsterdam", "NL")
                    .trading("Vink Wonen B.V.", "NL549173638B01", true),
            Person.of("Outi Salo", "Niittypolku 295", "00100", "Helsinki", "FI")
                    .trading("Salo Sisustus Oy", "FI05145057", true));
    private static final List<Person> OUTSIDE = List.of(
            Person.of("Ingrid Haugen", "Fyrveien 244", "0150", "Oslo", "NO"),
            Person.of("Knut Solberg", "Lyngbakken 381", "5003", "Bergen", "NO"),
            Person.of("Alice Marsh", "390 Lantern Row", "EH1 1AA", "Edinburgh", "GB"),
            Person.of("Ben Carver", "4410 Harbor Loop", "98101", "Seattle", "US"),
            Person.of("Urs Amann", "Seeweg 277", "8001", "Zürich", "CH"),
            Person.of("Pipaluk Lynge", "Fjeldvej 190", "3900", "Nuuk", "DK"),
            Person.of("Malik Berthelsen", "Havnevej 205", "3911", "Sisimiut", "DK"),
            Person.of("Bárður Joensen", "Bryggjubakki 233", "FO-100", "Tórshavn", "DK"));

    private People() {}

    static Person dane(Random random) {
        Address town = TOWNS.get(random.nextInt(TOWNS.size()));
        String name = FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
        String street = STREETS.get(random.nextInt(STREETS.size())) + " " + (101 + random.nextInt(380));
        return Person.of(name, street, town.postcode(), town.city(), "DK");
    }

    static Person danishCompany(Random random) {
        return any(DANISH_COMPANIES, random);
    }

    static Person euConsumer(Random random) {
        return any(EU_CONSUMERS, random);
    }

    static Person german() {
        return EU_CONSUMERS.getFirst();
    }

    static Person euCompany(Random random) {
        return any(EU_COMPANIES, random);
    }

    static Person outside(Random random) {
        return any(OUTSIDE, random);
    }

    static Person norwegian() {
        return OUTSIDE.getFirst();
    }

    private static Person any(List<Person> people, Random random) {
        return people.get(random.nextInt(people.size()));
    }

    private static Address town(String postcode, String city) {
        return new Address("", "", postcode, city, "DK");
    }

    private static Person danish(String name, String company, String cvr, String street, String postcode, String city) {
        return Person.of(name, street, postcode, city, "DK").trading(company, cvr, false);
    }
}
