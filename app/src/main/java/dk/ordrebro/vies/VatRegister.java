package dk.ordrebro.vies;

import java.util.Optional;

/** The register of VAT numbers of the whole EU, as the rest of the house sees it. */
interface VatRegister {

    /**
     * Asks now. It never throws for what the outside does: not reached, busy, half an answer and what we cannot read are all
     * {@link Reply.NotTold}, and never a no.
     *
     * @param requester our own number; with it the register gives a number that proves the question
     */
    Reply ask(VatNumber number, Optional<VatNumber> requester);
}
