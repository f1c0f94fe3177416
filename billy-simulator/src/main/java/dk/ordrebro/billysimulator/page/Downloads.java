package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.api.Query;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.UploadedFile;
import dk.ordrebro.billysimulator.record.Row;
import dk.ordrebro.billysimulator.record.Schema;
import dk.ordrebro.billysimulator.store.Company;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;

/** What stands behind a downloadUrl. As with Billy, whoever has the path has the document. */
final class Downloads {

    private Downloads() {}

    static PageAnswer answer(List<Company> companies, List<String> path) {
        if (path.size() != 2) {
            throw new NoSuchElementException("no such document");
        }
        return path.getFirst().equals("file")
                ? find(companies, UploadedFile.SCHEMA, path.get(1), (company, file) -> file(file))
                : find(
                        companies,
                        Invoice.SCHEMA,
                        path.getFirst(),
                        (company, invoice) -> PageAnswer.of(
                                "application/pdf",
                                InvoicePdf.of(new View(company, Language.DANISH, new Query()), invoice)));
    }

    private static PageAnswer file(Row file) {
        return PageAnswer.of(
                file.is(UploadedFile.IS_PDF) ? "application/pdf" : "application/octet-stream",
                Base64.getDecoder().decode(file.need(UploadedFile.CONTENT)));
    }

    private static PageAnswer find(
            List<Company> companies, Schema schema, String id, BiFunction<Company, Row, PageAnswer> found) {
        for (Company company : companies) {
            Row row = company.read(() -> company.find(schema, id));
            if (row != null) {
                return company.read(() -> found.apply(company, row));
            }
        }
        throw new NoSuchElementException("no such document");
    }
}
