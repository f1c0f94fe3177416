package dk.ordrebro.web.answer;

import dk.ordrebro.access.Companies;
import dk.ordrebro.access.CompanyId;
import dk.ordrebro.access.Cvr;
import dk.ordrebro.access.SignedIn;
import dk.ordrebro.booking.Booking;
import dk.ordrebro.order.Orders;
import dk.ordrebro.question.Answer;
import dk.ordrebro.question.Fact;
import dk.ordrebro.vies.Consultation;
import dk.ordrebro.vies.Consultations;
import dk.ordrebro.vies.VatNumber;
import dk.ordrebro.web.Show;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** VAT numbers that a person types, and what the EU's register says of them. */
@Component
class Register {

    private final Consultations consultations;
    private final Companies companies;
    private final Orders orders;
    private final Show show;

    Register(Consultations consultations, Companies companies, Orders orders, Show show) {
        this.consultations = consultations;
        this.companies = companies;
        this.orders = orders;
        this.show = show;
    }

    boolean isOn() {
        return consultations.isOn();
    }

    /** The number a question is about, or the one the customer gave; empty where there is none. */
    String written(Booking booking) {
        return booking.reasons().stream()
                .flatMap(reason -> reason.fact(Fact.VatNumber.class).stream())
                .map(Fact.VatNumber::written)
                .findFirst()
                .orElse("");
    }

    /** What the register last said of the number a booking asks about. */
    @Nullable
    Consultation latest(Booking booking) {
        return read(booking, written(booking))
                .flatMap(number -> consultations.latest(booking.company(), number))
                .orElse(null);
    }

    Typed typed(Booking booking, String written) {
        return read(booking, written)
                .<Typed>map(number -> new Typed.Ready(new Answer.VatNumberTyped(number.toString())))
                .orElseGet(() -> wrong(written));
    }

    Typed byHand(Booking booking, String written, Instant at) {
        return read(booking, written)
                .<Typed>map(number -> new Typed.Ready(
                        new Answer.VatNumberChecked(number.toString(), Answer.VatNumberChecked.How.BY_HAND, at, null)))
                .orElseGet(() -> wrong(written));
    }

    /** Asks the register now. Only its yes is an answer; its no and its silence are told apart. */
    Typed lookUp(SignedIn me, Booking booking, String written) {
        Optional<VatNumber> number = read(booking, written);
        if (number.isEmpty()) {
            return wrong(written);
        }
        Consultation told = consultations.ask(booking.company(), number.get(), ours(booking.company()), me.who());
        String shown = number.get().toString();
        return switch (told.result()) {
            case REGISTERED ->
                new Typed.Ready(
                        new Answer.VatNumberChecked(shown, Answer.VatNumberChecked.How.VIES, told.at(), told.proof()));
            case NOT_REGISTERED -> Typed.Wrong.of("answer.vies.NOT_REGISTERED", shown, show.time(told.at()));
            case NOT_TOLD -> Typed.Wrong.of("answer.vies." + told.obstacle(), shown);
        };
    }

    private static Typed wrong(String written) {
        return Typed.Wrong.of(written.isBlank() ? "answer.number-missing" : "answer.number-wrong", written);
    }

    private Optional<VatNumber> read(Booking booking, String written) {
        return VatNumber.read(written, country(booking));
    }

    private String country(Booking booking) {
        return orders.find(booking.company(), booking.order())
                .map(stored -> stored.order().delivery().country())
                .orElse("");
    }

    private Optional<VatNumber> ours(CompanyId company) {
        return Optional.ofNullable(companies.numbers(List.of(company)).get(company))
                .map(Cvr::toString)
                .flatMap(cvr -> VatNumber.read(cvr, "DK"));
    }
}
