package dk.ordrebro.billysimulator.page;

import dk.ordrebro.billysimulator.admin.OutboxEmail;
import java.util.List;

/** E-mails that would have gone out, newest first. */
final class OutboxPage {

    private OutboxPage() {}

    static void show(Html html, View view, List<OutboxEmail> emails) {
        Grid grid = new Grid(view.say("date"), view.say("recipient"), view.say("subject"), view.say("invoice"));
        for (OutboxEmail email : emails.reversed()) {
            grid.cell(view.language().moment(email.at()))
                    .cell(email.recipient())
                    .cell(email.subject())
                    .cell(link -> link.link(view.path("invoices/" + email.invoiceId()), view.say("open")))
                    .endRow();
        }
        grid.write(html, view.say("outbox.none"));
    }
}
