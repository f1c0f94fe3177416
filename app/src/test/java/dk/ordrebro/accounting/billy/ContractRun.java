package dk.ordrebro.accounting.billy;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Asks the open questions of one Billy company, as far as it may, and tells what came of it. */
final class ContractRun {

    /** What a company may be asked; drafts always, since they are removed again. */
    record Permissions(boolean mayApprove, String mailTo) {

        static final Permissions DRAFTS_ONLY = new Permissions(false, "");

        boolean allow(OpenQuestion.Needs needs) {
            return switch (needs) {
                case READING, DRAFTS -> true;
                case APPROVAL -> mayApprove;
                case MAIL -> mayApprove && !mailTo.isEmpty();
            };
        }

        /** Why not. */
        static String missing(OpenQuestion.Needs needs) {
            return needs == OpenQuestion.Needs.MAIL
                    ? "not asked: needs ORDREBRO_BILLY_MAY_APPROVE=yes and your address in ORDREBRO_BILLY_MAIL_TO"
                    : "not asked: needs ORDREBRO_BILLY_MAY_APPROVE=yes";
        }
    }

    private final Permissions permissions;
    private final ContractBooks books;
    private final ReadingQuestions reading;
    private final DraftQuestions drafts;
    private final ApprovalQuestions approvals;
    private final Map<OpenQuestion, Finding> findings = new EnumMap<>(OpenQuestion.class);

    ContractRun(ContractBooks books, Permissions permissions) {
        this.permissions = permissions;
        this.books = books;
        this.reading = new ReadingQuestions(books.raw);
        this.drafts = new DraftQuestions(books, InstantSource.system());
        this.approvals = new ApprovalQuestions(books, permissions.mailTo());
    }

    Finding ask(OpenQuestion question) {
        Finding finding = permissions.allow(question.needs())
                ? asked(question)
                : new Finding.Open(Permissions.missing(question.needs()));
        findings.put(question, finding);
        return finding;
    }

    private Finding asked(OpenQuestion question) {
        return switch (question.needs()) {
            case READING -> reading.ask(question);
            case DRAFTS -> drafts.ask(question);
            case APPROVAL, MAIL -> approvals.ask(question);
        };
    }

    Map<OpenQuestion, Finding> askAll() {
        for (OpenQuestion question : OpenQuestion.values()) {
            ask(question);
        }
        // whether calls are limited shows itself only while others are asked
        ask(OpenQuestion.RATE_LIMIT);
        return Map.copyOf(findings);
    }

    void tidy() {
        books.tidy();
    }

    /** One block each for what is as we take it, what is not, and what this run did not settle. */
    String report() {
        var asTaken = new StringBuilder();
        var otherwise = new StringBuilder();
        var open = new StringBuilder();
        int settled = 0;
        for (OpenQuestion question : OpenQuestion.values()) {
            Finding finding = findings.getOrDefault(question, new Finding.Open("not asked"));
            StringBuilder block = switch (finding) {
                case Finding.AsTaken _ -> asTaken;
                case Finding.Otherwise _ -> otherwise;
                case Finding.Open _ -> open;
            };
            settled += finding instanceof Finding.Open ? 0 : 1;
            block.append("  ")
                    .append(question)
                    .append("\n      ")
                    .append(finding.detail())
                    .append('\n');
        }
        return "Section 14: %d of %d questions settled.\nAs we take it:\n%sOTHERWISE (correct BillyAssumption and the simulator):\n%sNot settled:\n%s"
                .formatted(settled, OpenQuestion.values().length, or(asTaken), or(otherwise), or(open));
    }

    private static String or(StringBuilder block) {
        return block.isEmpty() ? "  none\n" : block.toString();
    }
}
