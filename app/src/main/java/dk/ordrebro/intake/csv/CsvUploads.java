package dk.ordrebro.intake.csv;

import dk.ordrebro.access.Ids;
import dk.ordrebro.integration.OrderIntegration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of orders from the page: uploaded, looked at, then imported in the background. */
public class CsvUploads implements AutoCloseable {

    /** Largest file, in bytes. */
    public static final int MAX_BYTES = 25 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(CsvUploads.class);

    private final JdbcUploads uploads;
    private final CsvImport imports;
    private final ExecutorService background;
    private final Ids ids;
    private final InstantSource clock;

    CsvUploads(JdbcUploads uploads, CsvImport imports, ExecutorService background, Ids ids, InstantSource clock) {
        this.clock = clock;
        this.uploads = uploads;
        this.imports = imports;
        this.background = background;
        this.ids = ids;
    }

    /**
     * What a file looks like, and how it would be read.
     *
     * @param remembered whether the mapping is that of the shop's last file
     * @param example the first row
     * @param added columns the shop's last file did not have
     * @param unusedMoney columns that look like money and are used for nothing
     */
    public record Proposal(
            List<String> titles,
            List<String> example,
            CsvMapping mapping,
            boolean remembered,
            List<String> added,
            List<String> unusedMoney) {

        static Proposal of(CsvGuess guess, CsvMapping mapping, boolean remembered) {
            return new Proposal(
                    guess.titles(),
                    guess.samples().isEmpty() ? List.of() : guess.samples().getFirst(),
                    mapping,
                    remembered,
                    List.of(),
                    guess.unusedMoney(mapping));
        }

        /** With what the shop's last file did not have: a column that is new is proposed for what it looks like. */
        static Proposal of(CsvGuess guess, CsvMapping last) {
            List<String> added = last.seen().isEmpty()
                    ? List.of()
                    : guess.titles().stream()
                            .filter(title -> !last.seen().contains(title))
                            .toList();
            Map<Column, String> more = guess.mapping().columns().entrySet().stream()
                    .filter(one -> added.contains(one.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            CsvMapping both = last.with(more, guess.mapping().codes());
            return new Proposal(
                    guess.titles(),
                    guess.samples().isEmpty() ? List.of() : guess.samples().getFirst(),
                    both,
                    true,
                    added,
                    guess.unusedMoney(both));
        }
    }

    /** Keeps a file that is not larger than {@link #MAX_BYTES}. */
    public UUID keep(OrderIntegration shop, String name, byte[] content) {
        UUID id = ids.next();
        uploads.insert(shop, id, name, content);
        return id;
    }

    public Optional<CsvUpload> find(OrderIntegration shop, UUID id) {
        return uploads.find(shop, id);
    }

    /** The last ones, newest first. */
    public List<CsvUpload> latest(OrderIntegration shop) {
        return uploads.latest(shop);
    }

    /** Empty when the file is not there (any more). */
    public Optional<Proposal> propose(OrderIntegration shop, UUID id) {
        return uploads.content(shop, id).map(content -> {
            CsvGuess guess = CsvGuess.of(content);
            boolean utf8 = CsvGuess.isPlainlyUtf8(content);
            return uploads.mapping(shop)
                    // the last file may have been in another character set; this one says plainly what it is in
                    .map(last -> utf8 ? last.in("UTF-8") : last)
                    .flatMap(last -> {
                        CsvGuess again = CsvGuess.of(content, last.charset(), last.delimiter());
                        return again.fitting(last).map(fits -> Proposal.of(again, fits));
                    })
                    .orElseGet(() -> Proposal.of(guess, guess.mapping(), false));
        });
    }

    /** The file as it would be read with a character set and a delimiter that a person chose. */
    public Optional<Proposal> propose(OrderIntegration shop, UUID id, String charset, String delimiter) {
        return uploads.content(shop, id).map(content -> {
            CsvGuess guess = CsvGuess.of(content, charset, delimiter);
            return Proposal.of(guess, guess.mapping(), false);
        });
    }

    /** Columns of the file that look like money and that a mapping uses for nothing. */
    public List<String> unusedMoney(OrderIntegration shop, UUID id, CsvMapping mapping) {
        return uploads.content(shop, id)
                .map(content -> CsvGuess.of(content, mapping.charset(), mapping.delimiter())
                        .unusedMoney(mapping))
                .orElse(List.of());
    }

    /** What the file would become. Empty when it is not there (any more). */
    public Optional<CsvCheck> check(OrderIntegration shop, UUID id, CsvMapping mapping) {
        return uploads.content(shop, id).map(content -> {
            try {
                return withFile(content, file -> Checking.check(shop, file, layout(mapping), clock.instant()));
            } catch (IOException e) {
                throw new UncheckedIOException("The upload " + id + " could not be looked at", e);
            }
        });
    }

    /** An order of the year after next is a slip. */
    private CsvLayout layout(CsvMapping mapping) {
        int year = clock.instant().atZone(mapping.layout().zone()).getYear();
        return mapping.layout().but().lastYear(year + 1).build();
    }

    private interface Use<T> {
        T of(Path file) throws IOException;
    }

    private static <T> T withFile(byte[] content, Use<T> use) throws IOException {
        Path file = Files.createTempFile("ordrebro-", ".csv");
        try {
            Files.write(file, content);
            return use.of(file);
        } finally {
            Files.delete(file);
        }
    }

    /**
     * Begins the import and remembers how the file was read. Asking while it runs changes nothing.
     *
     * @param handle whether the orders are handled as well, and so booked
     */
    public void start(OrderIntegration shop, UUID id, CsvMapping mapping, boolean handle) {
        if (uploads.begin(shop, id)) {
            uploads.remember(shop, mapping);
            background.execute(() -> run(shop, id, mapping, handle));
        }
    }

    private void run(OrderIntegration shop, UUID id, CsvMapping mapping, boolean handle) {
        try {
            byte[] content = uploads.content(shop, id).orElseThrow();
            String name = uploads.find(shop, id).orElseThrow().name();
            CsvReport report = imports.importFile(
                    shop,
                    new ByteArrayInputStream(content),
                    name,
                    layout(mapping),
                    handle,
                    (phase, rows, of) -> uploads.seen(shop, id, phase, rows, of));
            uploads.done(shop, id, report);
        } catch (IOException | RuntimeException e) {
            LOG.error("Order integration {}: the import of upload {} broke off", shop.id(), id, e);
            uploads.failed(shop, id);
        }
    }

    /** An import under way is broken off with the program; it may be started again. */
    @Override
    public void close() {
        background.shutdownNow();
    }
}
