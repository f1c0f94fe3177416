package dk.ordrebro.billysimulator.store;

import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.RowBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All companies of this simulator, and which key opens which. */
public final class Companies {

    private static final String FILE_PREFIX = "company-";
    private static final String FILE_SUFFIX = ".jsonl";

    private final Catalogue catalogue;
    private final Ids ids;
    private final InstantSource clock;
    private final @Nullable Path folder;
    private final Map<String, Company> byId = new ConcurrentHashMap<>();
    private final Map<String, Company> byToken = new ConcurrentHashMap<>();

    /** Opens what the folder holds; without a folder nothing outlives the process. */
    public Companies(Catalogue catalogue, Ids ids, InstantSource clock, @Nullable Path folder) {
        this.catalogue = catalogue;
        this.ids = ids;
        this.clock = clock;
        this.folder = folder;
        if (folder != null) {
            loadAll(folder);
        }
    }

    private void loadAll(Path from) {
        try {
            Files.createDirectories(from);
            try (Stream<Path> files = Files.list(from)) {
                files.filter(file -> idOf(file) != null).sorted().forEach(this::load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + from, e);
        }
    }

    private static @Nullable String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(FILE_PREFIX) && name.endsWith(FILE_SUFFIX)
                ? name.substring(FILE_PREFIX.length(), name.length() - FILE_SUFFIX.length())
                : null;
    }

    private void load(Path file) {
        String id = idOf(file);
        if (id == null) {
            return;
        }
        FileJournal journal = FileJournal.open(file);
        Company company = new Company(id, catalogue, journal, ids);
        FileJournal.replay(file, company);
        if (company.find(catalogue.organization(), id) == null) {
            journal.delete();
            return;
        }
        register(company);
    }

    private void register(Company company) {
        byId.put(company.id(), company);
        company.all(AccessKey.SCHEMA).forEach(key -> byToken.put(key.need(AccessKey.TOKEN), company));
    }

    /** Makes a company out of the rows that a founder puts into its first change. */
    public Company found(String id, Founder founder) {
        Journal journal = folder == null ? Journal.NONE : FileJournal.open(file(folder, id));
        Company company = new Company(id, catalogue, journal, ids);
        company.change(clock.instant(), change -> {
            founder.found(change);
            return true;
        });
        register(company);
        return company;
    }

    /** Puts the records of a fresh company into its first change. */
    @FunctionalInterface
    public interface Founder {
        void found(Change change);
    }

    private static Path file(Path folder, String id) {
        return folder.resolve(FILE_PREFIX + id + FILE_SUFFIX);
    }

    public String newId() {
        return ids.next();
    }

    /** Makes an access key and returns its token, which is shown this once. */
    public String newKey(Company company, String name) {
        String token = ids.token();
        company.change(clock.instant(), change -> {
            change.put(RowBuilder.of(AccessKey.SCHEMA, change.newId())
                    .set(AccessKey.NAME, name)
                    .set(AccessKey.TOKEN, token)
                    .set(AccessKey.CREATED_TIME, change.now())
                    .build());
            return true;
        });
        byToken.put(token, company);
        return token;
    }

    /** Takes a key out of use; false when the company has no such key. */
    public boolean revoke(Company company, String keyId) {
        Row key = company.read(() -> company.find(AccessKey.SCHEMA, keyId));
        if (key == null) {
            return false;
        }
        company.change(clock.instant(), change -> {
            change.delete(AccessKey.SCHEMA, keyId);
            return true;
        });
        byToken.remove(key.need(AccessKey.TOKEN));
        return true;
    }

    public Optional<Company> withToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    public Optional<Company> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In the order of their ids, so that pages do not jump about. */
    public List<Company> all() {
        List<Company> all = new ArrayList<>(byId.values());
        all.sort(Comparator.comparing(Company::id));
        return all;
    }

    public void remove(Company company) {
        byId.remove(company.id());
        byToken.values().removeIf(company::equals);
        company.journal().delete();
    }

    /** Forgets every company. */
    public void reset() {
        all().forEach(this::remove);
    }

    /** Writes every company to a folder of its own. */
    public void snapshot(Path target) {
        refuseOwnFolder(target);
        try {
            Files.createDirectories(target);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + target, e);
        }
        for (Company company : all()) {
            company.read(() -> {
                FileJournal.snapshot(company, file(target, company.id()));
                return true;
            });
        }
    }

    /** Puts what {@link #snapshot} wrote in the place of everything there is. */
    public void restore(Path source) {
        refuseOwnFolder(source);
        if (!Files.isDirectory(source)) {
            throw new IllegalArgumentException("no folder " + source);
        }
        reset();
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(path -> idOf(path) != null).sorted().toList()) {
                restoreOne(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private void refuseOwnFolder(Path other) {
        if (folder != null
                && other.toAbsolutePath()
                        .normalize()
                        .equals(folder.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("a snapshot needs a folder other than the simulator's own");
        }
    }

    private void restoreOne(Path file) throws IOException {
        String id = idOf(file);
        if (id == null) {
            return;
        }
        if (folder != null) {
            Path own = file(folder, id);
            Files.copy(file, own);
            load(own);
            return;
        }
        Company company = new Company(id, catalogue, Journal.NONE, ids);
        FileJournal.replay(file, company);
        register(company);
    }

    /** Closes the journals; every acknowledged change is in them already. */
    public void close() {
        all().forEach(company -> company.journal().close());
    }
}
