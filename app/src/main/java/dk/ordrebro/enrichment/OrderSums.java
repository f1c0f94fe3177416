package dk.ordrebro.enrichment;

import dk.ordrebro.order.Order;
import dk.ordrebro.order.SummedLine;
import dk.ordrebro.order.SummedLines;
import java.util.ArrayList;
import java.util.List;

/** The lines of an order that will be invoiced, as they are summed, and what only a person can say about them. */
record OrderSums(List<SummedLine> lines, List<Question> questions) {

    OrderSums {
        lines = List.copyOf(lines);
        questions = List.copyOf(questions);
    }

    static OrderSums of(Order order) {
        SummedLines summed = SummedLines.of(order);
        List<Question> questions = new ArrayList<>();
        summed.tooLarge()
                .forEach(reduction -> questions.add(Question.of(
                        Question.Code.DISCOUNT_TOO_LARGE,
                        reduction.line().title(),
                        reduction.amount().negated().toString())));
        summed.negative()
                .forEach(line -> questions.add(Question.of(
                        Question.Code.NEGATIVE_LINE,
                        line.line().title(),
                        line.amount().toString())));
        return new OrderSums(summed.lines(), questions);
    }
}
