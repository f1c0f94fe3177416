package dk.ordrebro.web.proof;

import dk.ordrebro.proof.Figures;
import dk.ordrebro.proof.Finding;
import dk.ordrebro.proof.ProofDay;
import dk.ordrebro.proof.ProofReport;
import dk.ordrebro.proof.Rates;
import dk.ordrebro.proof.Verdict;
import dk.ordrebro.web.Show;
import dk.ordrebro.web.Words;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.librepdf.openpdf.fonts.Liberation;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** A proof for the accountant: A4 on its side, the verdict first, then day by day, then everything that is wrong. */
final class ProofPdf {

    private static final Color INK = new Color(0x17, 0x21, 0x1f);
    private static final Color SOFT = new Color(0x56, 0x61, 0x5d);
    private static final Color GOOD = new Color(0x1b, 0x63, 0x38);
    private static final Color WAIT = new Color(0x7a, 0x4b, 0x00);
    private static final Color BAD = new Color(0x9a, 0x34, 0x12);
    private static final Color LINE = new Color(0xdc, 0xd8, 0xcc);
    private static final Color HEAD = new Color(0xec, 0xe9, 0xe0);
    private static final float MARGIN = 40;
    private static final float FOOT = 24;
    private static final float PADDING = 4;
    /** Relative widths of the columns of the day table. */
    private static final float[] WIDTHS = {9, 10, 9, 10, 10, 10, 9, 10, 10, 9, 10, 9, 8};

    private final Words words;
    private final Show show;
    private final Font title;
    private final Font text;
    private final Font soft;
    private final Font strong;
    private final Font small;
    private final Font smallStrong;

    ProofPdf(Words words, Show show) {
        this.words = words;
        this.show = show;
        this.title = font(Liberation.SANS_BOLD, 20, INK);
        this.text = font(Liberation.SANS, 10, INK);
        this.soft = font(Liberation.SANS, 9, SOFT);
        this.strong = font(Liberation.SANS_BOLD, 12, INK);
        this.small = font(Liberation.SANS, 7, INK);
        this.smallStrong = font(Liberation.SANS_BOLD, 7, INK);
    }

    private static Font font(Liberation family, float size, Color color) {
        try {
            Font font = family.create();
            font.setSize(size);
            font.setColor(color);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("The fonts the program brings along cannot be read", e);
        }
    }

    private static Font in(Font font, Color color) {
        Font other = new Font(font);
        other.setColor(color);
        return other;
    }

