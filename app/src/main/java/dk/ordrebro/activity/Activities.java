package dk.ordrebro.activity;

import dk.ordrebro.access.CompanyId;
import java.util.List;
import java.util.OptionalLong;

/** The audit trail, to look at and to check. Writing it is the module's own affair: it listens. */
public interface Activities {

    /**
     * Newest first.
     *
     * @param before show what comes after the entry of this number in the list; empty for the first page
     */
    default List<Activity> page(CompanyId company, OptionalLong before, int size) {
        return page(company, ActivityFilter.ALL, before, size);
    }

    /**
     * Newest first, of what a filter leaves.
     *
     * @param before show what comes after the entry of this number in the list; empty for the first page
     */
    List<Activity> page(CompanyId company, ActivityFilter filter, OptionalLong before, int size);

    /** What was done to one thing, newest first, at most {@code size}. */
    List<Activity> about(CompanyId company, String subject, String subjectId, int size);

    /** Computes every hash anew, from the first entry to the last. */
    Verification verify(CompanyId company);

    /** What a check of the chain found. */
    sealed interface Verification {

        /** Nothing was changed, taken out or put in. */
        record Intact(long entries) implements Verification {}

        /**
         * The chain is not what was written.
         *
         * @param number the first entry that was changed or is missing
         */
        record Broken(long number) implements Verification {}
    }
}
