package dk.ordrebro.command.demo;

/**
 * What may be chosen about a demo company.
 *
 * @param approve whether checked drafts are approved as well ("Bogfør automatisk")
 * @param standAloneCreditNotes whether a cancellation of an unknown order becomes a credit note of its own
 */
public record DemoWishes(boolean approve, boolean standAloneCreditNotes) {}
