package dk.ordrebro.billysimulator.books;

import dk.ordrebro.billysimulator.evidence.Behaviour;
import dk.ordrebro.billysimulator.evidence.Known;
import dk.ordrebro.billysimulator.record.Field;
import dk.ordrebro.billysimulator.record.HasMany;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import dk.ordrebro.billysimulator.refusal.Refusal;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Reading;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Invoices and credit notes: draft, approved, voided. */
final class InvoiceResource extends Resource {

    /** What may still be changed on an approved invoice. */
    private static final Set<Field<?>> STAYS_OPEN = Set.of(Invoice.SENT_STATE, Invoice.STATE, Invoice.ATTACHMENT_IDS);

    InvoiceResource() {
        super(Invoice.SCHEMA, Verb.ALL);
    }

    @Override
    protected void prepare(Change change, RowBuilder row, @Nullable Row before) {
        if (before == null) {
            prepareNew(change, row);
        } else {
            refuseForbidden(row, before, Switch.VOID_THROUGH_API.isOn(change.organization()));
        }
        if (before == null || before.is(Invoice.STATE, Invoice.DRAFT)) {
            prepareDraft(change, row, before);
        }
    }

    @Behaviour(
            value = "Type is invoice unless it is creditNote; other values are refused",
            known = Known.GUESSED,
            where = "10",
            question = 1)
    @Behaviour(
            value = "A new invoice is a draft, unsent, in the organization's tax mode",
            known = Known.DOCUMENTED,
            where = "6.1")
    @Behaviour(value = "An invoice may be created with state approved", known = Known.REPORTED, where = "7")
    @Behaviour(value = "An invoice cannot be created voided: 422", known = Known.GUESSED, where = "14", question = 8)
    private static void prepareNew(Change change, RowBuilder row) {
        CreditNotes.readType(change, row);
        row.fill(Invoice.TYPE, Invoice.INVOICE)
                .fill(Invoice.STATE, Invoice.DRAFT)
                .fill(Invoice.SENT_STATE, "unsent")
                .fill(Invoice.TAX_MODE, change.organization().get(Organization.DEFAULT_TAX_MODE))
                .set(Invoice.CREATED_TIME, change.now());
        if (Invoice.VOIDED.equals(row.get(Invoice.STATE))) {
            throw voiding();
        }
        if (row.has(Invoice.INVOICE_NO)) {
            Numbering.refuseTaken(change, row.need(Invoice.INVOICE_NO));
        } else {
            Numbering.refuseManual(change.organization());
        }
        if (Switch.NUMBER_AT_CREATION.isOn(change.organization())) {
            row.fill(Invoice.INVOICE_NO, Numbering.next(change));
        }
        if (Switch.FORGET_EXTERNAL_ID.isOn(change.organization())) {
            row.set(Invoice.EXTERNAL_ID, null);
        }
        if (row.has(Invoice.ENTRY_DATE)) {
            LockedPeriod.refuse(change, row.need(Invoice.ENTRY_DATE));
        }
    }

    private static void prepareDraft(Change change, RowBuilder row, @Nullable Row before) {
        Problems problems = new Problems(Invoice.SCHEMA.singular());
        InvoiceTerms.fillTerms(change, row, problems);
        InvoiceTerms.fillDueDate(row, problems);
        InvoiceTerms.fillCurrency(change, row, before, problems);
        problems.refuseIfAny();
        CreditNotes.check(change, row);
    }

