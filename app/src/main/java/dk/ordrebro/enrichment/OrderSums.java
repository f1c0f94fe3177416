package dk.ordrebro.enrichment;

import dk.ordrebro.enrichment.question.Question;
import dk.ordrebro.order.Order;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.order.SummedLines;
import dk.ordrebro.question.Fact;
import dk.ordrebro.question.Reason;
import java.util.ArrayList;
import java.util.List;

/** The lines of an order that will be invoiced, as they are summed, and what only a person can say about them. */
record OrderSums(List<SummedLine> lines, List<Reason> questions) {

    OrderSums {
        lines = List.copyOf(lines);
        questions = List.copyOf(questions);
    }

    static OrderSums of(Order order) {
        SummedLines summed = SummedLines.of(order);
        List<Reason> questions = new ArrayList<>();
        summed.tooLarge()
                .forEach(reduction -> questions.add(Question.DISCOUNT_TOO_LARGE.with(
                        new Fact.Line(reduction.line().key(), reduction.line().title()),
                        new Fact.Amount(reduction.amount().negated()))));
        summed.negative()
                .forEach(line -> questions.add(Question.NEGATIVE_LINE.with(
                        new Fact.Line(line.line().key(), line.line().title()), new Fact.Amount(line.amount()))));
        return new OrderSums(summed.lines(), questions);
    }
}
