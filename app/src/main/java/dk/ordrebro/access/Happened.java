package dk.ordrebro.access;

import java.util.List;

/**
 * Something worth telling in the audit trail was done by a module the trail does not know. Published inside the transaction that stores it;
 * it lives here so that every module can speak it.
 *
 * @param who a user, or {@link Who#ORDREBRO}
 * @param subject what kind of thing it is about, stable and lower-case, such as "proof"; pages have a sentence for each subject and verb
 * @param id which one
 * @param verb what happened, in the past tense
 * @param facts what the sentence is filled with; never a secret
 */
public record Happened(CompanyId company, String who, String subject, String id, String verb, List<String> facts) {

    public Happened {
        facts = List.copyOf(facts);
    }
}
