package dk.ordrebro.billysimulator.admin;

import dk.ordrebro.billysimulator.api.Effects;
import dk.ordrebro.billysimulator.books.Account;
import dk.ordrebro.billysimulator.books.Founding;
import dk.ordrebro.billysimulator.books.NewCompany;
import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.books.SentEmail;
import dk.ordrebro.billysimulator.books.VatRounding;
import dk.ordrebro.billysimulator.books.Voiding;
import dk.ordrebro.billysimulator.fault.Faults;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.Catalogue;
import dk.ordrebro.billysimulator.store.Change;
import dk.ordrebro.billysimulator.store.Companies;
import dk.ordrebro.billysimulator.store.Company;
import dk.ordrebro.billysimulator.store.SnapshotFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything a test or an operator can do behind Billy's back. The same through HTTP: {@link AdminDoor}. */
public final class Admin {

    private final Companies companies;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final Faults faults;
    private final RequestLog log = new RequestLog();
    private final Map<String, Counters> counters = new ConcurrentHashMap<>();

    public Admin(Companies companies, Catalogue catalogue, InstantSource clock, Faults faults) {
        this.companies = companies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.faults = faults;
    }

    /** Makes a company and its first access key. */
    public CompanyKeys createCompany(NewCompany wanted) {
        String id = found(wanted);
        return new CompanyKeys(id, createKey(id, "Ordrebro"));
    }

    /** Makes a company that nobody has a key to yet, and returns its id. */
    public String found(NewCompany wanted) {
        String id = companies.newId();
        return companies.found(id, change -> Founding.found(change, id, wanted)).id();
    }

    public void deleteCompany(String organizationId) {
        companies.remove(company(organizationId));
        counters.remove(organizationId);
    }

    /** Makes a further access key and returns its token. */
    public String createKey(String organizationId, String name) {
        return companies.newKey(company(organizationId), name);
    }

    /** Takes an access key out of use by its id; false when there is none. */
    public boolean revokeKey(String organizationId, String keyId) {
        return companies.revoke(company(organizationId), keyId);
    }

    public List<Company> companies() {
        return companies.all();
    }

    /** Throws {@link NoSuchElementException} when there is none. */
    public Company company(String organizationId) {
        return companies
                .withId(organizationId)
                .orElseThrow(() -> new NoSuchElementException("no company " + organizationId));
    }

    /** Locks the books up to and including a day, or unlocks them. */
    public void lockPeriod(String organizationId, @Nullable LocalDate lastLockedDay) {
        change(
                organizationId,
                Organization.SCHEMA,
                organizationId,
                row -> row.change()
                        .set(Organization.FISCAL_LOCKING_DATE, lastLockedDay)
                        .build());
    }

    /** Turns the numbering of invoices to {@code sequential} or {@code manual}. */
    public void numberInvoices(String organizationId, String mode) {
        change(
                organizationId,
                Organization.SCHEMA,
                organizationId,
                row -> row.change().set(Organization.INVOICE_NO_MODE, mode).build());
    }

    /** Has VAT rounded another way from now on; what is approved stays as it is. */
    public void roundVat(String organizationId, VatRounding rounding) {
        change(organizationId, Organization.SCHEMA, organizationId, rounding::switchedOn);
    }

    /** Archives the account with this number, or brings it back. */
    public void archiveAccount(String organizationId, int accountNo, boolean archived) {
        Company company = company(organizationId);
        Row account = company.read(() -> company.all(Account.SCHEMA)).stream()
                .filter(row -> Integer.valueOf(accountNo).equals(row.get(Account.ACCOUNT_NO)))
                .findAny()
                .orElseThrow(() -> new NoSuchElementException("no account " + accountNo));
        change(
                organizationId,
                Account.SCHEMA,
                account.id(),
                row -> row.change().set(Account.IS_ARCHIVED, archived).build());
    }

    /** Voids an approved invoice, which the API refuses to do. */
    public void voidInvoice(String organizationId, String invoiceId) {
        company(organizationId).change(clock.instant(), change -> {
            Voiding.voidInvoice(change, invoiceId);
            return true;
        });
    }

    /** The e-mails that were sent, oldest first. */
    public List<OutboxEmail> outbox(String organizationId) {
        Company company = company(organizationId);
        return company.read(() -> company.all(SentEmail.SCHEMA)).stream()
                .map(OutboxEmail::of)
                .toList();
    }

    /** Deletes a record whatever still points to it. */
    public void deleteRecord(String organizationId, String plural, String id) {
        Schema schema = catalogue.plural(plural);
        if (schema == null) {
            throw new NoSuchElementException("no resource " + plural);
        }
        company(organizationId).change(clock.instant(), change -> {
            change.delete(schema, id);
            return true;
        });
    }

    private void change(String organizationId, Schema schema, String id, UnaryOperator<Row> edit) {
        company(organizationId).change(clock.instant(), (Change change) -> {
            Row row = change.find(schema, id);
            if (row == null) {
                throw new NoSuchElementException("no " + schema.singular() + " " + id);
            }
            change.put(edit.apply(row));
            return true;
        });
    }

    public Faults faults() {
        return faults;
    }

    public RequestLog log() {
        return log;
    }

    public Counters.Counts counters(String organizationId) {
        return countersOf(organizationId).counts();
    }

    private Counters countersOf(String organizationId) {
        return counters.computeIfAbsent(organizationId, any -> new Counters());
    }

    /** Counts a call; calls without a valid key are not any company's. */
    public void count(@Nullable String organizationId, String route, String outcome, Effects effects) {
        if (organizationId != null) {
            countersOf(organizationId).count(route, outcome, effects);
        }
    }

    /** Forgets log and counters, and keeps the companies. */
    public void resetCounters() {
        log.clear();
        counters.clear();
    }

    /** Forgets everything. */
    public void reset() {
        companies.reset();
        faults.clear();
        resetCounters();
    }

    /** Writes everything to a folder, a file for each company, readable and comparable. */
    public void snapshot(Path folder) {
        companies.snapshot(folder);
    }

    /** Puts what {@link #snapshot} wrote in the place of everything there is. */
    public void restore(Path folder) {
        companies.restore(folder);
    }

    /** Writes everything to one file. */
    public void snapshotToFile(Path file) {
        SnapshotFile.write(file, companies::snapshot);
    }

    /** Puts what {@link #snapshotToFile} wrote in the place of everything there is. */
    public void restoreFromFile(Path file) {
        SnapshotFile.read(file, companies::restore);
    }
}
