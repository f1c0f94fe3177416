package dk.ordrebro.intake.csv;

import dk.ordrebro.intake.csv.Progress.Phase;
import dk.ordrebro.integration.OrderIntegration;
import dk.ordrebro.order.Handling;
import dk.ordrebro.order.Orders;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes in a file of order lines. It is read twice or three times in constant memory: first to know which orders are broken, then for the
 * orders, then for the cancellations, whose originals are all there by then. An order is stored whole or not at all, and the same file again
 * changes nothing.
 */
@Component
public class CsvImport {

    static final int ROWS_BETWEEN_NEWS = 1_000;

    private final Orders orders;
    private final Handling handling;
    private final TransactionOperations transactions;

    CsvImport(Orders orders, Handling handling, TransactionOperations transactions) {
        this.orders = orders;
        this.handling = handling;
        this.transactions = transactions;
    }

    /**
     * Takes in a file.
     *
     * @param handle whether the orders are handled as well, each at its own date, and so booked; otherwise they wait for a person
     * @throws IOException when the file cannot be read at all; what is wrong inside it stands in the report
     */
    public CsvReport importFile(OrderIntegration shop, Path file, CsvLayout layout, boolean handle, Progress progress)
            throws IOException {
        return importFile(shop, file, String.valueOf(file.getFileName()), layout, handle, progress);
    }

    /** As the other, from a stream, which is kept in a temporary file meanwhile because it is read more than once. */
    public CsvReport importFile(
            OrderIntegration shop, InputStream in, String name, CsvLayout layout, boolean handle, Progress progress)
            throws IOException {
        Path copy = Files.createTempFile("ordrebro-", ".csv");
        try {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return importFile(shop, copy, name, layout, handle, progress);
        } finally {
            Files.delete(copy);
        }
    }

    private CsvReport importFile(
            OrderIntegration shop, Path file, String name, CsvLayout layout, boolean handle, Progress progress)
            throws IOException {
        Tally tally = new Tally(name);
        try {
            Survey survey = Survey.of(file, layout, progress);
            tally.rows(survey.rows());
            TakingIn takingIn =
                    new TakingIn(orders, handling, transactions, shop, layout, headerOf(file, layout), handle, tally);
            Documents.read(file, layout, survey, takingIn::order, news(progress, Phase.ORDERS, survey));
            takingIn.lastOrder();
            if (tally.hasCancellations()) {
                Documents.read(
                        file, layout, survey, takingIn::cancellation, news(progress, Phase.CANCELLATIONS, survey));
                takingIn.lastCancellation();
            }
            return tally.report();
        } catch (UnreadableFile unreadable) {
            return tally.unreadable(unreadable.fault());
        }
    }

    private static LongConsumer news(Progress progress, Phase phase, Survey survey) {
        return rows -> progress.at(phase, rows, survey.rows());
    }

    private static byte[] headerOf(Path file, CsvLayout layout) throws IOException, UnreadableFile {
        try (Source source = Source.open(file, layout)) {
            return source.header().line().bytes();
        }
    }
}
