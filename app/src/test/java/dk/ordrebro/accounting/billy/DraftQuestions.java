package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.billy.RawBilly.Answer;
import dk.ordrebro.accounting.billy.answer.BillyAssumption;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** Asks what can be asked with drafts, which are removed again. */
final class DraftQuestions {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final ContractBooks books;
    private final RawBilly raw;
    private final InstantSource clock;

    DraftQuestions(ContractBooks books, InstantSource clock) {
        this.books = books;
        this.raw = books.raw;
        this.clock = clock;
    }

    Finding ask(OpenQuestion question) {
        return switch (question) {
            case CREDIT_NOTE_WORD -> creditNoteWord();
            case PUT_ANSWER -> putAnswer();
            case ORGANIZATION_ID -> organizationId();
            case NUMBERING -> numbering();
            case REPLACING_LINES -> replacingLines();
            case REJECTION -> rejection();
            case LOCKED_PERIOD -> lockedPeriod();
            case ROUNDING -> rounding();
            case EXTERNAL_ID -> externalId();
            case NO_RULESET -> noRuleset();
            case DELETING_CONTACTS -> deletingContacts();
            case LENGTHS -> lengths();
            case TIMES -> times();
            case TERMS -> terms();
            case EXEMPTION -> exemption();
            default -> throw new IllegalArgumentException("Bug: no draft answers " + question);
        };
    }

    private Finding creditNoteWord() {
        Answer camel = books.draft(",'type':'creditNote'");
        Answer snake = books.draft(",'type':'credit_note'");
        return Finding.of(
                camel.status() == 200 && camel.text("/invoices/0/type").equals("creditNote"),
                "creditNote gives " + camel.error() + camel.text("/invoices/0/type") + ", credit_note " + snake.error()
                        + snake.text("/invoices/0/type"));
    }

    private Finding putAnswer() {
        String id = books.draftId();
        Answer answer = raw.put("/invoices/" + id, "{'invoice':{'contactMessage':'" + ContractBooks.MARK + "'}}");
        return Finding.of(
                answer.text("/invoices/0/id").equals(id),
                "keys of the answer to a PUT: " + answer.json().propertyNames());
    }

    private Finding organizationId() {
        String id = books.draftId();
        Answer list = raw.get("/invoices?pageSize=1&organizationId=" + books.organization);
        Answer change = raw.put(
                "/invoices/" + id,
                "{'invoice':{'organizationId':'" + books.organization + "','contactMessage':'" + ContractBooks.MARK
                        + "'}}");
        return Finding.of(
                list.status() == 200 && change.status() == 200,
                "in a query it gives " + list.error() + ", in the body of a PUT " + change.error());
    }

    private Finding numbering() {
        String number = books.draft("").text("/invoices/0/invoiceNo");
        return Finding.of(number.isEmpty(), "a draft's number is " + (number.isEmpty() ? "null" : number));
    }

    private Finding replacingLines() {
        String id = books.draftId();
        Answer answer =
                raw.put("/invoices/" + id, "{'invoice':{'lines':[" + books.line("30") + "," + books.line("40") + "]}}");
        int lines = books.invoice(id).json().at("/invoice/lines").size();
        return Finding.of(
                answer.status() == 200 && lines == 2,
                "a PUT with two lines for one gives " + answer.error() + " and leaves " + lines);
    }

    private Finding rejection() {
        Answer answer =
                raw.post("/invoices", "{'invoice':{'entryDate':'" + books.today + "','currencyId':'DKK','lines':[]}}");
        return Finding.of(
                answer.status() == 400
                        && answer.text("/errorCode").equals("INVALID_RECORD")
                        && answer.json().path("validationErrors").isObject(),
                answer.error() + ", validationErrors " + answer.json().path("validationErrors"));
    }

    private Finding lockedPeriod() {
        if (books.lockedThrough == null) {
            return new Finding.Open("no period is locked in this company; lock one in Billy and run again");
        }
        Answer answer = books.draft(",'entryDate':'" + books.lockedThrough + "'");
        return Finding.of(answer.status() >= 400, "a draft dated on the last locked day gives " + answer.error());
    }

    private Finding rounding() {
        var seen = new StringBuilder();
        boolean ours = true;
        for (Sum sum : Sum.ALL) {
            Answer answer = books.draft(
                    ",'taxMode':'" + sum.mode() + "'",
                    sum.prices().stream().map(books::line).toArray(String[]::new));
            BigDecimal net = answer.json().at("/invoices/0/amount").decimalValue();
            BigDecimal tax = answer.json().at("/invoices/0/tax").decimalValue();
            ours &= net.compareTo(sum.net()) == 0 && tax.compareTo(sum.tax()) == 0;
            seen.append(sum.mode())
                    .append(' ')
                    .append(sum.prices())
                    .append(" gives ")
                    .append(net)
                    .append(" + ")
                    .append(tax)
                    .append("; ");
        }
        return Finding.of(ours, seen.toString().strip());
    }

