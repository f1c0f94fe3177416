package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.books.Contact;
import dk.ordrebro.billysimulator.books.Invoice;
import dk.ordrebro.billysimulator.books.InvoiceLine;
import dk.ordrebro.billysimulator.books.Organization;
import dk.ordrebro.billysimulator.books.Product;
import dk.ordrebro.billysimulator.record.Row;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An invoice as a plain one-page PDF, so that a downloadUrl leads somewhere. */
final class InvoicePdf {

    private static final Charset WIN_ANSI = Charset.forName("windows-1252");
    private static final int MOST_LINES = 45;

    private InvoicePdf() {}

    static byte[] of(View view, Row invoice) {
        List<String> text = new ArrayList<>();
        text.add(view.company().organization().get(Organization.NAME, ""));
        text.add(InvoicesPage.title(view, invoice) + "   " + view.language().day(invoice.get(Invoice.ENTRY_DATE)));
        text.add(view.via(invoice, Invoice.CONTACT_ID, Contact.SCHEMA, Contact.NAME));
        text.add("");
        for (Row line : view.company().having(InvoiceLine.SCHEMA, InvoiceLine.INVOICE_ID, invoice.id())) {
            text.add(view.language().number(line.get(InvoiceLine.QUANTITY)) + " x "
                    + view.via(line, InvoiceLine.PRODUCT_ID, Product.SCHEMA, Product.NAME) + "  "
                    + line.get(InvoiceLine.DESCRIPTION, "") + "   "
                    + view.language().amount(line.get(InvoiceLine.AMOUNT)));
        }
        text.add("");
        text.add(view.say("tax") + "  " + view.language().amount(invoice.get(Invoice.TAX)));
        text.add(view.say("gross") + "  " + view.language().amount(invoice.get(Invoice.GROSS_AMOUNT)) + " "
                + invoice.need(Invoice.CURRENCY_ID));
        return file(content(text));
    }

    private static byte[] content(List<String> text) {
        StringBuilder stream = new StringBuilder("BT /F1 11 Tf 16 TL 60 780 Td\n");
        for (String line : text.subList(0, Math.min(text.size(), MOST_LINES))) {
            String escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
            stream.append('(').append(escaped.replaceAll("\\p{Cntrl}", " ")).append(") Tj T*\n");
        }
        return stream.append("ET").toString().getBytes(WIN_ANSI);
    }

    private static byte[] file(byte[] content) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        pdf.writeBytes(ascii("%PDF-1.4\n"));
        object(pdf, offsets, ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        object(pdf, offsets, ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"));
        object(
                pdf,
                offsets,
                ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                        + " /Resources << /Font << /F1 5 0 R >> >> >>"));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(ascii("<< /Length " + content.length + " >>\nstream\n"));
        stream.writeBytes(content);
        stream.writeBytes(ascii("\nendstream"));
        object(pdf, offsets, stream.toByteArray());
        object(
                pdf,
                offsets,
                ascii("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        int start = pdf.size();
        pdf.writeBytes(ascii("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n"));
        offsets.forEach(offset -> pdf.writeBytes(ascii("%010d 00000 n \n".formatted(offset))));
        pdf.writeBytes(ascii(
                "trailer << /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static void object(ByteArrayOutputStream pdf, List<Integer> offsets, byte[] body) {
        offsets.add(pdf.size());
        pdf.writeBytes(ascii(offsets.size() + " 0 obj\n"));
        pdf.writeBytes(body);
        pdf.writeBytes(ascii("\nendobj\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
