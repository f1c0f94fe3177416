package dk.ordrebro.accounting.billy;

import dk.ordrebro.accounting.billy.RawBilly.Answer;
import java.math.BigDecimal;

/** Asks what needs approved documents, which stay in the company's books, or a mail that goes out. Only on permission. */
final class ApprovalQuestions {

    private final ContractBooks books;
    private final RawBilly raw;
    private final String mailTo;

    /** @param mailTo address of whoever tries the contract; nobody else is written to */
    ApprovalQuestions(ContractBooks books, String mailTo) {
        this.books = books;
        this.raw = books.raw;
        this.mailTo = mailTo;
    }

    Finding ask(OpenQuestion question) {
        return switch (question) {
            case DELETING_APPROVED -> deletingApproved();
            case VOIDING -> voiding();
            case LINKED_CREDIT -> linkedCredit();
            case MAIL_ANSWER -> mailAnswer();
            default -> throw new IllegalArgumentException("Bug: no approval is needed for " + question);
        };
    }

    private Finding deletingApproved() {
        String id = books.approve(books.draftId());
        Answer deleted = raw.delete("/invoices/" + id);
        Answer after = raw.get("/invoices/" + id);
        return Finding.of(
                after.status() == 200,
                "DELETE of an approved invoice gives " + deleted.error() + ", reading it afterwards " + after.error());
    }

    private Finding voiding() {
        String id = books.approve(books.draftId());
        Answer answer = raw.put("/invoices/" + id, "{'invoice':{'state':'voided'}}");
        String state = raw.get("/invoices/" + id).text("/invoice/state");
        return Finding.of(state.equals("approved"), "state=voided gives " + answer.error() + ", the state is " + state);
    }

    private Finding linkedCredit() {
        String id = books.approve(books.draftId());
        String note = creditNote(id);
        if (note.isEmpty()) {
            return new Finding.Open("no word for a credit note was accepted");
        }
        books.approve(note);
        BigDecimal invoice = balance(id);
        BigDecimal credit = balance(note);
        return Finding.of(
                invoice.signum() == 0 && credit.signum() == 0,
                "balances after a credit in full: invoice " + invoice + ", credit note " + credit);
    }

    private String creditNote(String id) {
        String credits = ",'creditedInvoiceId':'" + id + "'";
        Answer camel = books.draft(",'type':'creditNote'" + credits);
        return camel.status() == 200
                ? camel.text("/invoices/0/id")
                : books.draft(",'type':'credit_note'" + credits).text("/invoices/0/id");
    }

    private BigDecimal balance(String id) {
        return raw.get("/invoices/" + id).json().at("/invoice/balance").decimalValue();
    }

    private Finding mailAnswer() {
        String buyer = books.newContact(
                ",'contactPersons':[{'name':'" + ContractBooks.MARK + "','email':'" + mailTo + "','isPrimary':true}]");
        String person = raw.get("/contactPersons?contactId=" + buyer).text("/contactPersons/0/id");
        String id = books.approve(books.draftFor(buyer, "").text("/invoices/0/id"));
        Answer answer = raw.post("/invoices/" + id + "/emails", """
                {'email':{'contactPersonId':'%s','emailSubject':'%s','emailBody':'Prøve'}}""".formatted(person, ContractBooks.MARK));
        String state = raw.get("/invoices/" + id).text("/invoice/sentState");
        return Finding.of(
                answer.text("/invoices/0/sentState").equals("sent"),
                answer.error() + " with the keys " + answer.json().propertyNames() + "; afterwards sentState is "
                        + state);
    }
}
