package dk.ordrebro.activity;

import dk.ordrebro.access.CompanyId;
import java.time.Instant;
import java.util.List;

/**
 * One thing that was done in a company, as the audit trail keeps it.
 *
 * @param number 1, 2, 3, … within the company, without a gap
 * @param subject what kind of thing it is about: order, booking, accounting-integration, …
 * @param subjectId which one
 * @param verb what happened to it, in the past tense; pages have a sentence for each subject and verb
 * @param facts what that sentence is filled with; amounts as "DKK 1234.50", times in ISO 8601
 */
public record Activity(
        CompanyId company,
        long number,
        Instant at,
        String who,
        String subject,
        String subjectId,
        String verb,
        List<String> facts) {

    public Activity {
        facts = List.copyOf(facts);
    }
}