    void write(ProofTable table, OutputStream out) {
        Document document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN + FOOT);
        PdfWriter writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new Foot(table));
        document.addTitle(words.text("proof.pdf.title", show.day(table.from()), show.day(table.through())));
        document.addCreator("Ordrebro");
        document.open();
        head(document, table);
        verdict(document, table);
        document.add(days(table));
        findings(document, table);
        document.close();
    }

    private void head(Document document, ProofTable table) {
        document.add(new Paragraph(words.text("nav.proof"), title));
        Paragraph of = new Paragraph(
                table.company() + " · " + table.accounting() + " · "
                        + words.text("proof.pdf.days", show.day(table.from()), show.day(table.through())),
                text);
        of.setSpacingBefore(4);
        document.add(of);
        document.add(new Paragraph(words.text("proof.intro"), soft));
    }

    private void verdict(Document document, ProofTable table) {
        ProofReport report = table.report();
        Verdict answer = report.verdict();
        Paragraph verdict =
                new Paragraph(words.text("proof.answer." + answer.word(), facts(answer)), in(strong, color(answer)));
        verdict.setSpacingBefore(12);
        document.add(verdict);
        Paragraph sums = new Paragraph(
                words.text(
                        "proof.pdf.sums",
                        show.number(report.invoices()),
                        show.number(report.missing()),
                        show.number(report.extra()),
                        show.amounts(report.difference().byCurrency())),
                text);
        document.add(sums);
        asked(document, "proof.edits-of-day", report.sum(ProofDay::edits));
        asked(document, "proof.refunds-of-day", report.sum(ProofDay::refunds));
        if (table.isForeign()) {
            Rates.Kroner kroner = table.kroner(Measure.LEDGER);
            document.add(new Paragraph(
                    words.text("proof.kroner", show.money(kroner.sum()), ProofWords.rates(words, show, kroner)), soft));
            if (!kroner.unknown().byCurrency().isEmpty()) {
                document.add(new Paragraph(
                        words.text(
                                "proof.kroner.unknown",
                                show.amounts(kroner.unknown().byCurrency())),
                        soft));
            }
        }
        document.add(new Paragraph(words.text("proof.drafts-are-none"), soft));
        Paragraph gap = new Paragraph(" ", small);
        document.add(gap);
    }

    /** What waits for an answer, where anything does: how many, and how much. */
    private void asked(Document document, String key, Figures some) {
        if (some.n() > 0) {
            document.add(new Paragraph(
                    words.text(key, show.number(some.n())) + ": "
                            + show.amounts(some.amounts().byCurrency()),
                    text));
        }
    }

    private Object[] facts(Verdict answer) {
        return ProofWords.facts(show, answer);
    }

    private static Color color(Verdict answer) {
        return switch (answer) {
            case Verdict.Agrees() -> GOOD;
            case Verdict.Waits(Figures waiting) -> WAIT;
            case Verdict.Disagrees(Figures waiting) -> BAD;
        };
    }

    private PdfPTable days(ProofTable table) {
        PdfPTable days = new PdfPTable(WIDTHS);
        days.setWidthPercentage(100);
        days.setHeaderRows(1);
        Stream.of("proof.day", "orders.shop", "proof.verdict").forEach(key -> days.addCell(headCell(key, false)));
        for (Measure measure : Measure.values()) {
            days.addCell(headCell(measure.key(), true));
        }
        table.days().forEach(day -> day(days, table, day));
        days.addCell(cell(words.text("proof.total"), smallStrong, false));
        days.addCell(cell("", small, false));
        days.addCell(cell("", small, false));
        for (Measure measure : Measure.values()) {
            days.addCell(cell(amounts(measure, table.total(measure)), smallStrong, true));
        }
        return days;
    }

    private void day(PdfPTable days, ProofTable table, ProofDay day) {
        Verdict answer = day.verdict();
        days.addCell(cell(show.day(day.day()), small, false));
        days.addCell(cell(table.shop(day.shop()), small, false));
        days.addCell(cell(words.text("proof.verdict." + answer.word()), in(smallStrong, color(answer)), false));
        for (Measure measure : Measure.values()) {
            days.addCell(cell(amounts(measure, measure.of(day)), small, true));
        }
    }

    private String amounts(Measure measure, Figures figures) {
        String sum = show.amounts(figures.amounts().byCurrency());
        return measure.counts() ? sum + "\n" + words.text("proof.pieces", show.number(figures.n())) : sum;
    }

    private void findings(Document document, ProofTable table) {
        if (table.findings().isEmpty()) {
            return;
        }
        Paragraph heading = new Paragraph(words.text("proof.findings"), strong);
        heading.setSpacingBefore(16);
        heading.setSpacingAfter(4);
        document.add(heading);
        for (Finding finding : table.findings()) {
            Paragraph one = new Paragraph();
            one.setKeepTogether(true);
            one.setSpacingBefore(5);
            one.add(new Phrase(words.text("finding." + finding.kind()) + "  ", smallStrong));
            one.add(new Phrase(
                    show.day(finding.day()) + " · " + table.shop(finding.shop()) + " · "
                            + ProofWords.about(words, show, finding) + "\n",
                    soft));
            one.add(new Phrase(words.finding(finding), small));
            document.add(one);
        }
    }

    private PdfPCell headCell(String key, boolean number) {
        PdfPCell cell = cell(words.text(key), smallStrong, number);
        cell.setBackgroundColor(HEAD);
        cell.setVerticalAlignment(Element.ALIGN_BOTTOM);
        return cell;
    }

    private static PdfPCell cell(String content, Font font, boolean number) {
        PdfPCell cell = new PdfPCell(new Phrase(content, font));
        cell.setHorizontalAlignment(number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(PADDING);
        return cell;
    }

    /** At the bottom of every page: when it was made, and which page it is. */
    private final class Foot extends PdfPageEventHelper {

        private final ProofTable table;

        Foot(ProofTable table) {
            this.table = table;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            put(writer, Element.ALIGN_LEFT, words.text("proof.pdf.made", show.time(table.madeAt())), document.left());
            put(writer, Element.ALIGN_RIGHT, words.text("proof.pdf.page", writer.getPageNumber()), document.right());
        }

        private void put(PdfWriter writer, int side, String line, float x) {
            ColumnText.showTextAligned(writer.getDirectContent(), side, new Phrase(line, soft), x, MARGIN, 0);
        }
    }
}
