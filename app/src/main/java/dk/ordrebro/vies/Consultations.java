package dk.ordrebro.vies;

import dk.ordrebro.access.CompanyId;
import java.util.Optional;

/** Asks the register of VAT numbers, and keeps every question with its outcome. */
public interface Consultations {

    /** Whether looking up is switched on in this installation. */
    boolean isOn();

    /**
     * Asks the register. What it said of the same number since midnight in Copenhagen is given again without asking.
     *
     * @param requester the company's own number; with it the register gives a number that proves the question
     * @param who for the record
     */
    Consultation ask(CompanyId company, VatNumber number, Optional<VatNumber> requester, String who);

    /** The latest question about a number that was answered with yes or no. */
    Optional<Consultation> latest(CompanyId company, VatNumber number);
}
