package dk.ordrebro.simulation;

import dk.ordrebro.accounting.AccountingSystem;
import dk.ordrebro.accounting.ChartOfAccounts;
import dk.ordrebro.accounting.Invoice;
import dk.ordrebro.accounting.InvoiceDraft;
import dk.ordrebro.accounting.InvoiceId;
import dk.ordrebro.accounting.Lookup;
import dk.ordrebro.accounting.Outcome;
import dk.ordrebro.accounting.Reference;
import dk.ordrebro.accounting.Removal;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The real adapter in bad weather: each call meets what the seed has for it, in the simulated Billy or as a crash before or after the call. */
final class StormySystem implements AccountingSystem {

    private final AccountingSystem real;
    private final Stage stage;

    StormySystem(AccountingSystem real, Stage stage) {
        this.real = real;
        this.stage = stage;
    }

    private <T> T calling(String verb, String what, Supplier<T> call) {
        Weather.Trouble trouble = stage.weather().meets(verb, what);
        return switch (trouble) {
            case null -> call.get();
            case Weather.Trouble.CrashBefore _ -> {
                stage.tell("    the worker dies before it can " + verb + " " + what);
                throw new Crash("before " + verb + " " + what);
            }
            case Weather.Trouble.CrashAfter _ -> {
                T done = call.get();
                stage.tell("    the worker dies after " + verb + " " + what + ": "
                        + done.getClass().getSimpleName());
                throw new Crash("after " + verb + " " + what);
            }
            case Weather.Trouble.InBilly(String route, var effect) -> {
                stage.tell("    " + verb + " " + what + " meets " + effect);
                yield stage.billyMeets(route, effect, call);
            }
        };
    }

    @Override
    public ChartOfAccounts chart() {
        return real.chart();
    }

    @Override
    public ChartOfAccounts refreshChart() {
        return calling("chart", "", real::refreshChart);
    }

    @Override
    public Outcome create(InvoiceDraft draft) {
        return calling("create", draft.reference().value(), () -> real.create(draft));
    }

    @Override
    public Outcome approve(InvoiceId id) {
        return calling("approve", stage.nameOf(id), () -> real.approve(id));
    }

    @Override
    public Removal delete(InvoiceId draft) {
        return calling("delete", stage.nameOf(draft), () -> real.delete(draft));
    }

    @Override
    public Lookup read(InvoiceId id) {
        return calling("read", stage.nameOf(id), () -> real.read(id));
    }

    @Override
    public Lookup find(Reference reference) {
        return calling("find", reference.value(), () -> real.find(reference));
    }

    @Override
    public Lookup find(InvoiceDraft draft) {
        return calling("find", draft.reference().value(), () -> real.find(draft));
    }

    @Override
    public void invoices(LocalDate from, LocalDate through, Consumer<Invoice> each) {
        calling("list", "", () -> {
            real.invoices(from, through, each);
            return true;
        });
    }

    @Override
    public Optional<URI> page(InvoiceId id) {
        return real.page(id);
    }

    @Override
    public long calls() {
        return real.calls();
    }
}