    /** Lines on which the ways to round differ, and what comes out in the way we take for Billy's, at 25 %. */
    private record Sum(String mode, List<String> prices, BigDecimal net, BigDecimal tax) {

        private static final List<Sum> ALL = List.of(
                of("incl", "0.05", "0.01", "0.03", "0.03"),
                of("incl", "0.17", "0.04", "0.07", "0.07", "0.07"),
                of("excl", "0.06", "0.02", "0.02", "0.02", "0.02"),
                of("excl", "99.99", "25.00", "33.33", "33.33", "33.33"));

        private static Sum of(String mode, String net, String tax, String... prices) {
            return new Sum(mode, List.of(prices), new BigDecimal(net), new BigDecimal(tax));
        }
    }

    private Finding externalId() {
        String reference = books.newReference();
        Answer made = books.draft(",'externalId':'" + reference + "'");
        Answer found = raw.get("/invoices?externalId=" + reference.replace(":", "%3A"));
        String told = made.text("/invoices/0/externalId");
        int rows = found.json().path("invoices").size();
        return Finding.of(
                told.equals(reference) && rows == 1,
                "the draft tells " + (told.isEmpty() ? "none" : told) + ", the filter finds " + rows);
    }

    private Finding noRuleset() {
        String plain = books.newProduct("");
        String with = books.draft("").text("/invoiceLines/0/taxRateId");
        String without =
                books.draft("", "{'productId':'" + plain + "','unitPrice':80}").text("/invoiceLines/0/taxRateId");
        return Finding.of(
                with.equals(without),
                "rate without a ruleset: " + (without.isEmpty() ? "none" : without) + ", with the default one: "
                        + with);
    }

    private Finding deletingContacts() {
        String buyer = books.newContact("");
        books.draftFor(buyer, "");
        Answer deleted = raw.delete("/contacts/" + buyer);
        Answer after = raw.get("/contacts/" + buyer);
        return Finding.of(
                after.status() == 200,
                "DELETE of a contact with a draft gives " + deleted.error() + ", reading it afterwards "
                        + after.error());
    }

    private Finding lengths() {
        String text = "æ".repeat(BillyAssumption.LONGEST_TEXT);
        String name = (ContractBooks.MARK + " " + "æ".repeat(BillyAssumption.LONGEST_NAME))
                .substring(0, BillyAssumption.LONGEST_NAME);
        Answer draft = books.draft(
                ",'contactMessage':'" + text + "'",
                "{'productId':'" + books.product() + "','unitPrice':80,'description':'" + text + "'}");
        Answer contact = raw.post(
                "/contacts",
                "{'contact':{'organizationId':'" + books.organization + "','name':'" + name + "','countryId':'DK'}}");
        return Finding.of(
                draft.text("/invoices/0/contactMessage").equals(text)
                        && draft.text("/invoiceLines/0/description").equals(text)
                        && contact.text("/contacts/0/name").equals(name),
                "1000 letters in message and description give " + draft.error() + ", a name of 255 " + contact.error());
    }

    private Finding times() {
        String told = books.draft("").text("/invoices/0/createdTime");
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Duration apart = Duration.between(now, LocalDateTime.parse(told));
        return Finding.of(
                apart.abs().compareTo(CLOCKS_DIFFER) < 0, "createdTime is " + told + " when it is " + now + " UTC");
    }

    private Finding terms() {
        Answer endOfMonth = books.draft(",'paymentTermsMode':'netEndOfMonth','paymentTermsDays':7");
        Answer date = books.draft(",'paymentTermsMode':'date','dueDate':'" + books.today.plusDays(30) + "'");
        return Finding.of(
                Stream.of(endOfMonth, date).allMatch(answer -> answer.status() == 200),
                "netEndOfMonth gives " + endOfMonth.error() + ", date " + date.error());
    }

    private Finding exemption() {
        String buyer = books.newContact(",'isSalesTaxExempt':true");
        Answer draft = books.draftFor(buyer, "");
        BigDecimal tax = draft.json().at("/invoices/0/tax").decimalValue();
        return Finding.of(tax.signum() == 0, "VAT of an exempt contact's 80: " + tax);
    }
}