    @Behaviour(
            value = "The only change of state through the API is draft to approved; anything else is 422",
            known = Known.DOCUMENTED,
            where = "6.1",
            question = 8)
    @Behaviour(value = "An approved invoice takes no change but sentState: 422", known = Known.GUESSED, where = "7")
    @Behaviour(value = "Approving an approved invoice again changes nothing", known = Known.GUESSED, where = "5")
    private static void refuseForbidden(RowBuilder row, Row before, boolean mayVoid) {
        String state = row.get(Invoice.STATE);
        String old = before.need(Invoice.STATE);
        if (mayVoid && old.equals(Invoice.APPROVED) && Invoice.VOIDED.equals(state)) {
            return;
        }
        if (Invoice.VOIDED.equals(state) && !old.equals(state)) {
            throw voiding();
        }
        if (old.equals(Invoice.DRAFT)) {
            return;
        }
        if (!old.equals(state)) {
            throw Refusal.rule("An approved invoice stays approved.", "En godkendt faktura forbliver godkendt.");
        }
        for (Field<?> field : Invoice.SCHEMA.fields()) {
            if (row.gave(field) && !STAYS_OPEN.contains(field) && !Objects.equals(row.get(field), before.get(field))) {
                throw approved(field.name());
            }
        }
    }

    private static Refusal voiding() {
        return Refusal.rule(
                "An invoice cannot be voided through the API.", "En faktura kan ikke annulleres gennem API'et.");
    }

    private static Refusal approved(String key) {
        return Refusal.rule(
                key + " cannot be changed on an approved invoice.", key + " kan ikke ændres på en godkendt faktura.");
    }

    @Override
    @Behaviour(
            value = "A PUT with lines replaces those of a draft; a company can be told to refuse that",
            known = Known.REPORTED,
            where = "14",
            question = 5)
    protected void replace(Change change, Row row, HasMany relation) {
        if (!row.is(Invoice.STATE, Invoice.DRAFT) && row.has(Invoice.APPROVED_TIME)) {
            throw approved(relation.name());
        }
        if (Switch.REFUSE_LINE_REPLACEMENT.isOn(change.organization())) {
            throw Refusal.rule("lines must not be set after creation.", "lines må ikke sættes efter oprettelsen.");
        }
    }

    @Override
    @Behaviour(
            value = "A draft carries no number and no ledger entries; approval makes both",
            known = Known.DOCUMENTED,
            where = "7")
    protected void settle(Change change, Row row, @Nullable Row before) {
        Row attached = AttachmentIds.attach(change, row);
        if (before != null && !before.is(Invoice.STATE, Invoice.DRAFT)) {
            if (before.is(Invoice.STATE, Invoice.APPROVED) && row.is(Invoice.STATE, Invoice.VOIDED)) {
                Voiding.undoInvoice(change, row);
            }
            return;
        }
        Row draft = InvoiceTotals.settle(change, attached);
        if (draft.is(Invoice.STATE, Invoice.APPROVED)) {
            Approval.approve(change, draft);
        }
    }

    @Override
    @Behaviour(value = "An approved invoice cannot be deleted: 422", known = Known.GUESSED, where = "14", question = 7)
    protected void forget(Change change, Row row) {
        if (row.is(Invoice.STATE, Invoice.APPROVED) && Switch.DELETE_APPROVED.isOn(change.organization())) {
            Voiding.undoInvoice(change, row);
        } else if (!row.is(Invoice.STATE, Invoice.DRAFT)) {
            throw Refusal.rule(
                    "Only a draft can be deleted; use a credit note.",
                    "Kun en kladde kan slettes; brug en kreditnota.");
        }
    }

    @Override
    @Behaviour(
            value = "downloadUrl ends in draft-invoice.pdf or invoice-no-N.pdf",
            known = Known.RECORDED,
            where = "6.1")
    public @Nullable String shown(Reading books, Row row, String key) {
        if (key.equals(Invoice.TYPE.name())) {
            return CreditNotes.shownType(books, row);
        }
        if (!key.equals(Invoice.DOWNLOAD_URL.name())) {
            return null;
        }
        String number = row.get(Invoice.INVOICE_NO);
        return "/download/" + row.id()
                + (number == null ? "/draft-invoice.pdf" : "/invoice-no-" + number.replaceAll("\\W", "-") + ".pdf");
    }
}
